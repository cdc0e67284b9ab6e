import type { CellValue, RowWindow, TableView } from '../../../src/contract';
import type { FormatCell } from '../format-cell';
import { withinRows } from '../view-window';
import { sortRows } from './order';
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

/**
 * The rows to draw for a window. A whole view is searched, sorted and cut here; of any other the asked rows are taken
 * where it holds them, and the rows it has where it does not hold them yet.
 */
export function shownRows(view: TableView, window: RowWindow, format: FormatCell): ShownRows {
  const { columns, totalRows } = view;
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
  const matching = sortRows(searchRows(view.rows, columns, window.search, format), columns, window.sort);
  const { offset } = withinRows(window, matching.length);
  return { rows: page(matching, offset, window.count), offset, matchingRows: matching.length, totalRows };
}
