/** What the host tells a frame about colors, and what Atlassian's token stylesheets select on. */
export interface FrameTheme {
  colorMode: 'light' | 'dark';
  stylesheet: string;
}

/** The value of `data-theme` for which the token stylesheets hold rules. */
export const TOKEN_THEMES = 'light:light dark:dark shape:shape spacing:spacing typography:typography motion:motion';

/** Marks a document's root element so that the token stylesheets apply in the given mode. */
export function markTheme(root: HTMLElement, colorMode: 'light' | 'dark'): void {
  root.dataset.colorMode = colorMode;
  root.dataset.theme = TOKEN_THEMES;
}

/** Resolves when the document has loaded the stylesheet; the same one again resolves at once. */
export function loadStylesheet(page: Document, href: string): Promise<void> {
  const wanted = new URL(href, page.baseURI).href;
  const known = [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].some(
    (link) => link.href === wanted,
  );
  if (known) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = wanted;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`The stylesheet ${wanted} could not be loaded.`));
    page.head.prepend(link);
  });
}
