import type { CellValue, ColumnType } from './frame';
import { compareCells } from './order';
import { filterValue } from './filter';
import { searchTextOf } from './search-text';

export interface CountedValue {
  value: CellValue;
  count: number;
}

/**
 * The different values as a filter takes them, most frequent first and among equals in their own order, empty ones last;
 * only those in which the needle stands as readers see them.
 */
export function distinctValues(values: readonly CellValue[], type: ColumnType, needle = ''): CountedValue[] {
  const counts = new Map<CellValue, number>();
  for (const value of values) {
    const shown = filterValue(value);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  const wanted = needle.trim().toLowerCase();
  const textOf = searchTextOf(type);
  const compare = compareCells(type);
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .filter(({ value }) => textOf(value).includes(wanted))
    .sort((a, b) => b.count - a.count || nullLast(a.value, b.value, compare));
}

function nullLast(left: CellValue, right: CellValue, compare: (left: CellValue, right: CellValue) => number): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  return compare(left, right);
}
