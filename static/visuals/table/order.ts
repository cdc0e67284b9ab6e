import type { SortOrder } from '../../../src/shared/contract';

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
