import type { Page } from 'playwright-core';

/** The window of the provider, where an admin signs in and consents. */
export function signInWindow(window: Page) {
  const press = (name: string | RegExp) => window.getByRole('button', { name }).click();
  return {
    window,
    signInAs: (account: string) => press(new RegExp(account)),
    /** Consents; answers once the window has closed itself. */
    accept: async () => {
      await Promise.all([window.waitForEvent('close'), press('Accept')]);
    },
    press,
    /** Title and sentence of the page that the callback ends in. */
    outcome: async (): Promise<string> => {
      await window.waitForURL(/\/public\//);
      return window.getByRole('main').or(window.getByRole('alert')).first().innerText();
    },
  };
}

export type SignInWindow = ReturnType<typeof signInWindow>;
