import type { Locator } from 'playwright-core';

/** Waits until the whole element is in sight, as the browser has it: frames may be taller than the window. */
export function inSight(element: Locator): Promise<void> {
  return element.evaluate(
    (shown) =>
      new Promise<void>((resolve) => {
        const sight = new IntersectionObserver(
          ([entry]) => {
            if (!entry || entry.intersectionRatio < 0.99) return;
            sight.disconnect();
            resolve();
          },
          { threshold: [0, 0.25, 0.5, 0.75, 0.99, 1] },
        );
        sight.observe(shown);
      }),
  );
}
