import { ansiText } from './ansi-text';
import type { ShellWords } from './command-words';

interface TextCursor {
  text: string;
  at: number;
}

/**
 * The words of a command for a POSIX shell, with `$'…'` (POSIX.1-2024, shell command language, section 2.2), or a
 * sentence that says what is wrong. Nothing is expanded, a line end separates like a space, and what the response is
 * handed on to (`| jq`, `> file`) is left out.
 */
export function posixWords(text: string): ShellWords {
  const reader: TextCursor = { text, at: 0 };
  const words: string[] = [];
  let word: string | undefined;
  while (reader.at < text.length) {
    const piece = posixPiece(reader);
    if (piece === 'unclosed') return { refusal: 'A quote in this command is not closed.' };
    if (piece === 'operator')
      return {
        refusal: 'There is a ; & < or ` outside quotes. Put quotes around the URL, and paste the curl command alone.',
      };
    if (piece === 'end') break;
    if (piece === 'blank') word = finish(words, word);
    else if (piece !== 'nothing') word = (word ?? '') + piece.text;
  }
  finish(words, word);
  return { words };
}

type Piece = 'unclosed' | 'operator' | 'blank' | 'nothing' | 'end' | { text: string };

function finish(words: string[], word: string | undefined): undefined {
  if (word !== undefined) words.push(word);
  return undefined;
}

function posixPiece(reader: TextCursor): Piece {
  const { text, at } = reader;
  const character = text.charAt(at);
  if (character === "'") return upTo(reader, at + 1, singleQuoted);
  if (character === '"') return upTo(reader, at + 1, doubleQuoted);
  if (text.startsWith("$'", at)) return upTo(reader, at + 2, ansiQuoted);
  if (character === '\\') return escaped(reader);
  reader.at++;
  if (/\s/.test(character)) return 'blank';
  if (character === '#' && (at === 0 || /\s/.test(text.charAt(at - 1)))) return 'end';
  if (character === '|' || character === '>') return 'end';
  return /[;<&`]/.test(character) ? 'operator' : { text: character };
}

function escaped(reader: TextCursor): Piece {
  const [whole = '\\', escapedText = ''] = /^\\(\r?\n|[\s\S])?/.exec(reader.text.slice(reader.at, reader.at + 3)) ?? [];
  reader.at += whole.length;
  return escapedText.endsWith('\n') ? 'nothing' : { text: escapedText };
}

type ReadQuoted = (text: string, from: number) => { content: string; end: number } | undefined;

function upTo(reader: TextCursor, from: number, read: ReadQuoted): Piece {
  const found = read(reader.text, from);
  if (!found) return 'unclosed';
  reader.at = found.end;
  return { text: found.content };
}

const singleQuoted: ReadQuoted = (text, from) => {
  const end = text.indexOf("'", from);
  return end < 0 ? undefined : { content: text.slice(from, end), end: end + 1 };
};

const doubleQuoted: ReadQuoted = (text, from) => {
  const end = closing(text, from, '"');
  if (end === undefined) return undefined;
  const content = text
    .slice(from, end)
    .replace(/\\(\r?\n|[$`"\\])/g, (_, next: string) => (next.endsWith('\n') ? '' : next));
  return { content, end: end + 1 };
};

const ansiQuoted: ReadQuoted = (text, from) => {
  const end = closing(text, from, "'");
  return end === undefined ? undefined : { content: ansiText(text.slice(from, end)), end: end + 1 };
};

function closing(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === quote) return at;
  }
  return undefined;
}
