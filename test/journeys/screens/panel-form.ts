import type { FrameLocator } from 'playwright-core';
import { choose } from './select';

export type PanelPart = 'Columns' | 'Filters and row steps' | 'Variables' | 'Visual' | 'Freshness';

/** The form of a panel with the preview below it. */
export function panelForm(app: FrameLocator) {
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  const tab = (part: PanelPart) => app.getByRole('tab', { name: part });
  const preview = app.getByRole('region', { name: 'Preview' });
  return {
    app,
    button,
    tab,
    open: (part: PanelPart) => tab(part).click(),
    field: (label: string) => app.getByRole('textbox', { name: label, exact: true }),
    column: (position: number) => app.getByRole('group', { name: `Column ${position}`, exact: true }),
    columns: app.getByRole('group', { name: /^Column \d+$/ }),
    /** The labels of the columns, in their order. */
    labels: async () => {
      const labels = await app.getByRole('textbox', { name: /^Label of column/ }).all();
      return Promise.all(labels.map((label) => label.inputValue()));
    },
    /** Opens or closes what a column has beyond its line. */
    turnDetails: (position: number) =>
      app
        .getByRole('group', { name: `Column ${position}`, exact: true })
        .getByRole('button', { name: /^Details of/ })
        .click(),
    rowStep: (position: number) => app.getByRole('group', { name: `Row step ${position}`, exact: true }),
    filter: (position: number) => app.getByRole('group', { name: `Filter ${position}`, exact: true }),
    variable: (position: number) => app.getByRole('group', { name: `Variable ${position}`, exact: true }),
    tree: app.getByRole('tree', { name: 'Response' }),
    /** The first line of the response tree with this name. */
    value: (name: string) => app.getByRole('treeitem', { name: new RegExp(`^${name}\\b`) }).first(),
    preview,
    /** Opens the part that holds the JSONPath filters. */
    openFilters: async () => {
      await tab('Filters and row steps').click();
      const rowsSelector = app.getByRole('textbox', { name: 'Rows selector', exact: true });
      if (!(await rowsSelector.isVisible())) await app.getByText('Filters (JSONPath)').click();
      await rowsSelector.waitFor();
    },
    chooseSource: (name: string) => choose(app, 'Data source', name),
    save: async () => {
      await button('Save').click();
      await app.getByText(/^Saved\./).waitFor();
    },
  };
}

export type PanelFormScreen = ReturnType<typeof panelForm>;
