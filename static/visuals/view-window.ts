import type { RowsView, RowWindow, View } from '../../src/shared/contract';

/** The view, if it is one of rows that are requested window by window; null for a single record, value or drawing. */
export function rowsOf(view: View): Extract<View, RowsView> | null {
  return 'rows' in view ? view : null;
}

/** Whether both windows are cut from the same rows in the same order. */
export function sameRows(a: RowWindow, b: RowWindow): boolean {
  return queryOf(a) === queryOf(b);
}

/** What decides which rows match and how they are ordered, as a text that is equal for equal questions. */
export function queryOf({ sorts, search, filters }: RowWindow): string {
  return JSON.stringify([sorts ?? [], search ?? '', filters ?? []]);
}

/** Whether a view that was loaded for one window holds all rows of another, so that no request is needed. */
export function covers(view: View, loaded: RowWindow, wanted: RowWindow): boolean {
  const rows = rowsOf(view);
  if (!rows || rows.whole) return true;
  if (!sameRows(loaded, wanted) || wanted.offset < rows.offset) return false;
  const last = Math.min(wanted.offset + wanted.count, rows.matchingRows);
  return rows.offset + rows.rows.length >= last;
}

/** The window itself, or the last page's when fewer rows are there than it begins after. */
export function withinRows(window: RowWindow, matchingRows: number): RowWindow {
  if (window.offset < Math.max(1, matchingRows)) return window;
  const offset = Math.max(0, Math.ceil(matchingRows / window.count) - 1) * window.count;
  return { ...window, offset };
}

/**
 * The most rows a page can have, so that replies carry whole pages: infinite unless a reply came short of the requested
 * rows.
 */
export function carriedRows(view: View, requested: RowWindow): number {
  const rows = rowsOf(view);
  if (!rows) return Infinity;
  const expected = Math.min(requested.count, rows.matchingRows - rows.offset);
  const came = rows.rows.length;
  return rows.whole || came === 0 || came >= expected ? Infinity : came;
}
