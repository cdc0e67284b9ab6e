/** Integers with fewer digits than this are exact as JavaScript numbers. */
const doubtfulDigits = 16;
const doubtfulInteger = /^-?[1-9]\d{15,}$/;

/**
 * Whether the bytes of a text hold so many digits in a row that an integer may be too long for a number. Of such a run
 * one digit lies at one of the places looked at, so most of the bytes are skipped.
 */
export function hasLongDigitRun(bytes: Uint8Array): boolean {
  for (let at = doubtfulDigits - 1; at < bytes.length; at += doubtfulDigits) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39 && runLength(bytes, at) >= doubtfulDigits) return true;
  }
  return false;
}

function runLength(bytes: Uint8Array, at: number): number {
  let from = at;
  let to = at;
  while (isDigit(bytes[from - 1])) from--;
  while (isDigit(bytes[to])) to++;
  return to - from;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
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
