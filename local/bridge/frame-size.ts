/** Reports that follow one another only because the host resized the frame, after which the watch gives up. */
const MOST_ECHOES = 5;

/**
 * The height in pixels of what stands in the body. The body's own height says nothing: common resets make it as tall as
 * the frame. Only the boxes of its children count, so neither text inside a scrolling box nor a menu that hangs over
 * the flow makes the frame taller.
 */
function contentHeight(view: Window): number {
  const { body } = view.document;
  const style = view.getComputedStyle(body);
  const below = parseFloat(style.marginBottom) + parseFloat(style.paddingBottom);
  const bottoms = [...body.children].map((child) => child.getBoundingClientRect().bottom);
  return Math.ceil(Math.max(0, ...bottoms) + view.scrollY + below);
}

/** In pixels; the width only where the content stands in a line of text. */
export interface ContentSize {
  height: number;
  width?: number;
}

/**
 * How large the body is in a line of text. A body fills its frame unless the app says `width: fit-content`, and then the frame
 * keeps the width that it began with, as the platform's page *Macro* has it.
 */
function sizeInLine(view: Window): ContentSize {
  const { body } = view.document;
  const style = view.getComputedStyle(body);
  const beside = parseFloat(style.marginLeft) + parseFloat(style.marginRight);
  const width = Math.max(body.getBoundingClientRect().width, body.scrollWidth);
  return { height: contentHeight(view), width: Math.ceil(width + beside) };
}

/**
 * Calls `changed` whenever a child of the body changes its size, or one comes or goes. In a line of text other words may
 * need more room than the frame has, and change no size.
 */
function observeContent(view: Window & typeof globalThis, isInLine: boolean, changed: () => void): void {
  const sizes = new view.ResizeObserver(changed);
  const observeAll = (): void => {
    for (const child of view.document.body.children) sizes.observe(child);
    changed();
  };
  new view.MutationObserver(observeAll).observe(view.document.body, {
    childList: true,
    subtree: isInLine,
    characterData: isInLine,
  });
  observeAll();
}

/**
 * Calls `report` with the content's height in pixels now and whenever it changes; with its width as well where it stands in a
 * line of text. A page that is always a little
 * taller than its frame would grow for ever; after a few such steps it is left alone until the frame's width changes.
 */
export function watchSize(
  view: Window & typeof globalThis,
  isInLine: boolean,
  report: (size: ContentSize) => void,
): void {
  let reported = '';
  let echoes = 0;
  let width = view.innerWidth;
  const measure = (): void => {
    const size = isInLine ? sizeInLine(view) : { height: contentHeight(view) };
    const text = JSON.stringify(size);
    if (text === reported || echoes > MOST_ECHOES) return;
    reported = text;
    report(size);
  };
  view.addEventListener('resize', () => {
    if (view.innerWidth !== width) echoes = 0;
    else if (contentHeight(view) > view.innerHeight) echoes += 1;
    width = view.innerWidth;
    measure();
  });
  observeContent(view, isInLine, measure);
}
