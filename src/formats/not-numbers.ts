import { replaceOutsideStrings } from './outside-strings';

const notNumber = /(?<![\w$.+])-?(?:NaN|Infinity|inf|nan)(?![\w$.])/g;

/**
 * The text with `null` for NaN and Infinity, which JSON does not have (RFC 8259 section 6) and Python writes all the same;
 * `undefined` where it holds none outside its strings.
 */
export function withoutNotNumbers(text: string): string | undefined {
  const replaced = replaceOutsideStrings(text, (outside) => outside.replace(notNumber, 'null'));
  return replaced === text ? undefined : replaced;
}
