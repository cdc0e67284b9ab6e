import type { CellValue, RowWindow, RowsView } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { withinRows } from '../view-window';
import type { MatchRows } from './use-match-rows';

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

/** Whether a window wants all rows in the order in which they came. */
function isPlain({ search, filters, sorts }: RowWindow): boolean {
  return !search && !filters?.length && !sorts?.length;
}

/**
 * The rows to draw for a window. Of a whole view those that match are cut here, and all of them until `match` can tell;
 * of any other the requested rows are taken where it holds them, and the rows it has where it does not hold them yet.
 */
export function shownRows(view: RowsView, window: RowWindow, reader: Reader, match: MatchRows | undefined): ShownRows {
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
  const matching = match && !isPlain(window) ? match(view, window, reader) : view.rows;
  const { offset } = withinRows(window, matching.length);
  return { rows: page(matching, offset, window.count), offset, matchingRows: matching.length, totalRows };
}
