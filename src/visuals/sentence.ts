/** A piece of a sentence: words, or the label of a column whose value stands there. */
export type SentencePart = { text: string } | { label: string };

/** `[[` for a bracket; else a label up to its end, in which `]]` is a bracket. */
const piece = /\[\[|\[((?:[^\]]|\]\])+)\]/g;

/**
 * The parts of a sentence in which `[Label]` stands for a value. A bracket in a label is written twice; so is an opening
 * bracket that is only a bracket. A bracket that nothing closes is one as well.
 */
export function sentenceParts(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let words = '';
  let from = 0;
  const flush = () => {
    if (words !== '') parts.push({ text: words });
    words = '';
  };
  for (const found of sentence.matchAll(piece)) {
    const [all, label] = found;
    words += sentence.slice(from, found.index);
    from = found.index + all.length;
    if (label === undefined) words += '[';
    else {
      flush();
      parts.push({ label: label.replaceAll(']]', ']').trim() });
    }
  }
  words += sentence.slice(from);
  flush();
  return parts;
}
