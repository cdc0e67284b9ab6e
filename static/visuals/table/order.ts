import type { CellValue, Column, ColumnType, SortOrder } from '../../../src/shared/contract';

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

type CompareRows = (left: CellValue[], right: CellValue[]) => number;

/** Compares rows by one column; cells without a value stay last in both directions. Undefined for a column that is gone. */
function comparison({ column, direction }: SortOrder, columns: Column[]): CompareRows | undefined {
  const shown = columns.find(({ key }) => key === column);
  const at = columns.findIndex(({ key }) => key === (shown?.sortedBy ?? column));
  const by = columns[at];
  if (!by) return undefined;
  const sign = direction === 'ascending' ? 1 : -1;
  return (left, right) => {
    const [a, b] = [left[at] ?? null, right[at] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compareValues(a, b, by.type);
  };
}

/**
 * The rows in the asked order, or as they came without one. The first order decides, the next ones among equals. Numbers
 * go by value, dates by time, text by one collation that counts digits as numbers; equal rows keep their order. The
 * functions sort large views by the same rules.
 */
export function sortRows(rows: CellValue[][], columns: Column[], sorts: SortOrder[] = []): CellValue[][] {
  const compares = sorts.map((sort) => comparison(sort, columns)).filter((compare) => compare !== undefined);
  if (compares.length === 0) return rows;
  return [...rows].sort((left, right) => {
    for (const compare of compares) {
      const order = compare(left, right);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The most columns that rows are sorted by. */
export const mostSorts = 5;

function turned(direction: SortOrder['direction'] | undefined): SortOrder['direction'] | undefined {
  if (direction === undefined) return 'ascending';
  return direction === 'ascending' ? 'descending' : undefined;
}

/** The orders with one column's set, where it stands among them or behind them; taken out where there is no direction. */
export function withSort(
  sorts: SortOrder[] = [],
  column: string,
  direction: SortOrder['direction'] | undefined,
): SortOrder[] | undefined {
  const isThere = sorts.some((sort) => sort.column === column);
  const changed = sorts.flatMap((sort) => {
    if (sort.column !== column) return [sort];
    return direction ? [{ column, direction }] : [];
  });
  const orders = isThere || !direction ? changed : [...sorts.slice(0, mostSorts - 1), { column, direction }];
  return orders.length > 0 ? orders : undefined;
}

/**
 * The orders after a click on a column's header: by this column alone, ascending, descending, then as the panel has it.
 * With `adds` the other columns stay, and this one comes behind them. A click never ends in the order that is shown:
 * where the panel's own is this column's descending one, ascending comes next.
 */
export function nextSorts(
  sorts: SortOrder[] | undefined,
  column: string,
  adds: boolean,
  usual: SortOrder[] = [],
): SortOrder[] | undefined {
  const shown = sorts ?? usual;
  const current = shown.find((sort) => sort.column === column);
  const isOnlyOne = current !== undefined && shown.length === 1;
  const direction = turned(adds || isOnlyOne ? current?.direction : undefined);
  const next = withSort(adds ? shown : [], column, direction);
  return next ?? (isOnly(current, usual) ? [{ column, direction: 'ascending' }] : undefined);
}

function isOnly(sort: SortOrder | undefined, [first, ...others]: SortOrder[]): boolean {
  if (!sort || !first) return false;
  return others.length === 0 && first.column === sort.column && first.direction === sort.direction;
}
