import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { RowRange } from './next-window';

/** Height of a row of one line in CSS pixels, with its border; the stylesheet sets it. */
export const lineHeight = 37;
/** Rows drawn above and below those in sight. */
const margin = 6;
/** Rows come and go so many at a time. */
const step = 4;

/** The rows to draw when a box of some height has been scrolled by so many pixels. */
export function linesInSight(scrolled: number, height: number, total: number): RowRange {
  const first = Math.max(0, Math.floor(scrolled / lineHeight) - margin);
  const end = Math.ceil((scrolled + height) / lineHeight) + margin;
  const begin = Math.min(first - (first % step), Math.max(0, total - 1));
  return { first: begin, end: Math.min(total, end + step - (end % step)) };
}

/** The rows to draw in a scrolled box, looked up once for each frame in which it is scrolled or changes its size. */
export function useLines(box: RefObject<HTMLElement>, total: number): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, end: Math.min(total, 4 * margin) });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const next = linesInSight(element.scrollTop, element.clientHeight, total);
      setRange((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    const wish = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const observer = new ResizeObserver(wish);
    observer.observe(element);
    element.addEventListener('scroll', wish, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', wish);
      cancelAnimationFrame(frame);
    };
  }, [box, total]);
  return range;
}
