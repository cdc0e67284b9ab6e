import { type CountForms, countPhrase } from '../../../src/shared/phrase';
import type { ShownRows } from './shown-rows';

/** How many rows stand where among how many. */
export type ShownRange = Pick<ShownRows, 'offset' | 'matchingRows' | 'totalRows'> & { rows: { length: number } };

/** The rows that are on the screen: those of the page, or all, where so many are scrolled in one list. */
export function rangeOnScreen(shown: ShownRows, scrolled: number | undefined): ShownRange {
  if (scrolled === undefined) return shown;
  return { ...shown, offset: 0, rows: { length: scrolled }, matchingRows: scrolled };
}

/** Which rows are on the screen and how many there are, for the line below the table and for screen readers. */
export function rangeText(
  { rows, offset, matchingRows, totalRows }: ShownRange,
  locale: string,
  isPart = false,
): string {
  const number = new Intl.NumberFormat(locale);
  const values = {
    first: number.format(offset + 1),
    last: number.format(offset + rows.length),
    matching: number.format(matchingRows),
  };
  const isWhole = rows.length === matchingRows;
  const say = (forms: CountForms) => countPhrase(totalRows, forms, values, { locale });
  const forms = isPart ? rangesOfFirst : ranges;
  if (matchingRows === 0) return totalRows === 0 ? 'No rows' : say(forms.none);
  if (matchingRows === totalRows) return say(isWhole ? forms.all : forms.part);
  return say(isWhole ? forms.allMatching : forms.partOfMatching);
}

type Ranges = Record<'none' | 'all' | 'part' | 'allMatching' | 'partOfMatching', CountForms>;

const ranges: Ranges = {
  none: { one: 'No matches in {count} row', other: 'No matches in {count} rows' },
  all: { one: '{count} row', other: '{count} rows' },
  part: { one: '{first}–{last} of {count} row', other: '{first}–{last} of {count} rows' },
  allMatching: { one: '{matching} matching, {count} row in all', other: '{matching} matching, {count} rows in all' },
  partOfMatching: {
    one: '{first}–{last} of {matching} matching, {count} row in all',
    other: '{first}–{last} of {matching} matching, {count} rows in all',
  },
};

const rangesOfFirst: Ranges = {
  none: { one: 'No matches in the first row', other: 'No matches in the first {count} rows' },
  all: { one: 'The first row', other: 'The first {count} rows' },
  part: { one: '{first}–{last} of the first row', other: '{first}–{last} of the first {count} rows' },
  allMatching: { one: '{matching} matching of the first row', other: '{matching} matching of the first {count} rows' },
  partOfMatching: {
    one: '{first}–{last} of {matching} matching of the first row',
    other: '{first}–{last} of {matching} matching of the first {count} rows',
  },
};
