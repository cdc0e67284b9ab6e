import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { screenshot } from './browser';

const docs = join(__dirname, '../../docs/pictures');

/** Takes the picture that the README shows under this name; it replaces the one there if `UPDATE_PICTURES` is set. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES) await page.screenshot({ path: join(docs, `${name}.png`) });
  else await screenshot(page, name);
}
