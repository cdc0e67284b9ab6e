import type { CellValue, ColumnType } from '../src/shared/frame';

/** What a search looks through in a cell: lower case, empty where the cell shows no text. */
type SearchText = (value: CellValue) => string;

/** A column as the search looks through it. */
export interface PlainColumn {
  type: ColumnType;
  values: readonly CellValue[];
}

/**
 * Those of the rows in which some cell, as readers of English see it, contains the needle in any letter case: a search
 * that knows neither the reader's language nor accents, beside which the one that does is measured.
 */
export function searchInEnglish(rows: Uint32Array, columns: readonly PlainColumn[], needle: string): Uint32Array {
  const wanted = needle.toLowerCase();
  const texts = columns.map(({ type }) => searchTextOf(type));
  return rows.filter((row) => columns.some(({ values }, index) => texts[index]!(values[row] ?? null).includes(wanted)));
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july'].concat(
  ['august', 'september', 'october', 'november', 'december'], // two lines, one year
);
const isoDay = /^(\d{4,})-(\d\d)-(\d\d)/;

/**
 * The text that cells of a column show, for a search that cannot know the reader's language: values as they are, and
 * beside them how readers of English see them. The address of an image is not shown to anybody.
 */
function searchTextOf(type: ColumnType): SearchText {
  if (type === 'image') return () => '';
  return (value) => {
    if (value === null) return '';
    if (typeof value === 'boolean') return value ? 'true yes' : 'false no';
    if (typeof value === 'number') return numberText(value, type);
    return type === 'date' || type === 'date-time' ? dateText(value) : value.toLowerCase();
  };
}

function numberText(value: number, type: ColumnType): string {
  if (type === 'percent') return `${plain(value * 100)}% ${plain(value * 100)} %`;
  if (type === 'duration') return `${plain(value)} ${durationWords(value)}`;
  return plain(value);
}

/** Every digit of an integer, else the digits a double is sure of: 0.07 × 100 is 7. */
const plain = (value: number) => String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));

function durationWords(seconds: number): string {
  const [size, unit] = durationUnits.find(([least]) => Math.abs(seconds) >= least) ?? [1, 's'];
  return `${Math.floor(Math.abs(seconds) / size)} ${unit}`;
}

const durationUnits = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

/** As it is, and with the month as a word: `2026-03-05 5 march 2026 mar 5, 2026`. */
function dateText(text: string): string {
  const [, year = '', month = '', day = ''] = isoDay.exec(text) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return text.toLowerCase();
  const date = Number(day);
  const short = name.slice(0, 3);
  return `${text.toLowerCase()} ${date} ${name} ${year} ${name} ${date}, ${year} ${date} ${short} ${year} ${short} ${date}, ${year}`;
}
