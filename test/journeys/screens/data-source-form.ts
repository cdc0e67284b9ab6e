import type { FrameLocator, Page } from 'playwright-core';
import type { Demo } from '../../../local/demo/demo';
import { choose } from './select';
import { signInWindow, type SignInWindow } from './sign-in-window';

/** The form of a data source with what stands below it. */
export function dataSourceForm(page: Page, app: FrameLocator) {
  const field = (label: string) => app.getByRole('textbox', { name: label, exact: true });
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  const fill = async (values: Record<string, string>): Promise<void> => {
    for (const [label, value] of Object.entries(values)) await app.getByLabel(label, { exact: true }).fill(value);
  };
  const result = app.getByRole('region', { name: 'Test result' });
  const resultTab = async (name: string | RegExp) => {
    await result.getByRole('tab', { name }).dispatchEvent('click');
    return result.getByRole('tabpanel', { name });
  };
  return {
    app,
    field,
    button,
    fill,
    badge: app.locator('.badge-panel'),
    problem: app.locator('.problem-note'),
    summary: app.locator('.test-summary'),
    result,
    notice: (title: string) => app.locator('.notice', { hasText: title }),
    findings: app.getByRole('list', { name: 'Findings' }).getByRole('listitem'),
    /** What stands on a tab of the test result. Chosen without the mouse: the frame has just changed its height. */
    resultTab,
    /** Opens a closed part of the form or of the test result, by key as *Authenticate*. */
    unfold: (title: string) => app.locator('summary', { hasText: title }).first().press('Enter'),
    /** The text of the response to the last test. */
    rawResponse: async () => (await resultTab('Raw response')).locator('pre').innerText(),
    /** Presses *Test*, by key as *Authenticate*, and answers once its result stands there. */
    test: async () => {
      const former = await result.elementHandles();
      await button('Test').press('Enter');
      await Promise.all(former.map((element) => element.waitForElementState('hidden')));
      await result.waitFor();
    },
    /** Types what the demo says beside the form. */
    fillForDemo: async (demo: Demo, name: string) => {
      await fill({ Name: name, URL: `${demo.usersUrl}?$top=999` });
      await choose(app, 'Pagination', /OData/);
      await choose(app, 'Authentication type', 'OAuth2');
      const { clientId, clientSecret, authorizeUrl, tokenUrl, revokeUrl, scopes } = demo;
      await fill({ 'Client ID': clientId, 'Client Secret': clientSecret });
      await fill({ 'Auth URL': authorizeUrl, 'Token URL': tokenUrl, 'Revoke URL (optional)': revokeUrl });
      await fill({ Scopes: scopes });
    },
    approveHosts: async () => {
      await button('Approve hosts').click();
      await page.getByRole('button', { name: 'Allow' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await button('Authenticate').waitFor();
    },
    /**
     * Presses *Authenticate*. By key, because right after a dialog of the page is gone and the frame has changed its
     * height, Chromium gives the page for a moment the mouse clicks that are meant for the frame.
     */
    pressAuthenticate: () => button('Authenticate').press('Enter'),
    /** Presses *Authenticate* and answers the window that opens. */
    authenticate: async (): Promise<SignInWindow> => {
      const opened = page.context().waitForEvent('page');
      await button('Authenticate').press('Enter');
      const window = await opened;
      await window.waitForLoadState();
      return signInWindow(window);
    },
    allowAllSpaces: () => app.getByRole('radio', { name: 'All spaces' }).check(),
    saved: app.getByText('Saved.', { exact: true }),
  };
}

export type DataSourceFormScreen = ReturnType<typeof dataSourceForm>;
