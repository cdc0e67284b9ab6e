import type { Page } from 'playwright-core';

/** The window of the provider, where an admin signs in and consents. */
export function signInWindow(window: Page) {
  const callback = window.waitForRequest(/\/public\//, { timeout: 0 }).then((request) => request.url());
  callback.catch(() => undefined); // the window was closed before it came that far
  const press = (name: string | RegExp) => window.getByRole('button', { name }).click();
  return {
    window,
    signInAs: (account: string) => press(new RegExp(account)),
    /** Consents; answers once the window has closed itself. */
    accept: async () => {
      await Promise.all([window.waitForEvent('close'), press('Accept')]);
    },
    press,
    /** The address to which the provider sends the window back. */
    callbackUrl: () => callback,
    /** Title and sentence of the page that the callback ends in. */
    outcome: async (): Promise<string> => {
      await window.waitForURL(/\/public\//);
      return window.locator('main').innerText();
    },
  };
}

export type SignInWindow = ReturnType<typeof signInWindow>;
