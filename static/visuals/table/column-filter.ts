import type { CellValue, Column, ColumnFilter } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';

/** The most values that a column can be filtered by. */
export const mostFilterValues = 100;

/** One value of a column and the number of rows that have it. */
export interface CountedValue {
  value: CellValue;
  count: number;
}

/** Texts of a column that begin alike up to here count as one value, as the functions count them. */
const comparedLength = 300;

/** A value as it is offered to filter by: itself, a long text by its beginning; no character is cut in half. */
export function filterValue(value: CellValue): CellValue {
  if (typeof value !== 'string' || value.length <= comparedLength) return value;
  const isHalf = /[\ud800-\udbff]/.test(value.charAt(comparedLength - 2));
  return `${value.slice(0, comparedLength - (isHalf ? 2 : 1))}…`;
}

/** The rows that have one of the chosen values in every filtered column; a filter by a column that is gone is left out. */
export function filterRows(rows: CellValue[][], columns: Column[], filters: ColumnFilter[] = []): CellValue[][] {
  const tests = filters
    .map(({ column, values }) => ({ at: columns.findIndex(({ key }) => key === column), wanted: new Set(values) }))
    .filter(({ at }) => at >= 0);
  if (tests.length === 0) return rows;
  return rows.filter((row) => tests.every(({ at, wanted }) => wanted.has(filterValue(row[at] ?? null))));
}

/** The different values of the column at a place, most frequent first; equal counts in the order of the rows. */
export function columnValues(rows: CellValue[][], at: number): CountedValue[] {
  const counts = new Map<CellValue, number>();
  for (const row of rows) {
    const value = filterValue(row[at] ?? null);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** The values that contain the text, as they are or as the reader sees them, in any letter case. */
export function searchValues(values: CountedValue[], column: Column, text: string, format: FormatCell): CountedValue[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return values;
  return values.filter(({ value }) => {
    if (value === null) return false;
    const texts = [String(value), format(value, column)];
    return texts.some((one) => one.toLowerCase().includes(wanted));
  });
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
