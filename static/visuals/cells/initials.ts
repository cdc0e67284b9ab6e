const anything = /[\p{L}\p{N}]/u;

/** One or two capital letters that stand for a name; of an address those of the part before its `@`. Empty for no letters. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/@.*/s, '')
    .split(/[\s._-]+/)
    .filter((word) => anything.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => anything.exec(word ?? '')?.[0].toLocaleUpperCase() ?? '').join('');
}

/** A number from 0 below `count` that is always the same for a name. */
export function hueOf(name: string, count: number): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % count;
}
