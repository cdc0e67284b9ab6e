import type { Page } from 'playwright-core';
import { startSite, type Site } from '../support/site';
import { callAdmin, staffPage } from '../support/seed';
import { expectNoAxeFindings } from './browser';
import { takePictureOf } from './pictures';
import { adminScreens, type AdminScreens } from './screens/admin-screens';
import { pageEditor } from './screens/page-editor';
import { pressByKey } from './screens/tab-to';
import { showIn, shownFrames, themes } from './theme';

/** From the first page of a fresh installation to a panel that editors can choose, the provider's own pages included. */
const mostClicks = 15;

let site: Site;
let page: Page;
let admin: AdminScreens;
let clicks = 0;

beforeAll(async () => {
  site = await startSite({ users: 60 });
  page = await site.open('Ada Admin');
  await page.context().exposeFunction('countClick', () => void (clicks += 1));
  await page.context().addInitScript(countClicks);
  admin = adminScreens(page);
  await page.reload();
});

afterAll(() => site.close());

/** Clicks of the mouse in any frame and window; those that a key makes have no position. */
function countClicks(): void {
  const { countClick } = window as unknown as { countClick: () => void };
  addEventListener('click', (event) => (event.isTrusted && event.detail > 0 ? countClick() : undefined), true);
}

/** Copies a value that stands beside the app into a field. */
async function bring(label: string): Promise<void> {
  await page.locator('.note-value', { hasText: label }).getByRole('button', { name: /Copy/ }).click();
  await admin.app.getByLabel(label, { exact: true }).click();
  await page.keyboard.press('Control+V');
}

const readyPanel = (name: string) => admin.app.getByRole('listitem', { name });

test('a tile leads from a fresh installation to a panel in few clicks, with nothing typed and nothing brought twice', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'External Data' }).click();
  await admin.button('Add data source').click();
  await admin.button('Demo directory').click();
  await bring('Client ID');
  await bring('Client Secret');
  await admin.source.approveHosts();
  const window = await admin.source.authenticate();
  clicks += 1; // pressed by key
  await window.signInAs('Ada Lindqvist');
  await window.accept();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
  await readyPanel('People').locator('tbody tr').nth(4).waitFor();
  expect(await callAdmin(site, 'listDataSources', undefined)).toEqual([]);
  await admin.source.allowAllSpaces();
  for (const theme of themes) {
    await showIn(theme, page);
    for (const frame of (await shownFrames(page)).slice(1)) await expectNoAxeFindings(frame);
    await takePictureOf(admin.app.locator('.ready-panels'), `ready-panels-${theme}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await admin.app.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 1000 });
  await admin.app.getByRole('radio', { name: 'All spaces' }).focus();
  await pressByKey(admin.button('Add panel People'), page);
  clicks += 1; // pressed by key
  await readyPanel('People')
    .getByText(/^Saved\./)
    .waitFor();
  expect(clicks).toBeLessThanOrEqual(mostClicks);
  const [panel] = await callAdmin(site, 'listPanels', undefined);
  expect(panel).toMatchObject({ name: 'People', dataSourceName: 'Demo directory' });
});

test('a ready panel that needs another scope says so, and its button adds it', async () => {
  await readyPanel('Groups').getByRole('button', { name: 'Add Group.Read.All' }).click();
  await admin.source.badge.getByText('Reconnect needed').waitFor();
  expect(await admin.app.getByRole('heading', { name: 'Ready panels' }).count()).toBe(0);
});

test('an editor finds the ready panel and sees its rows', async () => {
  const editing = await site.open('Eddie Editor', staffPage.path);
  const editor = pageEditor(editing);
  await editor.edit();
  await editor.insertMacro();
  await editor.pickPanel(/People/);
  await editor.dialog.getByRole('table').getByRole('row').nth(1).waitFor();
  await editing.context().close();
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
