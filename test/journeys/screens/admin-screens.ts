import type { Page } from 'playwright-core';
import { dataSourceForm } from './data-source-form';
import { panelForm } from './panel-form';

export const settingsPath = '/wiki/admin/apps/external-data-settings';

/** The app's settings: the lists, and the forms that are opened from them. */
export function adminScreens(page: Page) {
  const app = page.frameLocator('iframe[title="External Data"]');
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  return {
    page,
    app,
    button,
    source: dataSourceForm(page, app),
    panel: panelForm(app),
    tab: (name: 'Data sources' | 'Panels') => app.getByRole('tab', { name }),
    dialog: (title: string) => app.getByRole('dialog', { name: title }),
    /** The settings from their front page. */
    open: async () => {
      await page.goto(settingsPath);
      await app.getByRole('tab', { name: 'Data sources' }).waitFor();
    },
    /** Begins a data source in one of the ways, or with a provider. */
    addSource: async (start = 'By hand') => {
      await button('Add data source').click();
      await app.getByRole('button', { name: start }).first().click();
      await app.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    },
    openSource: async (name: string) => {
      await app.getByRole('rowheader').getByRole('button', { name, exact: true }).click();
      await app.getByRole('heading', { name, exact: true }).waitFor();
    },
    openPanel: async (name: string) => {
      await app.getByRole('tab', { name: 'Panels' }).click();
      await button(name).click();
      await app.getByRole('heading', { name, exact: true }).waitFor();
    },
  };
}

export type AdminScreens = ReturnType<typeof adminScreens>;
