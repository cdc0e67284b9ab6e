import { pageSizes } from '../../../src/shared/page-sizes';
import { type CountForms, countPhrase } from '../../../src/shared/phrase';
import type { ShownRows } from './shown-rows';

/** How many rows stand where among how many. */
export type ShownRange = Pick<ShownRows, 'offset' | 'matchingRows' | 'totalRows'> & { rows: { length: number } };

export interface PagePosition {
  /** Counted from 1. */
  page: number;
  pages: number;
  previous: number | null;
  next: number | null;
  last: number;
}

/** Where a page lies among the others; `previous`, `next` and `last` are row offsets, null where there is no such page. */
export function pagePosition(offset: number, count: number, matchingRows: number): PagePosition {
  const pages = Math.max(1, Math.ceil(matchingRows / count));
  const page = Math.min(pages, Math.floor(offset / count) + 1);
  return {
    page,
    pages,
    previous: page > 1 ? (page - 2) * count : null,
    next: page < pages ? page * count : null,
    last: (pages - 1) * count,
  };
}

/** The page sizes to offer, with the current one among them. */
export function offeredSizes(current: number): number[] {
  return [...new Set([...pageSizes, current])].sort((a, b) => a - b);
}

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
