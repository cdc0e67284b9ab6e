import { isUtf8 } from 'node:buffer';
import { utf16Of } from './utf16';

/** Byte order marks (Unicode standard section 23.8). */
const marks: readonly { bytes: readonly number[]; charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
];

/** What bytes are read as that are no UTF-8 where nothing says what they are: the usual set of Windows in the West. */
export const guessedCharset = 'windows-1252';

/**
 * The character set of a body: by its byte order mark or the zeros of UTF-16, else by the header, else by an XML declaration
 * (XML 1.0 appendix F), else UTF-8 where the bytes are valid in it, else windows-1252. A name that nobody knows is passed over.
 */
export function charsetOf(contentType: string, body: Uint8Array): string {
  return statedCharset(contentType, body) ?? (isUtf8(body) ? 'utf-8' : guessedCharset);
}

/** The character set that the response itself states; `undefined` where it states none. */
export function statedCharset(contentType: string, body: Uint8Array): string | undefined {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => body[at] === byte));
  const evident = mark?.charset ?? utf16Of(body);
  if (evident !== undefined) return evident;
  const named = [/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1], declaredInXml(body)];
  return named.find((name): name is string => name !== undefined && isCharset(name))?.toLowerCase();
}

function declaredInXml(body: Uint8Array): string | undefined {
  const start = String.fromCharCode(...body.subarray(0, 200));
  return /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

/** Whether bytes can be read in the character set of that name (WHATWG Encoding section 4.2). */
export function isCharset(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}
