import { type PlacedFilter, placedFilters, type PlacedSort, placedSorts } from '../shared/placed-query';
import { type Reader, unknownReader } from '../shared/reader';
import type { RowWindow, SortOrder } from '../shared/view';
import type { FrameSource } from './frame-source';

/** Most rows in one reply. */
export const maxWindowRows = 5000;

/** The rows that somebody requests, who is not known where no reader is named. */
export interface RequestedWindow extends RowWindow {
  reader?: Reader;
}

/** A window whose columns are known by their places in the source. */
export interface PlacedWindow {
  offset: number;
  count: number;
  sorts: PlacedSort[];
  /** The order where nobody names one. */
  usualSorts: PlacedSort[];
  search: string;
  reader: Reader;
  filters: PlacedFilter[];
}

/**
 * The window within bounds, without orders and filters by columns that the source does not have. A reader sorts and filters
 * by the columns they see; the usual order may go by any.
 */
export function knownWindow(
  { columns, aside = [] }: FrameSource,
  { offset, count, sorts = [], search = '', filters, reader = unknownReader }: RequestedWindow,
  usual: readonly SortOrder[],
): PlacedWindow {
  const all = [...columns, ...aside];
  const usualSorts = placedSorts(all, usual);
  const shown = sorts.filter(({ column }) => columns.some(({ key }) => key === column));
  return {
    offset,
    count: Math.min(count, maxWindowRows),
    sorts: shown.length > 0 ? placedSorts(all, shown) : usualSorts,
    usualSorts,
    search: search.trim(),
    reader,
    filters: placedFilters(columns, filters),
  };
}
