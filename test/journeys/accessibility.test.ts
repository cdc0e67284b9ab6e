import type { Page } from 'playwright-core';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings } from './browser';
import { takePicture } from './pictures';
import { adminScreens, settingsPath } from './screens/admin-screens';
import { pageEditor } from './screens/page-editor';
import { readerPage } from './screens/reader-page';
import { pressByKey as press, tabTo } from './screens/tab-to';
import { showIn, shownFrames, themes } from './theme';

interface Look {
  picture?: string;
  /** Where the page around the app's frame was looked at before. */
  ofAppAlone?: boolean;
}

let site: Site;

beforeAll(async () => {
  site = await startSite({ users: 200 });
  approveHosts(site, [site.demo.origin]);
  const source = await connectSource(site);
  showOnPage(site, await addPanel(site, source.id, { visual: { type: 'table', rowsPerPage: 15 } }));
});

afterAll(() => site.close());

/** Expects no finding in either theme, and takes a picture of each if there is a name for it. */
async function expectAccessible(page: Page, { picture, ofAppAlone = false }: Look = {}): Promise<void> {
  for (const theme of themes) {
    await showIn(theme, page);
    const frames = await shownFrames(page);
    for (const frame of ofAppAlone ? frames.slice(1) : frames) await expectNoAxeFindings(frame);
    if (picture) await takePicture(page, `${picture}-${theme}`);
  }
}

test('the admin’s list, form, test result, question and panel form have no findings in either theme', async () => {
  const page = await site.open('Ada Admin', settingsPath);
  const admin = adminScreens(page);
  await admin.app.getByRole('button', { name: /details of Staff directory/ }).click();
  await admin.app.getByText('No page is known').waitFor();
  await expectAccessible(page);
  await admin.button('Add data source').click();
  await admin.app.getByLabel('Search providers').fill('jira');
  await expectAccessible(page, { ofAppAlone: true });
  await admin.app.getByRole('button', { name: 'Jira (API token)' }).click();
  await admin.source.field('Site').waitFor();
  await expectAccessible(page, { ofAppAlone: true });
  await admin.button('Cancel').click();
  await admin.openSource('Staff directory');
  await admin.app
    .getByText('Allowed spaces')
    .first()
    .evaluate((heading) => heading.scrollIntoView({ block: 'end' }));
  await expectAccessible(page, { picture: 'admin', ofAppAlone: true });
  await admin.button('Test').click();
  await admin.source.result.locator('tbody tr').first().waitFor();
  await expectAccessible(page, { ofAppAlone: true });
  await admin.button('Delete').click();
  await admin.dialog('Delete Staff directory?').waitFor();
  await expectAccessible(page, { ofAppAlone: true });
  await page.keyboard.press('Escape');
  await admin.button('Add panel from this response').click();
  await admin.button('Preview').click();
  await admin.panel.preview.locator('tbody tr').first().waitFor();
  await expectAccessible(page, { ofAppAlone: true });
  await page.context().close();
});

test('the page with the table has no findings in either theme', async () => {
  const page = await site.open('Rita Reader', staffPage.path);
  await readerPage(page).shown();
  await expectAccessible(page);
  await page.context().close();
});

