/** The text between `$'` and `'` with its escapes carried out, as bash and browsers write them. */
export function ansiText(text: string): string {
  return text.replace(ansiEscape, ansiCharacter);
}

const ansiEscape = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|([\s\S]))/g;
const namedEscapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['e', '\x1b'],
  ['E', '\x1b'],
]);

function ansiCharacter(whole: string, ...groups: (string | undefined)[]): string {
  const [byte, short, long, octal, plain] = groups;
  const code = byte ?? short ?? long;
  if (code !== undefined) return codePoint(parseInt(code, 16));
  if (octal !== undefined) return codePoint(parseInt(octal, 8));
  if (plain === undefined) return whole;
  return namedEscapes.get(plain) ?? (/['"\\?]/.test(plain) ? plain : whole);
}

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
