import { makeUser } from '../local/demo/directory/users';
import type { CellValue, Column } from '../src/shared/frame';
import type { Reader } from '../src/shared/reader';
import { searchRows } from '../src/shared/search';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';
import { searchInEnglish } from './search-in-english';

const rowCount = 50_000;
const reader: Reader = { locale: 'de', timeZone: 'Europe/Berlin', now: Date.UTC(2026, 10, 28) };

/** What a reader of German types: a word of many rows, one with an accent, a day, an amount, and a month as programs write it. */
const texts = ['director', 'zürich', '05.03.2020', '1.234', '2019-11'];

/** The search for this reader, and one that knows no reader. */
const here = 'this';
const before = 'in English';

interface BenchColumn extends Pick<Column, 'type' | 'format'> {
  of: (user: ReturnType<typeof makeUser>, index: number) => CellValue;
}

/** 13 columns, as a panel on a directory may have them. */
const columns: BenchColumn[] = [
  { type: 'user', of: ({ displayName }) => displayName },
  { type: 'email', of: ({ mail }) => mail },
  { type: 'text', of: ({ jobTitle }) => jobTitle },
  { type: 'status', of: ({ department }) => department },
  { type: 'text', of: ({ officeLocation }) => officeLocation },
  { type: 'text', of: ({ city }) => city },
  { type: 'text', of: ({ country }) => country },
  { type: 'boolean', of: ({ accountEnabled }) => accountEnabled },
  { type: 'date-time', of: ({ createdDateTime }) => createdDateTime },
  { type: 'date', of: ({ createdDateTime }) => createdDateTime.slice(0, 10) },
  { type: 'number', of: (_, index) => (index * 7919) % 100_009 },
  { type: 'currency', format: { currency: 'EUR' }, of: (_, index) => ((index * 104_729) % 9_000_011) / 100 },
  { type: 'percent', of: (_, index) => ((index * 31) % 10_007) / 10_007 },
];

/** `search.large`. */
export async function search(): Promise<Entry[]> {
  const users = Array.from({ length: rowCount }, (_, index) => makeUser(index));
  const searched = columns.map(({ of, ...column }) => ({ ...column, values: users.map(of) }));
  const rows = Uint32Array.from(users.keys());
  const contenders = texts.flatMap((text) => [
    { name: `${text}, ${here}`, run: () => searchRows(rows, searched, text, reader) },
    { name: `${text}, ${before}`, run: () => searchInEnglish(rows, searched, text) },
  ]);
  const times = await alternate(contenders, { warmUp: 3, timed: 9 });
  const allTexts = (who: string) => sums(texts.map((text) => times[`${text}, ${who}`]!));
  const beside = contenders.map(({ name }) => ({ name, value: median(times[name]!), unit: 'ms' }));
  return [atMost('search.large', ratio(allTexts(here), allTexts(before)), '×', 1.5, beside)];
}

/** Round by round, what all come to together. */
function sums(times: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = times;
  return first.map((time, round) => others.reduce((sum, each) => sum + each[round]!, time));
}
