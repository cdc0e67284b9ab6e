import type { Page } from 'playwright-core';
import { startSite, type Site } from '../support/site';
import { staffPage } from '../support/seed';
import { adminScreens, type AdminScreens } from './screens/admin-screens';
import { pageEditor } from './screens/page-editor';
import { readerPage } from './screens/reader-page';

let site: Site;
let admin: AdminScreens;
let adminPage: Page;

beforeAll(async () => {
  site = await startSite({ users: 2_500 });
  adminPage = await site.open('Ada Admin');
  admin = adminScreens(adminPage);
});

afterAll(() => site.close());

test('the settings open from the sidebar and begin with the three steps', async () => {
  const sidebar = adminPage.getByRole('navigation', { name: 'Spaces and pages' });
  await sidebar.getByRole('link', { name: 'External Data' }).click();
  await admin.app.getByRole('heading', { name: 'Live data from any API on your pages' }).waitFor();
  expect(await admin.app.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
    'Connect a data source',
    'Create a panel',
    'Show it on a page',
  ]);
});

test('the demo shows its values beside the form, and the form its callback URL, each with a copy button', async () => {
  await admin.addSource();
  const notes = adminPage.getByRole('complementary', { name: 'Notes' });
  expect(await notes.innerText()).toContain(site.demo.tokenUrl);
  await notes.getByRole('button', { name: 'Copy Client ID' }).click();
  await expect(clipboard()).resolves.toBe(site.demo.clientId);
  await admin.source.fillForDemo(site.demo, 'Staff directory');
  const callback = admin.app.getByLabel('Callback URL', { exact: true });
  expect(await callback.getAttribute('readonly')).not.toBeNull();
  await admin.button('Copy Callback URL').click();
  await admin.app.getByText('Copied', { exact: true }).waitFor();
  await expect(clipboard()).resolves.toBe(site.host.webTriggerUrl('oauth-callback'));
});

function clipboard(): Promise<string> {
  return adminPage.evaluate(() => navigator.clipboard.readText());
}

test('hosts are approved before signing in; declining says who can do what, and the form stays', async () => {
  await admin.button('Approve hosts').click();
  const consent = adminPage.getByRole('dialog');
  expect(await consent.innerText()).toContain(site.demo.origin);
  await consent.getByRole('button', { name: 'Cancel' }).click();
  await admin.app.getByText('A site admin must approve it with the button Approve hosts').waitFor();
  expect(await admin.source.field('Client ID').inputValue()).toBe(site.demo.clientId);
  await admin.source.approveHosts();
});

test('Authenticate on the unsaved form ends in a closed window and the green badge below the button', async () => {
  const window = await admin.source.authenticate();
  await admin.app.getByText('Waiting for you to sign in in the other window…').waitFor();
  await window.signInAs('Ada Lindqvist');
  await window.accept();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
  expect(await admin.source.badge.innerText()).toContain('Save to keep this sign-in.');
  const [button, badge] = await Promise.all([
    admin.button('Authenticate').boundingBox(),
    admin.source.badge.boundingBox(),
  ]);
  expect(badge?.y).toBeGreaterThanOrEqual((button?.y ?? 0) + (button?.height ?? 0));
  expect((badge?.y ?? 0) - (button?.y ?? 0)).toBeLessThan(80);
});

test('Save insists on a choice of spaces, and then keeps the sign-in', async () => {
  await admin.button('Save').click();
  await admin.app.getByText('Choose which spaces may show this data, or all spaces.').waitFor();
  await admin.source.allowAllSpaces();
  await admin.button('Save').click();
  await admin.source.saved.waitFor();
  expect(await admin.source.badge.innerText()).toMatch(/AUTHENTICATED|Authenticated/);
  expect(await admin.source.badge.innerText()).not.toContain('Save to keep');
  expect(await admin.app.getByLabel('Client Secret').inputValue()).toBe('');
});

