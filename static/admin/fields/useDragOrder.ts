import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useState } from 'react';
import { dropPlace, keyPlace } from './drop-place';

/** The entry that is dragged, and the place that it would take. */
export interface Drag {
  from: number;
  to: number;
}

/** What a handle listens to. */
export interface HandleEvents {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onLostPointerCapture: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface DragOrder {
  drag: Drag | undefined;
  /** What the handle of the entry at a place listens to. */
  eventsOf(place: number): HandleEvents;
}

/**
 * Changes an order by dragging handles, and by the arrow keys on them. Pointer events do it for mouse, pen and touch in one
 * way; the browser's own drag and drop, and the libraries on top of it, know no touch in some browsers and no keys in any.
 */
export function useDragOrder(list: RefObject<HTMLElement>, move: (from: number, to: number) => void): DragOrder {
  const [drag, setDrag] = useState<Drag>();
  const entries = (): Element[] => [...(list.current?.querySelectorAll(':scope > .item') ?? [])];
  const placeAt = (from: number, y: number): number => {
    const middles = entries().map((entry) => {
      const { top, height } = entry.getBoundingClientRect();
      return top + height / 2;
    });
    return dropPlace(middles, from, y);
  };
  const aim = (from: number, y: number): void => {
    const to = placeAt(from, y);
    setDrag((now) => (now?.to === to ? now : { from, to }));
    entries()[to]?.scrollIntoView({ block: 'nearest' });
  };
  const eventsOf = (place: number): HandleEvents => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: place, to: place });
    },
    onPointerMove: (event) => {
      if (drag) aim(drag.from, event.clientY);
    },
    onPointerUp: (event) => {
      setDrag(undefined);
      if (!drag) return;
      const to = placeAt(drag.from, event.clientY);
      if (to !== drag.from) move(drag.from, to);
    },
    onLostPointerCapture: () => setDrag(undefined),
    onKeyDown: (event) => {
      if (event.key === 'Escape' && drag) return setDrag(undefined);
      const to = keyPlace(event.key, place, entries().length);
      if (to === undefined) return;
      event.preventDefault();
      if (to !== place) move(place, to);
    },
  });
  return { drag, eventsOf };
}
