/** The rank of every letter of a script that comes after the Latin one. */
export const laterScript = 127;

/**
 * Where a letter stands before anything else is looked at (its primary weight in the Unicode Collation Algorithm, UTS 10):
 * 97 to 122 for a Latin letter with or without accents, whatever its case; `laterScript` for one of a script after it; 0 for
 * what only a collator can place.
 */
export function letterRank(unit: number): number {
  return unit < latinEnd ? ((latinRanks ??= ranksOfLatin())[unit] ?? 0) : isLaterLetter(unit) ? laterScript : 0;
}

const latinEnd = 0x250;
/** Made when something is sorted, because it takes a cold process a few milliseconds. */
let latinRanks: Uint8Array | undefined;

const ranksOfLatin = () => Uint8Array.from({ length: latinEnd }, (_, unit) => latinRank(String.fromCharCode(unit)));

/** Accents of a composed letter count after all letters; letters that are not composed, such as ß, may be two. */
function latinRank(letter: string): number {
  const base = letter.normalize('NFD').charAt(0).toLowerCase();
  return /^[a-z]$/.test(base) ? base.charCodeAt(0) : 0;
}

/** First and last letters of blocks that hold nothing else: Cyrillic, Hebrew, Arabic, Hiragana, Katakana, Han, Hangul. */
const laterLetters = [
  [0x0410, 0x044f],
  [0x05d0, 0x05ea],
  [0x0620, 0x063a],
  [0x0641, 0x064a],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const;

function isLaterLetter(unit: number): boolean {
  return laterLetters.some(([first, last]) => unit >= first && unit <= last);
}