test('Test shows status, time, pages and rows, the first rows, and the raw response with both its sizes', async () => {
  await admin.button('Test').click();
  const { result } = admin.source;
  const facts = await admin.source.summary.innerText();
  expect(facts).toMatch(/Status\s+200/);
  expect(facts).toMatch(/Time\s+[\d.]+ m?s/);
  expect(facts).toMatch(/Rows\s+2,500/);
  expect(facts).toMatch(/Pages\s+3/);
  expect(await result.locator('tbody tr').count()).toBeGreaterThan(9);
  await result.getByRole('tab', { name: 'Raw response' }).click();
  await result.getByText(/Shortened in this view only: the first [\d.]+ kB of [\d.]+ [kM]B\./).waitFor();
  const raw = await result.locator('pre').innerText();
  expect(raw).toContain('"displayName"');
  await result.getByRole('tab', { name: /Requests/ }).click();
  const requests = result.getByRole('region', { name: 'Requests' });
  expect(await requests.locator('tbody tr').count()).toBe(3);
});

test('a panel is proposed from the response of the test, named, previewed and saved', async () => {
  await admin.button('Add panel from this response').click();
  await admin.app.getByRole('heading', { name: 'Add panel' }).waitFor();
  expect(await admin.panel.columns.count()).toBeGreaterThan(3);
  await admin.panel.openFilters();
  expect(await admin.panel.field('Rows selector').inputValue()).toBe('$.value[*]');
  await admin.panel.field('Name').fill('Who works here');
  await admin.button('Preview').click();
  await admin.panel.preview.locator('tbody tr').first().waitFor();
  expect(await admin.panel.preview.innerText()).toContain('Preview of the first 999 rows.');
  await admin.panel.save();
});

test('a selector with a mistake is refused with the place of the mistake, and nothing is stored', async () => {
  const before = site.host.records();
  await admin.panel.field('Rows selector').fill('$.value[?@.city == ]');
  await admin.button('Save').click();
  const field = admin.app.locator('.field', { has: admin.panel.field('Rows selector') });
  await field.locator('.field-error').waitFor();
  expect(await field.locator('.field-error').innerText()).toBe(
    'The selector has an error at character 20 (after [?@.city == ): the filter is incomplete.',
  );
  expect(site.host.records()).toEqual(before);
});

test('Use proposal asks before it replaces columns, and puts selector and preview right', async () => {
  await admin.panel.field('Rows selector').fill('');
  await admin.panel.open('Columns');
  await admin.button('Use proposal').click();
  await admin.dialog('Replace the columns?').getByRole('button', { name: 'Replace' }).click();
  await admin.panel.preview.locator('tbody tr').first().waitFor();
  await admin.panel.openFilters();
  expect(await admin.panel.field('Rows selector').inputValue()).toBe('$.value[*]');
  await admin.panel.save();
});

test('an editor inserts the macro, picks the panel in its dialog, sees its rows and publishes', async () => {
  const page = await site.open('Eddie Editor', staffPage.path);
  const editor = pageEditor(page);
  await editor.edit();
  await editor.insertMacro();
  await editor.pickPanel(/Who works here/);
  await editor.dialog.getByRole('table').getByRole('row').nth(1).waitFor();
  await editor.dialog.getByLabel('Title (optional)').fill('Our people');
  await editor.saveSettings();
  await readerPage(page).shown();
  await editor.publish();
  await readerPage(page).shown();
  await page.context().close();
});

test('a reader opens the page and sees the table under the title of the editor', async () => {
  const page = await site.open('Rita Reader', staffPage.path);
  const reader = readerPage(page);
  await reader.shown();
  await reader.app.getByRole('heading', { name: 'Our people' }).waitFor();
  expect(await reader.rows.count()).toBe(20);
  await reader.facts.getByTitle('Read from 3 pages.').filter({ hasText: '2,500 rows.' }).waitFor();
  expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  await page.context().close();
});

test('no page of the walk threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
