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
  const pieces: string[] = [];
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at);
    const outside = json.slice(at, quote < 0 ? json.length : quote);
    pieces.push(quoteTokens(outside));
    if (quote < 0) break;
    const end = endOfString(json, quote);
    pieces.push(json.slice(quote, end));
    at = end;
  }
  return pieces.join('');
}

function quoteTokens(outside: string): string {
  if (outside.length < doubtfulDigits) return outside;
  return outside.replace(/[-+.\w]+/g, (token) => (isRounded(token) ? `"${token}"` : token));
}

function isRounded(token: string): boolean {
  return doubtfulInteger.test(token) && !Number.isSafeInteger(Number(token));
}

function endOfString(json: string, quote: number): number {
  for (let end = json.indexOf('"', quote + 1); end > 0; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json.charAt(end - 1 - backslashes) === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return json.length;
}
