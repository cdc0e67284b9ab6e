import { moveInGrid } from './move-in-grid';

export type OpenRow = ((row: number) => void) | undefined;

function openRowOf(element: Element, openRow: OpenRow): void {
  const place = element.closest('tbody tr')?.ariaRowIndex;
  if (place) openRow?.(Number(place) - 2);
}

/**
 * Hears the keys that lead from header to header and from cell to cell, and Enter on a cell. Keys pressed in anything else,
 * such as a link, are left alone.
 */
export function onGridKey(event: KeyboardEvent, openRow: OpenRow): void {
  const { key, target } = event;
  if (!(target instanceof HTMLElement) || !target.matches('th button, td')) return;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  if (key === 'Enter' && target.matches('td')) openRowOf(target, openRow);
  if (!/^(?:Arrow|Home$|End$)/.test(key)) return;
  event.preventDefault(); // the box around the table would be scrolled
  moveInGrid(target, key);
}

/** Hears a click on a row, unless it is one on a link or button in it, or the end of marking text. */
export function onRowClick({ target }: MouseEvent, openRow: OpenRow): void {
  if (!(target instanceof Element) || target.closest('a, button')) return;
  if (getSelection()?.isCollapsed !== false) openRowOf(target, openRow);
}
