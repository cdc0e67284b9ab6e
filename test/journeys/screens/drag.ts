import type { Locator, Page } from 'playwright-core';

interface Point {
  x: number;
  y: number;
}

async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element.toString()} is not shown.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags by a handle to above the middle of an element, as a mouse or a finger does. */
export async function drag(
  page: Page,
  handle: Locator,
  target: Locator,
  by: 'mouse' | 'touch' = 'mouse',
): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const [from, middle] = [await middleOf(handle), await middleOf(target)];
  const to = { x: from.x, y: middle.y - 4 };
  if (by === 'mouse') await dragByMouse(page, from, to);
  else await dragByTouch(page, from, to);
}

async function dragByMouse(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

async function dragByTouch(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const half = { x: to.x, y: (from.y + to.y) / 2 };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (const point of [half, to])
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
