import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { bringIntoView } from './bring-into-view';

/** Whether the focus is on a button behind the list, as on one that adds an entry to it. */
function addsFrom(list: HTMLElement): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLButtonElement) || !list.parentElement?.contains(focused)) return false;
  return Boolean(list.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Takes people from the button that added an entry to the list's end to its first field, which may be out of sight. */
export function useShowAdded(list: RefObject<HTMLElement>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const isAdded = count === before.current + 1;
    before.current = count;
    const added = list.current;
    if (!isAdded || !added || !addsFrom(added)) return undefined;
    const field = [...added.querySelectorAll(':scope > .item')].at(-1)?.querySelector<HTMLElement>('input, textarea');
    if (!field) return undefined;
    field.focus({ preventScroll: true });
    return bringIntoView(field, 'nearest');
  }, [list, count]);
}
