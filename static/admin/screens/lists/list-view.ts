import { textSearch } from '../../../../src/shared/fold';

/** How somebody looks at a list. */
export interface ListView<Order extends string> {
  search: string;
  order: Order;
  isDescending: boolean;
}

/** What a list is searched by, and the orders it can be brought into, each ascending. */
export interface ListRules<Row, Order extends string> {
  /** All that can be searched for in a row. */
  text(row: Row): string;
  orders: Readonly<Record<Order, (one: Row, other: Row) => number>>;
}

/** The rows with every word of the search, in their order; what is alike in it stays as it came. */
export function shownRows<Row, Order extends string>(
  rows: readonly Row[],
  { search, order, isDescending }: ListView<Order>,
  { text, orders }: ListRules<Row, Order>,
): Row[] {
  const isWanted = textSearch(search);
  const compare = orders[order];
  const sign = isDescending ? -1 : 1;
  return rows.filter((row) => isWanted(text(row))).sort((one, other) => sign * compare(one, other));
}

/** The view after a click on the head of a column: its order, or that order the other way around. */
export function reordered<Order extends string>(view: ListView<Order>, order: Order): ListView<Order> {
  return { ...view, order, isDescending: view.order === order && !view.isDescending };
}

/** Names in the order of a phone book. */
export const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);

/** A name for a copy that nothing of the list has. */
export function copyName(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((each) => each.trim().toLowerCase()));
  const nameOf = (count: number) => `${name} ${count === 1 ? '(copy)' : `(copy ${count})`}`.trim();
  let count = 1;
  while (lower.has(nameOf(count).toLowerCase())) count += 1;
  return nameOf(count);
}
