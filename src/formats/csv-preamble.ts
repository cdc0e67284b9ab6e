/** A table without what stands before it. */
export interface BareTable {
  text: string;
  /** The separator that the text itself names, as Excel has it in its first line. */
  separator?: string;
  /** The last of the comments before the table, without their sign, which in some files holds the names of the columns. */
  lastComment?: string;
}

const separatorLine = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i;
const commentLine = /^[ \t]*(#|\/\/)[^\r\n]*(?:\r\n|\n|\r)/;

/** The text without a byte order mark, a line that names the separator, and comments before the table. */
export function withoutPreamble(text: string): BareTable {
  let rest = text.replace(/^\ufeff/, '');
  const separator = separatorLine.exec(rest);
  if (separator) rest = rest.slice(separator[0].length);
  let lastComment: string | undefined;
  for (let line = commentLine.exec(rest); line; line = commentLine.exec(rest)) {
    lastComment = line[0].trim().slice(line[1]?.length).trim();
    rest = rest.slice(line[0].length);
  }
  return {
    text: rest,
    ...(separator?.[1] !== undefined && { separator: separator[1] }),
    ...(lastComment !== undefined && lastComment !== '' && { lastComment }),
  };
}

/** The text from the line of that number on, counted from 1. */
export function fromLine(text: string, number: number): string {
  const lineEnd = /\r\n|\n|\r/g;
  for (let line = 1; line < number; line++) if (!lineEnd.exec(text)) return '';
  return text.slice(lineEnd.lastIndex);
}
