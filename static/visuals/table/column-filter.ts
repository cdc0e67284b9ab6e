import type { CellValue, Column, ColumnFilter } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';

/** The most values that a column can be filtered by. */
export const mostFilterValues = 100;

/** Whether a value of the column contains the text, as it is or as the reader sees it, in any letter case. */
export function containing(text: string, column: Column, format: FormatCell): (value: CellValue) => boolean {
  const wanted = text.trim().toLowerCase();
  return (value) => {
    if (!wanted) return true;
    if (value === null) return false;
    const texts = [String(value), format(value, column)];
    return texts.some((one) => one.toLowerCase().includes(wanted));
  };
}

/** The filters with one column's set to these values; without values the column is filtered no more. */
export function withFilter(
  filters: ColumnFilter[] = [],
  column: string,
  values: CellValue[],
): ColumnFilter[] | undefined {
  const others = filters.filter((filter) => filter.column !== column);
  const changed = values.length > 0 ? [...others, { column, values: values.slice(0, mostFilterValues) }] : others;
  return changed.length > 0 ? changed : undefined;
}
