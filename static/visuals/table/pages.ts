import { pageSizes } from '../../../src/shared/page-sizes';
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
export function rangeText({ rows, offset, matchingRows, totalRows }: ShownRange, locale: string): string {
  const number = new Intl.NumberFormat(locale);
  const all = `${number.format(totalRows)} ${totalRows === 1 ? 'row' : 'rows'}`;
  if (matchingRows === 0) return totalRows === 0 ? 'No rows' : `No matches in ${all}`;
  const range =
    rows.length === matchingRows ? '' : `${number.format(offset + 1)}–${number.format(offset + rows.length)} of `;
  if (matchingRows === totalRows) return `${range}${all}`;
  return `${range}${number.format(matchingRows)} matching, ${all} in all`;
}
