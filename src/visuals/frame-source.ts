import type { CellValue, Column, Frame } from '../frame';

/** A frame whose values may lie elsewhere, so that a visual reads no more of them than it shows. */
export interface FrameSource {
  columns: Column[];
  rowCount: number;
  /** How many rows from the first on cost nothing to read. */
  rowsAtHand: number;
  /** All values of the columns at those places, in the order asked. */
  values(columns: readonly number[]): Promise<(readonly CellValue[])[]>;
  /** The rows of those numbers, in the order asked. */
  rows(numbers: readonly number[]): Promise<CellValue[][]>;
}

/** The source of a frame that is in memory as a whole. */
export function frameSource({ columns, values, rowCount }: Frame): FrameSource {
  return {
    columns,
    rowCount,
    rowsAtHand: rowCount,
    values: async (wanted) => wanted.map((column) => values[column] ?? []),
    rows: async (numbers) => numbers.map((row) => values.map((column) => column[row] ?? null)),
  };
}
