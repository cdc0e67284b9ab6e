import type { Locator, Page } from 'playwright-core';

/** Taps the middle of an element with a finger: nothing hovers before or after it. */
export async function tap(page: Page, element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element.toString()} is not shown.`);
  const session = await page.context().newCDPSession(page);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true }); // else no click follows
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [middle] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
