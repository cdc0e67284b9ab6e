/** What happens to the column of the header with this place, counted from the end as negative numbers. */
export interface ResizeActions {
  onResize(place: number, width: number): void;
  onReset(): void;
}

interface Drag {
  place: number;
  x: number;
  width: number;
  sign: number;
}

function dragFrom({ target, clientX, button }: PointerEvent): Drag | null {
  const head = target instanceof Element && target.matches('.xd-edge') && target.closest('th');
  if (!head || button !== 0) return null;
  const sign = getComputedStyle(head).direction === 'rtl' ? -1 : 1;
  const place = head.cellIndex - (head.closest('tr')?.cells.length ?? 0);
  return { place, x: clientX, width: head.getBoundingClientRect().width, sign };
}

/**
 * Makes columns wider by the edge of their header, by a pointer; the options of a column have the same for the keyboard.
 * Returns a function that ends it.
 */
export function resizeByPointer(table: HTMLElement, actions: () => ResizeActions): () => void {
  let drag: Drag | null = null;
  const begin = (event: PointerEvent): void => {
    drag = dragFrom(event);
    if (!drag) return;
    (event.target as Element).setPointerCapture(event.pointerId);
    event.preventDefault(); // no text is marked meanwhile
  };
  const move = ({ clientX }: PointerEvent): void => {
    if (drag) actions().onResize(drag.place, drag.width + drag.sign * (clientX - drag.x));
  };
  const end = (): void => {
    drag = null;
  };
  const reset = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.matches('.xd-edge')) actions().onReset();
  };
  const listening = new AbortController();
  const { signal } = listening;
  table.addEventListener('pointerdown', begin, { signal });
  table.addEventListener('pointermove', move, { signal });
  table.addEventListener('pointerup', end, { signal });
  table.addEventListener('pointercancel', end, { signal });
  table.addEventListener('dblclick', reset, { signal });
  return () => listening.abort();
}
