/** The text in lines of at most so many characters, broken between words; what does not fit ends in an ellipsis. */
export function wrapped(text: string, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, mostLines);
  return kept.map((line, at) => {
    const isCut = line.length > width || (at === kept.length - 1 && lines.length > mostLines);
    return isCut ? `${line.slice(0, width - 1)}…` : line;
  });
}
