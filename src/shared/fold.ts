const beyondAscii = /[\u0080-\uffff]/;
const smallLetter = /[a-z]/;
const runBeyondAscii = /[\u0080-\uffff]+/g;

/** Accents, and what has no width of its own: hyphens of syllables, joiners, marks of direction. */
const unseen = /[\u0300-\u036f\u00ad\u061c\u200b-\u200f\u2060-\u2069\ufeff]/g;

/** Letters and signs that count as others and are not composed of them, by the collation of the Latin script. */
const alike: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ð: 'D',
  Ø: 'O',
  Đ: 'D',
  Ħ: 'H',
  Ł: 'L',
  Œ: 'OE',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '‐': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const withAlike = /[ÆÐØĐĦŁŒ‘’ʼ‐‒–—−]/g;

/** A text holds few of them, again and again, such as `ü` or a no-break space before a sign. */
const foldedRuns = new Map<string, string>();
const keptRuns = 1000;
const keptLength = 8;

/**
 * The text such that two which people type alike are alike: without a difference between capitals and small letters,
 * letters with and without accents, spaces, hyphens and apostrophes of one kind and another. Plain ASCII costs no
 * normalization.
 */
export function foldText(text: string): string {
  // A look for small letters is a tenth of what capitals cost in a text beyond Latin-1, such as an amount in euros.
  const capitals = smallLetter.test(text) ? text.toUpperCase() : text;
  return isAscii(text) ? capitals : capitals.replace(runBeyondAscii, foldRun);
}

/** The words of a text, folded; empty for a text of nothing but space. */
export function foldedWords(text: string): string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** A function that tells whether a text holds every word of the searched one; always for no word. */
export function textSearch(searched: string): (text: string) => boolean {
  const words = foldedWords(searched);
  return (text) => {
    const folded = foldText(text);
    return words.every((word) => folded.includes(word));
  };
}

/** Whether every character of the text is ASCII. */
export const isAscii = (text: string): boolean => !beyondAscii.test(text);

function foldRun(run: string): string {
  const known = foldedRuns.get(run);
  if (known !== undefined) return known;
  const letters = run.normalize('NFKD').replace(unseen, '').normalize('NFC').toUpperCase();
  const folded = letters.replace(withAlike, (letter) => alike[letter] ?? letter);
  if (run.length <= keptLength && foldedRuns.size < keptRuns) foldedRuns.set(run, folded);
  return folded;
}
