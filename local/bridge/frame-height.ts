/** Reports that follow one another only because the host resized the frame, after which the watch gives up. */
const MOST_ECHOES = 5;

/** The height in pixels that the document's content takes, overflowing menus included. */
function contentHeight(page: Document, view: Window): number {
  const style = view.getComputedStyle(page.body);
  const flow = page.body.offsetHeight + parseFloat(style.marginTop) + parseFloat(style.marginBottom);
  const root = page.documentElement;
  const overflow = root.scrollHeight > root.clientHeight ? root.scrollHeight : 0;
  return Math.ceil(Math.max(flow, overflow));
}

/**
 * Calls `report` with the content's height in pixels now and whenever it changes. A page whose height follows the
 * frame's own height would grow for ever; it is left alone after a few such steps, until its content changes.
 */
export function watchHeight(view: Window & typeof globalThis, report: (height: number) => void): void {
  const page = view.document;
  let reported = 0;
  let echoes = 0;
  const measure = (): void => {
    const height = contentHeight(page, view);
    if (height === reported || echoes > MOST_ECHOES) return;
    reported = height;
    report(height);
  };
  view.addEventListener('resize', () => {
    echoes = contentHeight(page, view) > reported ? echoes + 1 : 0;
    measure();
  });
  new view.MutationObserver(() => {
    echoes = 0;
    view.requestAnimationFrame(measure);
  }).observe(page.body, { childList: true, subtree: true, attributes: true, characterData: true });
  new view.ResizeObserver(measure).observe(page.body);
  measure();
}
