const GROWING_MS = 1_000;

/**
 * Scrolls to the element, and once more when the frame has grown around new content: the platform resizes it only after
 * the content is there. Ends as soon as the person does something, and returns how to stop before. With `nearest`, nothing
 * moves where the element is in sight.
 */
export function bringIntoView(element: HTMLElement, block: 'center' | 'nearest' = 'center'): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const scroll = (): void => element.scrollIntoView({ block });
  const stop = (): void => ending.abort();
  scroll();
  addEventListener('resize', scroll, { signal });
  for (const doing of ['pointermove', 'pointerdown', 'wheel', 'keydown']) addEventListener(doing, stop, { signal });
  const timer = setTimeout(stop, GROWING_MS);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
