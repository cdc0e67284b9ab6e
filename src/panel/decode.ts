import { isAscii } from 'node:buffer';

/**
 * The body as text, in the character set that its content type names, else UTF-8 (RFC 8259 section 8.1), without a byte
 * order mark. Unknown sets are read as UTF-8.
 */
export function decodeBody(body: Uint8Array, contentType: string): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  if (isAsciiSuperset(charset) && isAscii(bytes)) return bytes.toString('latin1');
  return decoderFor(charset).decode(bytes);
}

/** One-byte text parses faster and takes half the memory, and most bodies are plain ASCII. */
function isAsciiSuperset(charset: string): boolean {
  return /^(?:utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d)$/.test(charset);
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}
