/** How a name is put together from words. */
export type Spelling = 'camel' | 'pascal' | 'snake' | 'kebab';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const spellers: { readonly [Each in Spelling]: (words: readonly string[]) => string } = {
  camel: ([first = '', ...others]) => first + others.map(capital).join(''),
  pascal: (words) => words.map(capital).join(''),
  snake: (words) => words.join('_'),
  kebab: (words) => words.join('-'),
};

/** The words as one name. */
export const spelled = (words: readonly string[], spelling: Spelling): string => spellers[spelling](words);

/** How that name is spelled; `undefined` for a single word in small letters, which any spelling has. */
export function spellingOf(name: string): Spelling | undefined {
  if (/[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(name)) return 'kebab';
  if (/[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(name)) return 'snake';
  if (/^[^\p{L}]*\p{Lu}/u.test(name)) return 'pascal';
  return /\p{Ll}\p{Lu}/u.test(name) ? 'camel' : undefined;
}

/** How most of the names are spelled; `undefined` where none tells. */
export function commonSpelling(names: readonly string[]): Spelling | undefined {
  const found = names.map(spellingOf).filter((spelling) => spelling !== undefined);
  const count = (spelling: Spelling) => found.filter((each) => each === spelling).length;
  return found.sort((one, other) => count(other) - count(one))[0];
}
