import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { SeenPart } from './seen-part';
import { watchSeenPart } from './seen-part';

/** Where the preview stands: in a column beside the form, or in a drawer over its end. */
export type PreviewPlace = 'beside' | 'drawer';

/** What the platform's own header may lie over, and room around the preview, in pixels. */
const headerRoom = 72;
const edgeRoom = 16;
/** Of the part of the screen in sight, so that the form stays in sight too. */
const drawerShare = 0.45;
/** Its heading, and something of what is below it. */
const leastDrawer = 120;

function standBeside(box: HTMLElement, { top, bottom }: SeenPart): void {
  const column = box.parentElement;
  if (!column) return;
  const room = column.offsetHeight - box.offsetHeight;
  box.style.top = `${Math.max(0, Math.min(top + headerRoom - column.offsetTop, room))}px`;
  box.style.maxHeight = `${Math.max(240, bottom - Math.max(top + headerRoom, column.offsetTop) - edgeRoom)}px`;
}

function standBelow(box: HTMLElement, screen: HTMLElement, { top, bottom }: SeenPart): void {
  box.style.maxHeight = `${Math.max(leastDrawer, Math.round((bottom - top) * drawerShare))}px`;
  screen.style.setProperty('--drawer-height', `${box.offsetHeight}px`);
  box.style.bottom = `${Math.max(0, screen.offsetHeight - bottom)}px`;
}

/** Keeps the box in sight while the page around the frame is scrolled. */
export function usePreviewPlace(
  screen: RefObject<HTMLElement>,
  box: RefObject<HTMLElement>,
  place: PreviewPlace,
): void {
  useEffect(() => {
    const [outer, inner] = [screen.current, box.current];
    if (!outer || !inner) return undefined;
    let seen: SeenPart | undefined;
    const stand = (): void => {
      if (!seen) return;
      inner.dataset.placed = place;
      if (place === 'beside') standBeside(inner, seen);
      else standBelow(inner, outer, seen);
    };
    const sizes = new ResizeObserver(stand);
    sizes.observe(outer);
    sizes.observe(inner);
    const stopWatching = watchSeenPart(outer, (part) => {
      seen = part;
      stand();
    });
    return () => {
      stopWatching();
      sizes.disconnect();
      inner.removeAttribute('style');
      outer.style.removeProperty('--drawer-height');
      delete inner.dataset.placed;
    };
  }, [screen, box, place]);
}
