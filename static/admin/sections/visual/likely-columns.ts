import { isNumeric } from '../../../../src/shared/column-types/cell-kind';
import type { OfferedColumn } from '../../form-model/panel/columns-after';

/** The columns that can be calculated with. */
export function numberColumns(columns: readonly OfferedColumn[]): OfferedColumn[] {
  return columns.filter(isNumeric);
}

/** The key of the first column; empty without columns. */
export function firstOf(columns: readonly OfferedColumn[]): string {
  return columns[0]?.key ?? '';
}

/** The key of the first column of numbers; undefined where there is none. */
export function firstNumber(columns: readonly OfferedColumn[]): string | undefined {
  return numberColumns(columns)[0]?.key;
}

/** The key of the first column that is no number, else of the first one; empty without columns. */
export function firstCategory(columns: readonly OfferedColumn[]): string {
  return columns.find((column) => !isNumeric(column))?.key ?? firstOf(columns);
}
