import type { ShellWords } from './command-words';

/**
 * The words of a command for Windows: a caret takes the next character as it is and joins lines, quotes group, and a
 * quote is written with a backslash or, within quotes, doubled.
 */
export function cmdWords(command: string): ShellWords {
  const text = command.replace(/\^\r?\n[ \t]*/g, ' ').replace(/\^([\s\S])/g, '$1');
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isEscape(text.slice(at, at + 2), quoted)) word = (word ?? '') + text.charAt(++at);
    else if (character === '"') [quoted, word] = [!quoted, word ?? ''];
    else if (quoted || !/\s/.test(character)) word = (word ?? '') + character;
    else if (word !== undefined) [words[words.length], word] = [word, undefined];
  }
  if (quoted) return { refusal: 'A quote in this command is not closed.' };
  return { words: word === undefined ? words : [...words, word] };
}

function isEscape(pair: string, quoted: boolean): boolean {
  return pair === '\\"' || pair === '\\\\' || (quoted && pair === '""');
}
