import type { Page } from 'playwright-core';

/** A Confluence page with one macro of the app, as its readers see it. */
export function readerPage(page: Page) {
  const app = page.frameLocator('iframe[title="External Data"]');
  const rows = app.locator('tbody tr');
  return {
    page,
    app,
    rows,
    header: (label: string) => app.getByRole('columnheader', { name: label, exact: true }),
    sort: (label: string) => app.getByRole('columnheader', { name: label, exact: true }).locator('.xd-sort').click(),
    filter: app.getByRole('searchbox', { name: 'Filter rows' }),
    turn: (label: string) => app.getByRole('button', { name: label }).click(),
    refresh: app.getByRole('button', { name: 'Refresh' }),
    facts: app.locator('.xd-footer'),
    range: app.locator('.xd-range'),
    stale: app.locator('.xd-stale'),
    problem: app.getByRole('alert'),
    /** Once the rows stand there. */
    shown: () => rows.first().waitFor(),
    /** Once the rows that were requested last stand there. */
    settled: () => app.locator('.xd-frame[aria-busy="false"]').waitFor(),
    /** The texts of the column with this position, of the rows on the screen. */
    cells: (position: number) => rows.locator(`td:nth-child(${position})`).allInnerTexts(),
  };
}

export type ReaderPage = ReturnType<typeof readerPage>;
