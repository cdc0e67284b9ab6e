import type { Column } from '../../../src/shared/contract';

/** A column on the screen, and its place among all columns of the view. */
export interface ShownColumn {
  column: Column;
  at: number;
}

/** The columns that readers see; those that are only sorted by stay out. */
export function shownColumns(columns: Column[]): ShownColumn[] {
  return columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.hidden);
}
