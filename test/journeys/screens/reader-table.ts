import type { Frame, Page } from 'playwright-core';
import { readerPage } from './reader-page';

/** The tools of a macro's table: options of its columns, sharing, scrolling. */
export function readerTable(page: Page) {
  const reader = readerPage(page);
  const { app } = reader;
  const popup = app.getByRole('dialog');
  return {
    ...reader,
    popup,
    /** What narrows the rows down, such as `Department: Legal`. */
    chip: (words: string) => app.getByRole('group', { name: 'Filters in force' }).getByText(words, { exact: true }),
    /** The dialog of a row that was opened, with its fields. */
    card: page.getByRole('dialog').locator('iframe').contentFrame(),
    box: app.locator('.xd-scroll'),
    addSort: (label: string) =>
      reader
        .header(label)
        .locator('.xd-sort')
        .click({ modifiers: ['Shift'] }),
    openOptions: (label: string) => app.getByRole('button', { name: `Options of ${label}` }).click(),
    /** A value of the column whose options are open. */
    value: (name: string) => popup.locator('li').filter({ hasText: name }),
    columns: () => app.getByRole('button', { name: 'Columns', exact: true }).click(),
    share: () => app.getByRole('button', { name: 'Share and export' }).click(),
    choose: (label: string) => popup.getByRole('button', { name: label, exact: true }).click(),
    closePopup: () => page.keyboard.press('Escape'),
    scrollAll: () => app.getByLabel('Rows per page').selectOption('all'),
    row: (number: number) => app.locator(`tr[aria-rowindex="${number + 1}"]:not(.xd-waiting)`),
    variable: (label: string) => app.getByRole('form', { name: 'Choices' }).getByLabel(label),
    /** The frame that the macro runs in. */
    frame: async (): Promise<Frame> => {
      const frame = await (await app.locator('body').elementHandle())?.ownerFrame();
      if (!frame) throw new Error('The macro has no frame.');
      return frame;
    },
  };
}

export type ReaderTable = ReturnType<typeof readerTable>;
