import type { FrameLocator, Page } from 'playwright-core';
import { signInWindow } from './sign-in-window';

/** What macros and *My connections* show of a reader's own account. */
export function ownAccount(page: Page) {
  const macro = page.frameLocator('iframe[title="External Data"]').first();
  const button = (name: string | RegExp, within: FrameLocator = macro) => within.getByRole('button', { name });
  return {
    macro,
    button,
    card: macro.getByRole('region', { name: /^(Connect|Reconnect) your account at / }),
    titles: () => macro.locator('tbody tr td:first-child').allInnerTexts(),
    shown: () => macro.locator('tbody tr').first().waitFor(),
    /** Clicks the button, signs in at the provider, and returns the tab at the question whether to connect. */
    signIn: async (account: string, label: string | RegExp = 'Connect your account'): Promise<Page> => {
      const [tab] = await Promise.all([page.context().waitForEvent('page'), button(label).last().click()]);
      const { signInAs, press } = signInWindow(tab);
      await signInAs(account);
      await press('Accept');
      return tab;
    },
  };
}

/** *My connections* in a tab. */
export function connectionsPage(tab: Page) {
  const view = tab.frameLocator('iframe[title="My connections"]');
  return { view, press: (name: string) => view.getByRole('button', { name, exact: true }).click() };
}
