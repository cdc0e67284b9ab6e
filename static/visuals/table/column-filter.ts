import type { CellValue, ColumnFilter } from '../../../src/shared/contract';

/** The most values that a column can be filtered by. */
export const mostFilterValues = 100;

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
