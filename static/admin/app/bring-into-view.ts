const GROWING_MS = 1_000;

/**
 * Scrolls to the element, and once more when the frame has grown around new content: the platform resizes it only after
 * the content is there. Answers how to stop.
 */
export function bringIntoView(element: HTMLElement): () => void {
  const scroll = (): void => element.scrollIntoView({ block: 'center' });
  const stop = (): void => removeEventListener('resize', scroll);
  scroll();
  addEventListener('resize', scroll);
  const timer = setTimeout(stop, GROWING_MS);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
