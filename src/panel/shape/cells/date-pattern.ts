import { dateOfParts } from './date-parts';
import type { IsoDate } from './iso-date';

/** Reads a text that is written in one way; `undefined` for others. */
export type ReadDate = (text: string) => IsoDate | undefined;

/** Letters of a pattern (Unicode TR 35, date field symbols), the longest of a kind first. */
const fields: readonly (readonly [string, string])[] = [
  ['yyyy', String.raw`(?<year>\d{4})`],
  ['yy', String.raw`(?<year>\d{2})`],
  ['MMMM', '(?<name>[a-z]{3,9})'],
  ['MMM', String.raw`(?<name>[a-z]{3,9})\.?`],
  ['MM', String.raw`(?<month>\d{2})`],
  ['M', String.raw`(?<month>\d{1,2})`],
  ['dd', String.raw`(?<day>\d{2})`],
  ['d', String.raw`(?<day>\d{1,2})`],
  ['HH', String.raw`(?<hour>\d{2})`],
  ['H', String.raw`(?<hour>\d{1,2})`],
  ['hh', String.raw`(?<hour>\d{2})`],
  ['h', String.raw`(?<hour>\d{1,2})`],
  ['mm', String.raw`(?<minute>\d{2})`],
  ['ss', String.raw`(?<second>\d{2})`],
  ['SSS', String.raw`(?<fraction>\d{1,9})`],
  ['a', String.raw`(?<half>[ap])\.?m\.?`],
  ['z', String.raw`(?<zone>[-+]\d{2}:?\d{2}|[A-Za-z]+(?:/\w+){0,2})`],
];

/** A quoted text, letters that are alike, or one other sign. */
const piece = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z]/g;

/** A reader of dates in the pattern, such as `dd/MM/yyyy HH:mm`; a sentence instead where it cannot be one. */
export function datePatternReader(pattern: string): ReadDate | string {
  const source: string[] = [];
  const used = new Set<string>();
  for (const [text, quoted, letter] of pattern.matchAll(piece)) {
    const field = letter === undefined ? undefined : fields.find(([name]) => name === text)?.[1];
    if (letter !== undefined && field === undefined) return unknownLetters(text);
    const name = field && /\?<(\w+)>/.exec(field)?.[1];
    if (name !== undefined && used.has(name)) return 'A pattern can have each part of a date only once.';
    if (name !== undefined) used.add(name);
    source.push(field ?? literal(quoted === undefined ? text : quoted.replaceAll("''", "'")));
  }
  if (!used.has('year')) return 'A pattern needs a year, as in dd/MM/yyyy.';
  const written = new RegExp(`^${source.join('')}$`, 'i');
  return (text) => {
    const parts = written.exec(text.trim())?.groups;
    return parts ? dateOfParts(parts) : undefined;
  };
}

const unknownLetters = (text: string) =>
  `A pattern cannot have "${text}". It is made of yyyy, MM, MMM, dd, HH, hh, mm, ss, SSS, a and z; other words stand in '.`;

const literal = (text: string) =>
  /^\s+$/.test(text) ? String.raw`\s+` : text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
