import { parseFilter, textOf } from './filter';
import type { DirectoryItem } from './filter';
import { badQuery } from './graph-error';
import type { ListQuery } from './query';

/** Rows that are made when first requested and kept from then on. */
export interface Collection {
  readonly name: string;
  readonly count: number;
  at(index: number): DirectoryItem;
  find(test: (row: DirectoryItem) => boolean): DirectoryItem | undefined;
  /** The rows of one page, and how many rows the filter leaves in all. */
  page(query: ListQuery): { rows: DirectoryItem[]; total: number };
}

const keptOrders = 8;

/** A collection of `count` rows made by `make`, which must return the same row for the same number. */
export function createCollection(name: string, count: number, make: (index: number) => object): Collection {
  const made: DirectoryItem[] = [];
  const orders = new Map<string, number[]>();
  const at = (index: number): DirectoryItem => (made[index] ??= make(index) as DirectoryItem);
  const collection: Collection = {
    name,
    count,
    at,
    find: (test) => {
      for (let index = 0; index < count; index += 1) if (test(at(index))) return at(index);
      return undefined;
    },
    page: (query) => {
      const order = orderOf(collection, query, orders);
      const total = order?.length ?? count;
      const length = Math.max(0, Math.min(query.top, total - query.skip));
      const rows = Array.from({ length }, (_, place) =>
        at(order ? (order[query.skip + place] ?? 0) : query.skip + place),
      );
      return { rows: query.select ? rows.map(selector(query.select)) : rows, total };
    },
  };
  return collection;
}

/** The numbers of the rows that the filter leaves, sorted; `undefined` for all rows as they are. Keeps the last few. */
function orderOf(
  collection: Collection,
  { filter, orderBy }: ListQuery,
  orders: Map<string, number[]>,
): number[] | undefined {
  if (filter === undefined && !orderBy) return undefined;
  const key = JSON.stringify([filter, orderBy]);
  const order = orders.get(key) ?? makeOrder(collection, filter, orderBy);
  orders.delete(key);
  orders.set(key, order);
  const [oldest] = orders.keys();
  if (orders.size > keptOrders && oldest !== undefined) orders.delete(oldest);
  return order;
}

function makeOrder({ count, at }: Collection, filter: string | undefined, orderBy: ListQuery['orderBy']): number[] {
  const test = filter === undefined ? () => true : parseFilter(filter);
  const order: number[] = [];
  for (let index = 0; index < count; index += 1) if (test(at(index))) order.push(index);
  if (!orderBy) return order;
  const { field, descending } = orderBy;
  if (count > 0 && !(field in at(0))) throw badQuery(`There is no field '${field}' to sort by.`);
  const compare = new Intl.Collator('en').compare;
  const texts = new Map(order.map((index) => [index, textOf(at(index)[field])]));
  const sign = descending ? -1 : 1;
  return order.sort((left, right) => sign * compare(texts.get(left) ?? '', texts.get(right) ?? '') || left - right);
}

function selector(fields: string[]): (row: DirectoryItem) => DirectoryItem {
  return (row) => Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field]]));
}
