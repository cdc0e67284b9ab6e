import type { CellValue, Column } from '../../../src/shared/contract';
import type { OpenedRows } from '../../visuals/visual-props';

/** Rows of a table that a dialog turns through, as they travel to it. */
export interface CardContext {
  columns: Column[];
  rows: CellValue[][];
  /** Place of the first of these rows among all that match, and how many these are. */
  first: number;
  total: number;
  /** Place of the row that was opened among all that match. */
  at: number;
}

/** Rows before and behind the opened one that go along with it. */
const around = 25;

/** The opened row and its neighbors, as far as they are here without a gap; columns that readers do not see stay out. */
export function cardContext({ columns, at, total, rowAt }: OpenedRows): CardContext {
  const seen = columns.flatMap(({ hidden }, place) => (hidden ? [] : [place]));
  const only = (row: CellValue[]): CellValue[] => seen.map((place) => row[place] ?? null);
  const rows: CellValue[][] = [];
  let first = at;
  for (let place = at; place <= at + around; place += 1) {
    const row = rowAt(place);
    if (!row) break;
    rows.push(only(row));
  }
  for (let place = at - 1; place >= at - around; place -= 1) {
    const row = place < 0 ? undefined : rowAt(place);
    if (!row) break;
    rows.unshift(only(row));
    first = place;
  }
  return { columns: columns.filter(({ hidden }) => !hidden), rows, first, total, at };
}

/** What a dialog finds in its context, if it is such rows; null if not. */
export function readCardContext(modal: unknown): CardContext | null {
  const isCard = typeof modal === 'object' && modal !== null && 'rows' in modal && Array.isArray(modal.rows);
  return isCard ? (modal as unknown as CardContext) : null;
}
