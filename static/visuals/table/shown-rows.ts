import type { CellValue, RowWindow, RowsView } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';
import { filterRows } from '../../../src/shared/filter';
import { sortRows } from '../../../src/shared/order';
import { placedFilters, placedSorts } from '../../../src/shared/placed-query';
import { withinRows } from '../view-window';
import { searchRows } from './search';

export interface ShownRows {
  rows: CellValue[][];
  /** Number of rows before the first shown one. */
  offset: number;
  matchingRows: number;
  totalRows: number;
}

function page(rows: CellValue[][], from: number, count: number): CellValue[][] {
  return rows.slice(Math.max(0, from), Math.max(0, from) + count);
}

/** All rows of a whole view that pass search and filters, in the asked order. */
export function matchingRows({ rows, columns }: RowsView, window: RowWindow, format: FormatCell): CellValue[][] {
  const valuesAt = (place: number): CellValue[] => rows.map((row) => row[place] ?? null);
  const filters = placedFilters(columns, window.filters);
  const sorts = placedSorts(columns, window.sorts);
  const filtered = filterRows(
    Uint32Array.from(rows.keys()),
    filters.map(({ place, values }) => ({ column: valuesAt(place), wanted: values })),
  );
  const sorted = sortRows(
    filtered,
    sorts.map(({ place, type, direction }) => ({ values: valuesAt(place), type, direction })),
  );
  const ordered = sorted.map((row) => rows[row] ?? []);
  return searchRows(ordered, columns, window.search, format);
}

/**
 * The rows to draw for a window. A whole view is searched, filtered, sorted and cut here; of any other the asked rows are
 * taken where it holds them, and the rows it has where it does not hold them yet.
 */
export function shownRows(view: RowsView, window: RowWindow, format: FormatCell): ShownRows {
  const { totalRows } = view;
  if (!view.whole) {
    const inside = window.offset >= view.offset && window.offset < view.offset + view.rows.length;
    const offset = inside ? window.offset : view.offset;
    return {
      rows: page(view.rows, offset - view.offset, window.count),
      offset,
      matchingRows: view.matchingRows,
      totalRows,
    };
  }
  const matching = matchingRows(view, window, format);
  const { offset } = withinRows(window, matching.length);
  return { rows: page(matching, offset, window.count), offset, matchingRows: matching.length, totalRows };
}
