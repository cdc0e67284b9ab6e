import type { CellValue, Column, ColumnType, SortOrder } from '../../../src/contract';

const collator = new Intl.Collator('en', { numeric: true });

/** Numbers stand before texts, texts before booleans, as the functions order mixed values. */
function rankOf(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return value === false ? 2 : 3;
}

/** Frames hold times in UTC, so their texts sort as the times do, once the zone does not count. */
function compareTimes(a: string, b: string): number {
  const [left, right] = [a.replace(/Z$/, ''), b.replace(/Z$/, '')];
  return left < right ? -1 : Number(left > right);
}

function compareValues(a: CellValue, b: CellValue, type: ColumnType): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== 'string' || typeof b !== 'string') return rankOf(a) - rankOf(b);
  return type === 'date' || type === 'date-time' ? compareTimes(a, b) : collator.compare(a, b);
}

/**
 * The rows in the asked order, or as they came without one. Numbers go by value, dates by time, text by one collation
 * that counts digits as numbers; cells without a value stay last in both directions, and equal rows keep their order.
 * The functions sort large views by the same rules.
 */
export function sortRows(rows: CellValue[][], columns: Column[], sort: SortOrder | undefined): CellValue[][] {
  const at = columns.findIndex(({ key }) => key === sort?.column);
  const column = columns[at];
  if (!sort || !column) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const [a, b] = [left[at] ?? null, right[at] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compareValues(a, b, column.type);
  });
}

/** The order after a click on a column's header: ascending, descending, then as the source has it. */
export function nextSort(sort: SortOrder | undefined, column: string): SortOrder | undefined {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
