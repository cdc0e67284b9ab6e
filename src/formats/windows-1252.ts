/** The characters of the bytes 0x80 to 0x9F; the five that have none stay control characters (WHATWG Encoding section 9.1). */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The bytes as text in windows-1252. Node 20's own decoder reads them as ISO 8859-1, which has control characters where
 * the euro sign and the typographic quotes should be.
 */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => upperControls.charAt(control.charCodeAt(0) - 0x80));
}
