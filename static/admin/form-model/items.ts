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

/** The list with the entry at one place moved to another; the same list where there is no such place. */
export function moved<Entry>(list: Entry[], from: number, to: number): Entry[] {
  const entry = list[from];
  if (entry === undefined || list[to] === undefined) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, entry);
}
