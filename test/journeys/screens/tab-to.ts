import type { Locator, Page } from 'playwright-core';

const mostTabs = 100;

/** Goes on with the Tab key until the control has the focus. */
export async function tabTo(control: Locator, page: Page): Promise<void> {
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element.matches(':focus'))) return;
  }
  throw new Error(`The Tab key does not lead to ${control.toString()}.`);
}

/** Comes to the control with the Tab key, and presses it. */
export async function pressByKey(control: Locator, page: Page): Promise<void> {
  await tabTo(control, page);
  await page.keyboard.press('Enter');
}
