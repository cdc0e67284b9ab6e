const pairs = [
  ['yes', 'no'],
  ['y', 'n'],
  ['t', 'f'],
  ['on', 'off'],
];

/**
 * Whether all texts say true or false in the words of one pair, and both are among them: a column of nothing but `no` may
 * be one of countries. The words true and false mean nothing else.
 */
export function areBooleans(distinct: ReadonlySet<string>): boolean {
  const words = [...new Set([...distinct].map((word) => word.trim().toLowerCase()))];
  if (words.length === 0 || words.length > 2) return false;
  if (words.every((word) => word === 'true' || word === 'false')) return true;
  return words.length === 2 && pairs.some((pair) => words.every((word) => pair.includes(word)));
}
