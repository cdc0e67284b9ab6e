import { replaceOutsideStrings } from './outside-strings';

/** Integers with fewer digits than this are exact as JavaScript numbers. */
const doubtfulDigits = 16;
const doubtfulInteger = /^-?[1-9]\d{15,}$/;

/** Whether the number may stand for an integer with other digits, which it was rounded from. */
export function isDoubtful(number: number): boolean {
  return number > Number.MAX_SAFE_INTEGER || number < Number.MIN_SAFE_INTEGER;
}

/**
 * The JSON text with every integer that a JavaScript number would round written as a string, so that long ids stay what
 * they are.
 */
export function quoteLongIntegers(json: string): string {
  return replaceOutsideStrings(json, quoteTokens);
}

function quoteTokens(outside: string): string {
  if (outside.length < doubtfulDigits) return outside;
  return outside.replace(/[-+.\w]{16,}/g, (token) => (isRounded(token) ? `"${token}"` : token));
}

function isRounded(token: string): boolean {
  return doubtfulInteger.test(token) && !Number.isSafeInteger(Number(token));
}
