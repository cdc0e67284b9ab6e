import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { screenshot } from './browser';

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
