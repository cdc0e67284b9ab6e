import { isNumeric } from './column-types/cell-kind';
import { columnTypes } from './column-types/registry';
import type { CellValue, Column } from './frame';

/** Whether the values of a column add up to something: numbers that are no parts of a whole. */
export function isSummed(column: Pick<Column, 'type' | 'format'>): boolean {
  return isNumeric(column) && !columnTypes[column.type].isShare;
}

/** The sum of the numbers among the values of those rows; null where there are none, and for one beyond all numbers. */
export function sumOf(values: readonly CellValue[], rows: Iterable<number>): CellValue {
  let sum: number | null = null;
  for (const row of rows) {
    const value = values[row];
    if (typeof value === 'number') sum = (sum ?? 0) + value;
  }
  return sum !== null && Number.isFinite(sum) ? sum : null;
}
