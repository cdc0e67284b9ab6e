import type { CellValue, Column, ColumnType } from './frame';
import type { ColumnFilter, SortOrder } from './view';

/** An order by the column at that place. */
export interface PlacedSort {
  place: number;
  type: ColumnType;
  direction: SortOrder['direction'];
}

/** The values of which a row must have one in the column at that place. */
export interface PlacedFilter {
  place: number;
  values: readonly CellValue[];
}

/**
 * The orders by the places of the columns that decide them, each of which may be another one than the column named; an
 * order by a column that is gone is left out.
 */
export function placedSorts(columns: readonly Column[], sorts: readonly SortOrder[] = []): PlacedSort[] {
  return sorts.flatMap(({ column, direction }) => {
    const own = findColumn(columns, column);
    if (own === undefined) return [];
    const place = findColumn(columns, columns[own]?.sortedBy) ?? own;
    return [{ place, type: columns[place]?.type ?? 'text', direction }];
  });
}

/** The filters by the places of their columns; a filter by a column that is gone is left out. */
export function placedFilters(columns: readonly Column[], filters: readonly ColumnFilter[] = []): PlacedFilter[] {
  return filters.flatMap(({ column, values }) => {
    const place = findColumn(columns, column);
    return place === undefined ? [] : [{ place, values }];
  });
}

/** The place of the column with that key; `undefined` where there is none. */
export function findColumn(columns: readonly Column[], wanted: string | undefined): number | undefined {
  const place = columns.findIndex(({ key }) => key === wanted);
  return place < 0 ? undefined : place;
}
