import { hasControls } from './control-characters';

/** Bytes that are looked at: an even number. */
const looked = 4096;
/** Of two letters of Latin script one byte is zero each; of other scripts those of separators, digits and line ends are. */
const fewestZeros = 0.1;

/**
 * The character set of a text in UTF-16 that begins with no mark; `undefined` for everything else. Zeros stand in one byte of
 * each two only, which is the upper one, and what the bytes spell is text.
 */
export function utf16Of(body: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = body.subarray(0, looked);
  if (start.length % 2 !== 0 || !start.includes(0)) return undefined;
  const zeros = [0, 0];
  start.forEach((byte, at) => byte === 0 && zeros[at % 2]!++);
  const [first = 0, second = 0] = zeros;
  if (Math.min(first, second) > 0 || first + second < (start.length / 2) * fewestZeros) return undefined;
  const charset = first === 0 ? 'utf-16le' : 'utf-16be';
  return isText(start, charset) ? charset : undefined;
}

function isText(start: Uint8Array, charset: string): boolean {
  try {
    return !hasControls(new TextDecoder(charset, { fatal: true }).decode(start, { stream: true }));
  } catch {
    return false; // halves of characters without the other half
  }
}
