import { filterValue } from './filter';
import type { CellValue, ColumnType } from './frame';
import { sortRows } from './order';

/** One value of a column and the number of rows that have it. */
export interface CountedValue {
  value: CellValue;
  count: number;
}

/**
 * The different values that are wanted, as a filter takes them: most frequent first and among equals in their own order,
 * empty ones last.
 */
export function distinctValues(
  values: readonly CellValue[],
  type: ColumnType,
  isWanted: (value: CellValue) => boolean,
): CountedValue[] {
  const counts = new Map<CellValue, number>();
  for (const value of values) {
    const offered = filterValue(value);
    counts.set(offered, (counts.get(offered) ?? 0) + 1);
  }
  const found = Array.from(counts, ([value, count]) => ({ value, count })).filter(({ value }) => isWanted(value));
  return sortRows(
    [...found.keys()],
    [
      { values: found.map(({ count }) => count), type: 'number', direction: 'descending' },
      { values: found.map(({ value }) => value), type, direction: 'ascending' },
    ],
  ).flatMap((place) => found[place] ?? []);
}
