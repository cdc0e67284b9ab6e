const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/**
 * Writes seconds in their largest unit and the one below it, such as "2 hr 5 min"; less than a minute with up to three
 * decimals. `Intl.DurationFormat` is not in every browser yet, `Intl.NumberFormat` knows the same units.
 */
export function durationText(locale: string): (seconds: number) => string {
  const written = units.map(({ unit }) => {
    const format: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 3 };
    return new Intl.NumberFormat(locale, format);
  });
  const write = (count: number, at: number): string => written[at]?.format(count) ?? '';

  const longText = (whole: number): string => {
    const at = units.findIndex(({ seconds }) => whole >= seconds);
    const [large, small] = units.slice(at, at + 2);
    if (!large || !small) return write(whole, units.length - 1);
    const rest = Math.floor((whole % large.seconds) / small.seconds);
    const first = write(Math.floor(whole / large.seconds), at);
    return rest > 0 ? `${first} ${write(rest, at + 1)}` : first;
  };

  return (value) => {
    const size = Math.abs(value);
    const text = size < 60 ? write(size, units.length - 1) : longText(Math.round(size));
    return value < 0 ? `−${text}` : text;
  };
}
