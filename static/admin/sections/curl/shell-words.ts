import { cmdWords } from './cmd-words';
import type { ShellWords } from './command-words';
import { posixWords } from './posix-words';

/** Longer commands are not read; a form has room for less. */
const longest = 200_000;

/** The command's words, as the shell that it was written for takes them apart, or a sentence that says what is wrong. */
export function shellWords(command: string): ShellWords {
  if (command.length > longest) return { refusal: 'This command is too long to be read.' };
  return looksLikeCmd(command) ? cmdWords(command) : posixWords(command);
}

/** Browsers copy commands for Windows with carets at line ends and before quotes. */
function looksLikeCmd(command: string): boolean {
  return /\^\r?\n|\^"/.test(command) && !/\\\r?\n/.test(command);
}
