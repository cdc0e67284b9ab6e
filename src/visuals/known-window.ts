import type { CellValue, Column, ColumnType } from '../shared/frame';
import type { RowWindow, SortOrder } from '../shared/view';
import type { FrameSource } from './frame-source';

/** Most rows in one reply. */
export const maxWindowRows = 5000;

/** A window whose columns are known by their places in the source. */
export interface PlacedWindow {
  offset: number;
  count: number;
  sorts: PlacedSort[];
  /** The order where nobody names one. */
  usualSorts: PlacedSort[];
  search: string;
  filters: { place: number; values: readonly CellValue[] }[];
}

export interface PlacedSort {
  place: number;
  type: ColumnType;
  direction: SortOrder['direction'];
}

/**
 * The window within bounds, without orders and filters by columns that the source does not have. A reader sorts and filters
 * by the columns he sees; the usual order may go by any.
 */
export function knownWindow(source: FrameSource, asked: RowWindow, usual: readonly SortOrder[]): PlacedWindow {
  const { columns } = source;
  const { offset, count, search = '', filters = [] } = asked;
  const shown = (asked.sorts ?? []).filter(({ column }) => placeOf(columns, column) !== undefined);
  const usualSorts = placed(source, usual);
  return {
    offset,
    count: Math.min(count, maxWindowRows),
    sorts: shown.length > 0 ? placed(source, shown) : usualSorts,
    usualSorts,
    search: search.trim(),
    filters: filters.flatMap(({ column, values }) => {
      const place = placeOf(columns, column);
      return place === undefined ? [] : [{ place, values }];
    }),
  };
}

function placed({ columns, aside = [] }: FrameSource, sorts: readonly SortOrder[]): PlacedSort[] {
  const all = [...columns, ...aside];
  return sorts.flatMap(({ column, direction }) => {
    const own = placeOf(all, column);
    if (own === undefined) return [];
    const place = placeOf(all, all[own]?.sortedBy) ?? own;
    return [{ place, type: all[place]?.type ?? 'text', direction }];
  });
}

function placeOf(columns: readonly Column[], wanted: string | undefined): number | undefined {
  const place = columns.findIndex(({ key }) => key === wanted);
  return place < 0 ? undefined : place;
}
