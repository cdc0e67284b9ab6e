const units = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
];

/** Seconds in the two largest units that say something, such as `2 h 5 min`; below a minute with their decimals. */
export function durationWords(seconds: number): string {
  const sign = seconds < 0 ? '−' : '';
  let left = Math.abs(seconds);
  if (left < 60) return `${sign}${Number(left.toFixed(3))} s`;
  left = Math.round(left);
  const first = units.findIndex((unit) => left >= unit.seconds);
  const words = units.slice(first, first + 2).map(({ name, seconds: size }) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? `${count} ${name}` : '';
  });
  if (first === units.length - 1 && left > 0) words.push(`${left} s`);
  return `${sign}${words.filter((word) => word !== '').join(' ')}`;
}
