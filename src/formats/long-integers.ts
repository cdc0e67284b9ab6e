/** Integers with fewer digits than this are exact as JavaScript numbers. */
const doubtfulDigits = 16;
const doubtfulInteger = /^-?[1-9]\d{15,}$/;

/**
 * Whether the bytes of a text hold so many digits in a row that an integer may be too long for a number. Such a run
 * covers three whole words of four bytes, so a look at every third word finds it.
 */
export function hasLongDigitRun(bytes: Uint8Array): boolean {
  const before = -bytes.byteOffset & 3; // words lie at every fourth byte of the memory behind the bytes
  const count = (bytes.length - before) >> 2;
  if (count < 1) return false; // too short for any such run
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + before, count);
  for (let at = 0; at < count; at += 3) {
    if (isFourDigits(words[at] ?? 0) && runLength(bytes, before + at * 4) >= doubtfulDigits) return true;
  }
  return false;
}

/** Digits are 0x30 to 0x39: those that stay below 0x40 when 6 is added to each. */
function isFourDigits(word: number): boolean {
  return (((word & 0xf0f0f0f0) ^ 0x30303030) | (((word + 0x06060606) & 0xf0f0f0f0) ^ 0x30303030)) === 0;
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
