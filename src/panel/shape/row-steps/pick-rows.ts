import type { CellValue, Frame } from '../../../shared/frame';

/** A frame of the rows with these numbers, in their order. */
export function pickRows({ columns, values }: Frame, rows: readonly number[]): Frame {
  return { columns, values: values.map((list) => picked(list, rows)), rowCount: rows.length };
}

/** The values at these places; `null` beyond the end. */
export function picked(values: readonly CellValue[], rows: readonly number[]): CellValue[] {
  return rows.map((row) => values[row] ?? null);
}
