/** An entry of an ordered list in a form, told apart from all others while it is on the screen. */
export interface Item<Value> {
  itemId: number;
  value: Value;
}

let lastItemId = 0;

/** The value as an entry of its own. */
export function newItem<Value>(value: Value): Item<Value> {
  lastItemId += 1;
  return { itemId: lastItemId, value };
}

/** The values of the entries, in order. */
export function valuesOf<Value>(items: readonly Item<Value>[]): Value[] {
  return items.map(({ value }) => value);
}

/** The list with the entry at `position` moved by one place; the same list where it would leave it. */
export function moved<Entry>(list: Entry[], position: number, step: -1 | 1): Entry[] {
  const [from, to] = [list[position], list[position + step]];
  if (from === undefined || to === undefined) return list;
  return list.with(position, to).with(position + step, from);
}
