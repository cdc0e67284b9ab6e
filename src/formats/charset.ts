/** Byte order marks (Unicode standard section 23.8); the longest of a family first. */
const marks: readonly { bytes: readonly number[]; charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
];

/**
 * The character set of a body: by its byte order mark, else by the header, else by an XML declaration (XML 1.0
 * appendix F), else UTF-8. A name that nobody knows is passed over.
 */
export function charsetOf(contentType: string, body: Uint8Array): string {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => body[at] === byte));
  if (mark) return mark.charset;
  const named = [/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1], declaredInXml(body)];
  return named.find((name): name is string => name !== undefined && isKnown(name))?.toLowerCase() ?? 'utf-8';
}

function declaredInXml(body: Uint8Array): string | undefined {
  const start = String.fromCharCode(...body.subarray(0, 200));
  return /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}
