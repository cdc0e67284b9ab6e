import type { FrameLocator } from 'playwright-core';
import { choose } from './select';

/** The form of a panel with the preview below it. */
export function panelForm(app: FrameLocator) {
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  return {
    app,
    button,
    field: (label: string) => app.getByRole('textbox', { name: label, exact: true }),
    column: (position: number) => app.getByRole('group', { name: `Column ${position}`, exact: true }),
    columns: app.getByRole('group', { name: /^Column \d+$/ }),
    preview: app.getByRole('region', { name: 'Preview' }),
    chooseSource: (name: string) => choose(app, 'Data source', name),
    save: async () => {
      await button('Save').click();
      await app.getByText(/^Saved\./).waitFor();
    },
  };
}

export type PanelFormScreen = ReturnType<typeof panelForm>;
