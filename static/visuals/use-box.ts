import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** Marks the sides behind which a scrolled box has more, for the stylesheet; true when there is any such side. */
function markHiddenSides(box: HTMLElement): boolean {
  const { scrollLeft, scrollWidth, clientWidth, scrollHeight, clientHeight } = box;
  const behind = scrollWidth - clientWidth - Math.abs(scrollLeft);
  box.toggleAttribute('data-more-before', Math.abs(scrollLeft) > 1);
  box.toggleAttribute('data-more-after', behind > 1);
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
}

/** Whether the box has more content than fits, in either direction; such a box must be reachable by keyboard. */
export function useOverflow(box: RefObject<HTMLElement>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setOverflows(markHiddenSides(element));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [box]);
  return overflows;
}

/**
 * Keeps a box as high as it has been, so that a short last page or a filter does not move the controls below it from
 * under the pointer. It starts anew when `key` changes or the box becomes wider or narrower.
 */
export function useSteadyHeight(box: RefObject<HTMLElement>, key: string | number): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let width = element.clientWidth;
    let highest = 0;
    element.style.minHeight = '';
    const observer = new ResizeObserver(() => {
      if (element.clientWidth !== width) {
        width = element.clientWidth;
        highest = 0;
        element.style.minHeight = '';
      }
      if (element.offsetHeight <= highest) return;
      highest = element.offsetHeight;
      element.style.minHeight = `${highest}px`;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, key]);
}
