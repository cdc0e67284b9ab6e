import type { Column } from '../../../src/shared/contract';
import type { TableLayout } from './table-layout';

/** A column on the screen, and its place among all columns of the view. */
export interface ShownColumn {
  column: Column;
  at: number;
  /** The longest decimals among its numbers, for which each keeps room; absent where there are none. */
  decimals?: string;
  /** Counted from 1 among those that stay in sight; absent for all others. */
  pin?: number;
}

/**
 * The columns that readers see, in the order of the layout; without those that are only sorted by, and those that the layout
 * hides, unless it hides them all.
 */
export function shownColumns(columns: Column[], { order = [], hidden = [] }: TableLayout = {}): ShownColumn[] {
  const offered = columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.hidden);
  const place = ({ column }: ShownColumn): number => {
    const at = order.indexOf(column.key);
    return at < 0 ? order.length : at;
  };
  const ordered = [...offered].sort((one, other) => place(one) - place(other));
  const shown = ordered.filter(({ column }) => !hidden.includes(column.key));
  return shown.length > 0 ? shown : ordered;
}
