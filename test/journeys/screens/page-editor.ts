import type { Page } from 'playwright-core';

/** The editor of a Confluence page and the dialog of the macro in it. */
export function pageEditor(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'External Data' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    dialog,
    macro: page.getByRole('group', { name: 'Macro External Data' }),
    edit: async () => {
      await button('Edit').click();
      await page.getByRole('textbox', { name: 'Page title' }).waitFor();
    },
    insertMacro: async () => {
      await button('Insert macro').click();
      await page.getByRole('dialog').getByRole('button', { name: 'External Data', exact: true }).click();
    },
    /** Picks a panel for a macro that has just been inserted, whose choices are open by themselves. */
    pickPanel: (name: RegExp) => page.getByRole('option', { name }).click(),
    saveSettings: async () => {
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    publish: async () => {
      await button('Publish').click();
      await button('Edit').waitFor();
    },
  };
}

export type PageEditorScreen = ReturnType<typeof pageEditor>;
