import type { FrameLocator, Locator } from 'playwright-core';

/** Picks an option of the select with this label, by the keyboard as far as opening it. */
export async function choose(scope: FrameLocator | Locator, label: string, option: string | RegExp): Promise<void> {
  const select = scope.getByLabel(label, { exact: true });
  await select.focus();
  await select.press('ArrowDown');
  await scope.getByRole('option', { name: option }).click();
}
