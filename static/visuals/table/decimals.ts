import type { CellValue, Column } from '../../../src/shared/contract';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';

/** The most decimals that room is kept for below each other. */
const mostDecimals = 6;

/** The decimals of a number as it is written, with their sign; empty where it has none. */
function decimalsOf(value: CellValue, text: string): string {
  if (typeof value !== 'number' || Number.isInteger(value)) return '';
  return /\D\d+$/.exec(text)?.[0] ?? '';
}

/** The longest decimals among the values of a column that writes each number with its own; empty for any other column. */
export function longestDecimals(values: CellValue[], column: Column, reader: Reader): string {
  if (column.type !== 'number' || column.format?.decimals !== undefined) return '';
  const found = values.map((value) => decimalsOf(value, cellText(value, column, reader)));
  return found.reduce((a, b) => (b.length > a.length && b.length <= mostDecimals + 1 ? b : a), '');
}

/** What is missing behind a number, so that its decimal sign stands below those of the others; undefined for nothing. */
export function missingDecimals(value: CellValue, text: string, longest: string): string | undefined {
  return (text && longest.slice(decimalsOf(value, text).length)) || undefined;
}
