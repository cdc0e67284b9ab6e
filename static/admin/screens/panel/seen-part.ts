/** The part of a screen that is in sight, as distances in pixels from the screen's top. */
export interface SeenPart {
  top: number;
  bottom: number;
}

/** The part in sight of each strip, by its number; the others are out of sight. */
export type SeenStrips = ReadonlyMap<number, SeenPart>;

export const stripHeight = 64;
const thresholds = Array.from({ length: 17 }, (_, step) => step / 16);

/** The part of the screen in sight, from what is of its strips, which lie below one another; undefined for none. */
export function seenPart(strips: SeenStrips): SeenPart | undefined {
  const parts = [...strips].map(([strip, { top, bottom }]) => ({
    top: strip * stripHeight + top,
    bottom: strip * stripHeight + bottom,
  }));
  if (parts.length === 0) return undefined;
  return { top: Math.min(...parts.map(({ top }) => top)), bottom: Math.max(...parts.map(({ bottom }) => bottom)) };
}

/**
 * Calls `report` whenever another part of the screen comes into sight, until the function that it returns is called. The
 * platform makes a frame as tall as its content and scrolls the page around it, of which a frame of another origin learns
 * nothing but what an IntersectionObserver tells: strips over the whole height are watched, which ones are in sight.
 */
export function watchSeenPart(screen: HTMLElement, report: (part: SeenPart) => void): () => void {
  const column = document.createElement('div');
  column.className = 'seen-strips';
  column.ariaHidden = 'true';
  screen.append(column);
  const seen = new Map<number, SeenPart>();
  const note = ({
    target,
    isIntersecting,
    boundingClientRect: whole,
    intersectionRect: part,
  }: IntersectionObserverEntry) => {
    const strip = Number((target as HTMLElement).dataset.strip);
    if (isIntersecting) seen.set(strip, { top: part.top - whole.top, bottom: part.bottom - whole.top });
    else seen.delete(strip);
  };
  const sight = new IntersectionObserver(
    (entries) => {
      entries.forEach(note);
      const part = seenPart(seen);
      if (part) report(part);
    },
    { threshold: thresholds },
  );
  const sizes = new ResizeObserver(() => {
    const wanted = Math.ceil(column.offsetHeight / stripHeight);
    while (column.childElementCount < wanted) sight.observe(column.appendChild(stripOf(column.childElementCount)));
    while (column.childElementCount > wanted && column.lastElementChild) {
      sight.unobserve(column.lastElementChild);
      seen.delete(column.childElementCount - 1);
      column.lastElementChild.remove();
    }
  });
  sizes.observe(column);
  return () => {
    sizes.disconnect();
    sight.disconnect();
    column.remove();
  };
}

function stripOf(number: number): HTMLElement {
  const strip = document.createElement('div');
  strip.dataset.strip = String(number);
  return strip;
}
