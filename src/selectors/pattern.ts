import { RE2JS } from 're2js';

/** Longest pattern of `match` and `search` in characters. */
export const maxPatternLength = 1024;

export type PatternTest = (text: string) => boolean;

/** Accepts nothing: what an unusable pattern means (RFC 9535 sections 2.4.6 and 2.4.7). */
export const matchNothing: PatternTest = () => false;

/**
 * The test for an I-Regexp (RFC 9485), in time linear in the text whatever the pattern; `matchNothing` for a pattern that
 * is too long or cannot be read. `whole` asks for a match of the entire text, as `match()` does.
 */
export function patternTest(pattern: string, whole: boolean): PatternTest {
  if (pattern.length > maxPatternLength) return matchNothing;
  try {
    const compiled = RE2JS.compile(dotsWithoutLineEnds(pattern));
    return whole ? (text) => compiled.matches(text) : (text) => compiled.matcher(text).find();
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