test('the settings dialog of the macro has no findings in either theme', async () => {
  const page = await site.open('Eddie Editor', staffPage.path);
  const editor = pageEditor(page);
  await editor.edit();
  await editor.macro.getByRole('button', { name: 'Edit settings' }).click();
  await editor.dialog.getByRole('table').getByRole('row').nth(1).waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('an admin adds a data source without sign-in and a panel on it by the keyboard alone', async () => {
  const page = await site.open('Ada Admin', settingsPath);
  const admin = adminScreens(page);
  await admin.button('Add data source').waitFor();
  await press(admin.button('Add data source'), page);
  await press(admin.app.getByRole('button', { name: 'By hand' }), page);
  await admin.source.field('Name').waitFor();
  await tabTo(admin.source.field('Name'), page);
  await page.keyboard.type('A few users');
  await tabTo(admin.source.field('URL'), page);
  await page.keyboard.type(`${site.demo.origin}/odd/last-page`);
  await tabTo(admin.app.getByLabel('Pagination', { exact: true }), page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await admin.app.getByText('OData next link (@odata.nextLink)', { exact: true }).waitFor();
  await tabTo(admin.app.getByRole('radio', { name: 'Only these spaces' }), page);
  await page.keyboard.press('ArrowDown');
  expect(await admin.app.getByRole('radio', { name: 'All spaces' }).isChecked()).toBe(true);
  await press(admin.button('Save & test'), page);
  await admin.source.summary.getByText('Succeeded').waitFor();
  await press(admin.button('Delete'), page);
  await admin.dialog('Delete A few users?').waitFor();
  await page.keyboard.press('Escape');
  await admin.dialog('Delete A few users?').waitFor({ state: 'detached' });
  expect(await admin.button('Delete').evaluate((element) => element.matches(':focus'))).toBe(true);
  await press(admin.button('Add panel from this response'), page);
  await admin.panel.field('Name').waitFor();
  await tabTo(admin.panel.field('Name'), page);
  await page.keyboard.type('A few people');
  await page.keyboard.press('Enter');
  await admin.app.getByText(/^Saved\./).waitFor();
  await page.context().close();
});

test('a reader filters, sorts, turns pages and refreshes by the keyboard alone', async () => {
  const page = await site.open('Rita Reader', staffPage.path);
  const reader = readerPage(page);
  await reader.shown();
  const sort = reader.header('Name').locator('.xd-sort');
  await tabTo(reader.filter, page);
  await page.keyboard.type('engineer');
  await reader.range.getByText('matching, 200 rows in all').waitFor();
  for (let letter = 0; letter < 'engineer'.length; letter += 1) await page.keyboard.press('Backspace');
  await reader.range.getByText('1–15 of 200 rows').waitFor();
  await press(sort, page);
  await reader.app.locator('th[aria-sort="ascending"]').waitFor();
  await press(reader.app.getByRole('button', { name: 'Next page' }), page);
  await reader.app.getByText('Page 2 of 14').waitFor();
  site.clock.advance(60_000);
  const before = await site.demo.control.stats();
  const answered = page.waitForResponse('**/api/invoke');
  await press(reader.refresh, page);
  await answered;
  expect((await site.demo.control.stats()).api).toBe(before.api + 1);
  await page.context().close();
});

test('an editor inserts the macro, picks its panel and publishes by the keyboard alone', async () => {
  const page = await site.open('Eddie Editor', staffPage.path);
  const editor = pageEditor(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Edit').waitFor();
  const macros = page.locator('iframe[title="External Data"]');
  const before = await macros.count();
  await press(button('Edit'), page);
  await page.getByRole('textbox', { name: 'Page title' }).waitFor();
  await press(button('Insert macro'), page);
  await press(page.getByRole('dialog').getByRole('button', { name: 'External Data', exact: true }), page);
  const panel = editor.dialog.getByLabel('Panel', { exact: true });
  await panel.waitFor();
  if (!(await panel.evaluate((element) => element.matches(':focus')))) await tabTo(panel, page);
  await page.keyboard.type('Who works');
  await page.getByRole('option', { name: /Who works here/ }).waitFor();
  await page.keyboard.press('Enter');
  await editor.dialog.getByRole('table').getByRole('row').nth(1).waitFor();
  await press(editor.dialog.getByRole('button', { name: 'Save' }), page);
  await editor.dialog.waitFor({ state: 'detached' });
  await press(button('Publish'), page);
  await button('Edit').waitFor();
  await macros.nth(before).contentFrame().locator('tbody tr').first().waitFor();
  await page.context().close();
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
