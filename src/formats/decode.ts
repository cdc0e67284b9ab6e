import { isAscii } from 'node:buffer';
import { charsetOf, guessedCharset, statedCharset } from './charset';
import { decodeWindows1252 } from './windows-1252';

/** A text, and bytes in which its ASCII characters, and no others, stand as ASCII. */
export interface DecodedBody {
  text: string;
  bytes: Uint8Array;
}

/** The body as text in that character set, without a byte order mark; in that of `charsetOf` where none is set. */
export function decodeBody(body: Uint8Array, contentType: string, setCharset = ''): string {
  return decodeWithBytes(body, contentType, setCharset).text;
}

/** As `decodeBody`, with bytes of the text, which are the body's own wherever they can be. */
export function decodeWithBytes(body: Uint8Array, contentType: string, setCharset = ''): DecodedBody {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const charset = setCharset === '' ? charsetOf(contentType, bytes) : setCharset.toLowerCase();
  if (!isAsciiSuperset(charset)) {
    const text = new TextDecoder(charset).decode(bytes);
    return { text, bytes: Buffer.from(text) };
  }
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), bytes };
  const decoder = new TextDecoder(charset);
  return { text: decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes), bytes };
}

/** Whether the character set of the body was neither set nor stated, nor UTF-8, so that another one may be meant. */
export function isCharsetGuessed(body: Uint8Array, contentType: string, setCharset = ''): boolean {
  if (setCharset !== '' || statedCharset(contentType, body) !== undefined) return false;
  return charsetOf(contentType, body) === guessedCharset;
}

/** One-byte text parses faster and takes half the memory, and most bodies are plain ASCII. */
function isAsciiSuperset(charset: string): boolean {
  return /^(?:utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d)$/.test(charset);
}
