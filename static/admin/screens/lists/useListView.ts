import { useState } from 'react';
import type { ListView } from './list-view';

/** Whoever comes back from a form finds the list as they left it. */
const left = new Map<string, ListView<string>>();

/** How the list of that name is looked at, and the way to change it. */
export function useListView<Order extends string>(
  list: string,
  first: Order,
): [ListView<Order>, (view: ListView<Order>) => void] {
  const known = left.get(list) as ListView<Order> | undefined;
  const [view, setView] = useState<ListView<Order>>(known ?? { search: '', order: first, isDescending: false });
  const change = (next: ListView<Order>): void => {
    left.set(list, next);
    setView(next);
  };
  return [view, change];
}
