/** The words of a command, as its shell takes them apart, or a sentence that says why it cannot. */
export type ShellWords = { words: string[]; refusal?: undefined } | { words?: undefined; refusal: string };
