import type { FrameLocator, Page } from 'playwright-core';
import type { PanelSettings } from '../../src/shared/contract';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings, screenshot } from './browser';
import { readerPage } from './screens/reader-page';
import { showIn, shownFrames, themes } from './theme';

let site: Site;
let sourceId: string;

beforeAll(async () => {
  site = await startSite({ users: 200 });
  approveHosts(site, [site.demo.origin]);
  sourceId = (await connectSource(site)).id;
});

afterAll(() => site.close());

const columns: PanelSettings['columns'] = [
  { key: 'name', label: 'Name', selector: '$.displayName', type: 'user' },
  { key: 'department', label: 'Department', selector: '$.department', type: 'text' },
  { key: 'mail', label: 'Mail', selector: '$.mail', type: 'email' },
];

const countByDepartment: PanelSettings['rowSteps'] = [
  { kind: 'group', columns: ['department'], aggregates: [{ key: 'people', label: 'People', function: 'count' }] },
  { kind: 'sort', sorts: [{ column: 'people', direction: 'descending' }] },
];

/** A page with a macro that shows the directory in this way. */
async function open(changes: Partial<PanelSettings>): Promise<{ page: Page; app: FrameLocator }> {
  showOnPage(site, await addPanel(site, sourceId, { columns, ...changes }));
  const page = await site.open('Rita Reader', staffPage.path);
  return { page, app: readerPage(page).app };
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    await showIn(theme, page);
    for (const frame of (await shownFrames(page)).slice(1)) await expectNoAxeFindings(frame);
    await screenshot(page, `visual-${name}-${theme}`);
  }
}

test('a reader sees people counted by department as bars, with a table beside them after a click', async () => {
  const visual = { type: 'bar' as const, category: 'department', series: ['people'] };
  const { page, app } = await open({ rowSteps: countByDepartment, visual });
  await app.getByRole('img', { name: /^Bar chart “Who works here”: People by Department/ }).waitFor();
  await app.locator('[data-drawing="drawn"]').waitFor();
  await expectAccessible(page, 'bar');
  await app.getByRole('button', { name: 'Show table' }).click();
  const counts = await app.locator('.xd-chart-table td').allInnerTexts();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(200);
  await page.context().close();
});

test('a reader sees how many people there are as a number', async () => {
  const visual = {
    type: 'number' as const,
    column: 'name',
    summary: 'count' as const,
    label: 'People',
    unit: 'people',
  };
  const { page, app } = await open({ visual });
  await app.locator('.xd-metric').getByText('200').waitFor();
  await expectAccessible(page, 'number');
  await page.context().close();
});

test('a reader sees by which column a table is sorted before they click, and turns it with a click', async () => {
  const visual = {
    type: 'table' as const,
    rowsPerPage: 10,
    sorts: [{ column: 'name', direction: 'descending' as const }],
  };
  const { page, app } = await open({ visual });
  const sortedAs = (direction: string) => app.locator(`th[aria-label="Name"][aria-sort="${direction}"]`);
  const firstName = () => app.locator('tbody td').first().innerText();
  await sortedAs('descending').waitFor();
  const last = await firstName();
  await screenshot(page, 'visual-table-usual-order');
  await sortedAs('descending').getByRole('button', { name: 'Name', exact: true }).click();
  await sortedAs('ascending').waitFor();
  expect(await firstName()).not.toBe(last);
  await sortedAs('ascending').getByRole('button', { name: 'Name', exact: true }).click();
  await sortedAs('descending').waitFor();
  expect(await firstName()).toBe(last);
  await page.context().close();
});

test('a reader searches cards and turns their pages', async () => {
  const { page, app } = await open({ visual: { type: 'cards', rowsPerPage: 10, title: 'name' } });
  await app.getByText('1–10 of 200 rows').waitFor();
  await expectAccessible(page, 'cards');
  await app.getByRole('button', { name: 'Next page' }).click();
  await app.getByText('11–20 of 200 rows').waitFor();
  expect(await app.locator('.xd-cards > li').count()).toBe(10);
  await app.getByLabel('Filter rows').fill('engineering');
  await app.getByText('matching, 200 rows in all').waitFor();
  expect(
    await app
      .locator('.xd-cards')
      .getByText(/engineering/i)
      .count(),
  ).toBeGreaterThan(0);
  await page.context().close();
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
