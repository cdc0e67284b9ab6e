import type { RowWindow, TableView, View } from '../../src/contract';

function sameOrder(a: RowWindow, b: RowWindow): boolean {
  return a.sort?.column === b.sort?.column && a.sort?.direction === b.sort?.direction && a.search === b.search;
}

function tableCovers(view: TableView, loaded: RowWindow, wanted: RowWindow): boolean {
  if (view.whole) return true;
  if (!sameOrder(loaded, wanted) || wanted.offset < view.offset) return false;
  const last = Math.min(wanted.offset + wanted.count, view.matchingRows);
  return view.offset + view.rows.length >= last;
}

/** Whether a view that was loaded for one window holds all rows of another, so that nobody need be asked. */
export function covers(view: View, loaded: RowWindow, wanted: RowWindow): boolean {
  return tableCovers(view, loaded, wanted);
}

/** The window itself, or the last page's when fewer rows are there than it begins after. */
export function withinRows(window: RowWindow, matchingRows: number): RowWindow {
  if (window.offset < Math.max(1, matchingRows)) return window;
  const offset = Math.max(0, Math.ceil(matchingRows / window.count) - 1) * window.count;
  return { ...window, offset };
}

/** The most rows a page can have, so that replies carry whole pages: infinite unless a reply came short of the asked rows. */
export function carriedRows(view: View, asked: RowWindow): number {
  const expected = Math.min(asked.count, view.matchingRows - asked.offset);
  const came = view.rows.length;
  return view.whole || came === 0 || came >= expected ? Infinity : came;
}
