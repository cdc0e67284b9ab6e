import type { Frame, Page } from 'playwright-core';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Shows the page as it stands in a theme, nothing hovered. The switch may lie behind a dialog: no pointer is used. */
export async function showIn(theme: Theme, page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  const isDark = theme === 'dark';
  const themeSwitch = page.getByLabel('Dark theme');
  if ((await themeSwitch.isChecked()) !== isDark) await themeSwitch.dispatchEvent('click');
  for (const frame of await shownFrames(page)) {
    await frame.locator(`html[data-color-mode="${theme}"]`).waitFor();
    await frame.evaluate(colorsToSettle);
  }
}

/** Some controls pass from one color to the other by way of colors in between. */
async function colorsToSettle(): Promise<void> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}

/** The page and its frames, without the hidden one in which UI Kit runs and which draws nothing. */
export async function shownFrames(page: Page): Promise<Frame[]> {
  const shown = [page.mainFrame()];
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const element = await frame.frameElement();
    if ((await element.getAttribute('aria-hidden')) === null) shown.push(frame);
  }
  return shown;
}
