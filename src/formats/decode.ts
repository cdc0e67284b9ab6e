import { isAscii } from 'node:buffer';
import { charsetOf } from './charset';

/** The body as text in its character set (`charsetOf`), without a byte order mark. */
export function decodeBody(body: Uint8Array, contentType: string): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const charset = charsetOf(contentType, bytes);
  if (isAsciiSuperset(charset) && isAscii(bytes)) return bytes.toString('latin1');
  return new TextDecoder(charset).decode(bytes);
}

/** One-byte text parses faster and takes half the memory, and most bodies are plain ASCII. */
function isAsciiSuperset(charset: string): boolean {
  return /^(?:utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d)$/.test(charset);
}
