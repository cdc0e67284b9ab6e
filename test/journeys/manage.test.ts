import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DataSourceView } from '../../src/shared/contract';
import {
  addPanel,
  approveHosts,
  callAdmin,
  connectSource,
  directoryForm,
  showOnPage,
  staffPage,
} from '../support/seed';
import { startSite, type Site } from '../support/site';
import { adminScreens, type AdminScreens } from './screens/admin-screens';
import { readerPage } from './screens/reader-page';
import { readerTable } from './screens/reader-table';
import { choose } from './screens/select';

/** Longer than the journey takes: queries see nothing of it, and all that the screens show comes from elsewhere. */
const queryLag = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'external-data-'));

let site: Site;
let source: DataSourceView;
let page: Page;
let admin: AdminScreens;

beforeAll(async () => {
  site = await startSite({ users: 120, db: join(folder, 'site.sqlite'), host: { queryLag } });
  approveHosts(site, [site.demo.origin]);
  source = await connectSource(site);
  showOnPage(site, await addPanel(site, source.id));
  await addPanel(site, source.id, { name: 'Offices' });
  page = await site.open('Ada Admin');
  admin = adminScreens(page);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => admin.open());

test('a data source is renamed, and leaving with unsaved changes asks first', async () => {
  await admin.openSource('Staff directory');
  await admin.source.fill({ Name: 'Company directory' });
  await admin.button('Cancel').click();
  await admin.dialog('Discard your changes?').getByRole('button', { name: 'Keep editing' }).click();
  await admin.button('Save').click();
  await admin.source.saved.waitFor();
  await admin.button('Close').click();
  await admin.app.getByRole('row', { name: /Company directory/ }).waitFor();
});

test('a new client secret is taken without signing in again, and changed scopes ask for it', async () => {
  await site.demo.control.rotateClientSecret();
  site.clock.advance(2 * 3_600_000);
  await admin.openSource('Company directory');
  await admin.source.fill({ 'Client Secret': site.demo.clientSecret });
  await admin.button('Save & test').click();
  await admin.source.summary.getByText('Succeeded').waitFor();
  expect(await admin.source.badge.innerText()).toMatch(/^authenticated/i);
  await admin.source.fill({ Scopes: 'User.Read.All Group.Read.All offline_access' });
  await admin.source.badge.getByText('Reconnect needed').waitFor();
});

test('a panel is edited: columns are moved and removed, and readers see it so', async () => {
  await admin.openPanel('Who works here');
  await admin.button('Remove Since').click();
  await admin.button('Move Department').press('ArrowUp');
  await admin.panel.save();
  const reader = readerPage(await site.open('Rita Reader', staffPage.path));
  await reader.shown();
  const labels = await reader.app.getByRole('columnheader').allInnerTexts();
  expect(labels.map((label) => label.trim())).toEqual(['Name', 'Department', 'Job title', 'Office', 'Mail']);
  const table = readerTable(reader.page); // this host tells a macro no more of where it is than is documented
  await table.share();
  await table.choose('Copy link to this view');
  await table.popup.getByText('Copied.').waitFor();
  const link = await reader.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${site.host.url}${staffPage.path}`);
  await reader.page.context().close();
});

test('everything survives a restart, the sign-in included', async () => {
  await site.restart();
  await page.context().close();
  page = await site.open('Ada Admin');
  admin = adminScreens(page);
  await admin.open();
  const row = admin.app.getByRole('row', { name: /Company directory/ });
  expect(await row.innerText()).toMatch(/authenticated/i);
  site.clock.advance(2 * 3_600_000);
  await admin.openSource('Company directory');
  await admin.button('Test').click();
  await admin.source.summary.getByText('Succeeded').waitFor();
  expect((await site.demo.control.stats()).refreshes).toBe(1);
  const reader = readerPage(await site.open('Rita Reader', staffPage.path));
  await reader.shown();
  await reader.page.context().close();
});

test('when somebody else has saved meanwhile, the form says who and what, and one can keep one’s own', async () => {
  await admin.openSource('Company directory');
  const { id, rev, settings } = await callAdmin(site, 'getDataSource', { id: source.id });
  const limits = { ...settings.limits, pages: 50 };
  await callAdmin(site, 'saveDataSource', { id, rev, settings: { ...settings, limits }, secrets: {} });
  await admin.source.fill({ Name: 'Company people' });
  await admin.button('Save').click();
  await admin.app.getByText(/Ada Admin saved it, .*differs in: Name and Limits\./).waitFor();
  await admin.button('Keep mine and save').click();
  await admin.source.saved.waitFor();
  const kept = await callAdmin(site, 'getDataSource', { id });
  expect(kept.settings).toMatchObject({ name: 'Company people', limits: settings.limits });
  await admin.source.fill({ Name: 'Company directory' });
  await admin.button('Save').click();
  await admin.source.saved.waitFor();
});

test('lists are searched and ordered, and a panel is duplicated', async () => {
  await admin.tab('Panels').click();
  const names = () => admin.app.locator('tbody th').allInnerTexts();
  await admin.app.getByRole('searchbox', { name: 'Search panels' }).fill('nobody has this');
  await admin.app.getByText('No panels match.').waitFor();
  await admin.button('Clear the search').click();
  await admin.button('Name').press('Enter');
  expect(await names()).toEqual(['Who works here', 'Offices']);
  await admin.app.getByRole('searchbox', { name: 'Search panels' }).fill('OFFICE');
  expect(await names()).toEqual(['Offices']);
  await admin.button('Duplicate Offices').press('Enter');
  await admin.app.getByRole('heading', { name: 'Add panel' }).waitFor();
  expect(await admin.app.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Offices (copy)');
  await admin.button('Save').click();
  await admin.app.getByRole('heading', { name: 'Offices (copy)', level: 1 }).waitFor();
});

test('deleting a panel asks, names its pages, and hands its macros over to another one', async () => {
  await admin.openPanel('Who works here');
  await admin.button('Delete').click();
  const dialog = admin.dialog('Delete Who works here?');
  expect(await dialog.innerText()).toContain('This cannot be undone.');
  const { title } = site.host.site().product.content(staffPage.id)!;
  await dialog.getByRole('listitem').getByText(title, { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await admin.button('Delete').click();
  await choose(dialog, 'Show instead', /^Offices \(copy\)/);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await admin.app.getByText('Deleted Who works here. Its macros show Offices (copy) now.').waitFor();
  const reader = readerPage(await site.open('Rita Reader', staffPage.path));
  await reader.shown();
  await reader.app.getByRole('heading', { name: 'Offices (copy)' }).waitFor();
  await reader.page.context().close();
  await admin.app.getByRole('button', { name: '1 page details of Offices (copy)' }).press('Enter');
  await admin.app.getByRole('listitem').getByText(title, { exact: true }).waitFor();
});

test('the page that shows a deleted panel says so, with its name and who can act', async () => {
  await admin.openPanel('Offices (copy)');
  await admin.button('Delete').click();
  await admin.dialog('Delete Offices (copy)?').getByRole('button', { name: 'Delete' }).click();
  await admin.app.getByText('Deleted Offices (copy).').waitFor();
  const reader = readerPage(await site.open('Rita Reader', staffPage.path));
  await reader.problem.waitFor();
  expect(await reader.problem.innerText()).toMatch(/This panel no longer exists.*An editor can pick another one/s);
  await reader.app.getByRole('heading', { name: 'Who works here' }).waitFor();
  await reader.page.context().close();
});

test('Disconnect asks, calls the Revoke URL and forgets the tokens', async () => {
  const before = await site.demo.control.stats();
  await admin.openSource('Company directory');
  await admin.button('Disconnect').click();
  const dialog = admin.dialog('Disconnect this data source?');
  expect(await dialog.innerText()).toContain('revokes them at the provider');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await admin.source.badge.getByText('Not authenticated').waitFor();
  expect((await site.demo.control.stats()).revocations).toBe(before.revocations + 2); // refresh and access token
  expect(site.host.secretKeys().filter((key) => key.startsWith('tok:'))).toEqual([]);
  await admin.button('Test').click();
  await admin.source.problem.waitFor();
  expect(await admin.source.problem.innerText()).toContain('Authenticate');
});

test('deleting a data source takes along panels that others made a second before, and leaves nothing of it after the next upkeep', async () => {
  const other = directoryForm(site);
  await connectSource(site, { ...other, settings: { ...other.settings, name: 'Second directory' } });
  await addPanel(site, source.id, { name: 'Rooms' });
  await admin.open();
  await admin.openSource('Company directory');
  await addPanel(site, source.id, { name: 'Desks' });
  await admin.button('Delete').click();
  const dialog = admin.dialog('Delete Company directory?');
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(['Offices', 'Rooms']);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await admin.app.getByText('Deleted Company directory and 3 panels.').waitFor();
  await admin.app.getByRole('row', { name: /Second directory/ }).waitFor();
  expect(await admin.app.getByRole('row', { name: /directory/ }).count()).toBe(1);
  await admin.tab('Panels').click();
  await admin.app.getByRole('heading', { name: 'No panels yet' }).waitFor();
  expect(site.host.secretKeys().filter((key) => key.includes(source.id))).toEqual([]);
  site.clock.advance(25 * 3_600_000);
  await site.host.runScheduled('hourly-upkeep');
  expect(site.host.records().filter(({ key }) => key.includes(source.id))).toEqual([]);
  expect(site.host.secretKeys().filter((key) => key.includes(source.id))).toEqual([]);
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
