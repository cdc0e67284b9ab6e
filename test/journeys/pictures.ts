import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { screenshot, shots } from './browser';

const docs = join(__dirname, '../../docs/pictures');

/**
 * Takes the picture that the README shows under this name; it replaces the one there if `UPDATE_PICTURES` is set. The
 * demo's client secret, which is another one at every start, is covered.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  const mask = [page.locator('.note-value', { hasText: 'Client Secret' }).locator('code')];
  if (process.env.UPDATE_PICTURES)
    await page.screenshot({ path: join(docs, `${name}.png`), mask, maskColor: '#8993a5' });
  else await screenshot(page, name);
}

/** Takes the picture of a part of the page that the docs show under this name, on the same terms. */
export async function takePictureOf(part: Locator, name: string): Promise<void> {
  await part.screenshot({ path: join(process.env.UPDATE_PICTURES ? docs : shots, `${name}.png`) });
}
