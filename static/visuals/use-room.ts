import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';

const below = 8;

/**
 * Makes the frame high enough for a box that hangs over the flow: a frame as high as its content would cut it off. The
 * element marked `data-room` around it takes the height, as long as the box is there.
 */
export function useRoom(box: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const element = box.current;
    const room = element?.closest<HTMLElement>('[data-room]');
    if (!element || !room) return undefined;
    const observer = new ResizeObserver(() => {
      const height = element.getBoundingClientRect().bottom - room.getBoundingClientRect().top + below;
      room.style.minHeight = `${Math.ceil(height)}px`;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      room.style.minHeight = '';
    };
  }, [box]);
}
