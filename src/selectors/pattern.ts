import { RE2JS } from 're2js';

/** Longest pattern of `match` and `search` in characters. */
export const maxPatternLength = 1024;

export interface Pattern {
  /** Steps that each character of a text may take at most. */
  size: number;
  test: (text: string) => boolean;
}

/** Accepts nothing: what an unusable pattern means (RFC 9535 sections 2.4.6 and 2.4.7). */
export const matchNothing: Pattern = { size: 0, test: () => false };

/**
 * The I-Regexp (RFC 9485), tested in time linear in the text whatever the pattern; `matchNothing` for a pattern that is
 * too long or cannot be read. `whole` asks for a match of the entire text, as `match()` does.
 */
export function compilePattern(pattern: string, whole: boolean): Pattern {
  if (pattern.length > maxPatternLength) return matchNothing;
  try {
    const compiled = RE2JS.compile(dotsWithoutLineEnds(pattern));
    const test = whole ? (text: string) => compiled.testExact(text) : (text: string) => compiled.test(text);
    return { size: compiled.programSize(), test };
  } catch {
    return matchNothing;
  }
}

/** The dot of an I-Regexp excludes line feed and carriage return (RFC 9485 section 5.3); RE2's only the former. */
function dotsWithoutLineEnds(pattern: string): string {
  let result = '';
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      result += character + pattern.charAt(++at);
      continue;
    }
    if (character === '[') inClass = true;
    if (character === ']') inClass = false;
    result += character === '.' && !inClass ? '[^\\n\\r]' : character;
  }
  return result;
}
