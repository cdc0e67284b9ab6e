import type { Page } from 'playwright-core';
import type { DataSourceView } from '../../src/shared/contract';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Person, type Site } from '../support/site';
import { expectNoAxeFindings } from './browser';
import { adminScreens } from './screens/admin-screens';
import { readerPage, type ReaderPage } from './screens/reader-page';
import { showIn, themes } from './theme';

const minute = 60_000;
const otherPage = { path: '/wiki/spaces/HB/pages/131073', id: '131073' };

let site: Site;
let source: DataSourceView;
let reader: ReaderPage;

beforeAll(async () => {
  site = await startSite({ users: 120, accessTokenSeconds: 300 });
  approveHosts(site, [site.demo.origin]);
  source = await connectSource(site);
  showOnPage(site, await addPanel(site, source.id));
  reader = readerPage(await site.open('Rita Reader', staffPage.path));
  await reader.shown();
});

afterAll(() => site.close());

/** Lets the time pass, for the servers and for the page, and loads the page again. */
async function later(minutes: number, page: Page): Promise<void> {
  site.clock.advance(minutes * minute);
  await page.clock.setFixedTime(site.clock.now());
  await page.reload();
}

async function openedBy(person: Person, path: string): Promise<ReaderPage> {
  const page = await site.open(person, 'about:blank');
  await page.clock.setFixedTime(site.clock.now());
  await page.goto(path);
  return readerPage(page);
}

test('after the access token has expired two readers at once get new rows from one refresh, and notice nothing', async () => {
  const before = await site.demo.control.stats();
  const other = await site.open('Eddie Editor', 'about:blank');
  site.clock.advance(10 * minute);
  await Promise.all([later(0, reader.page), other.goto(staffPage.path)]);
  await Promise.all([reader.shown(), readerPage(other).shown()]);
  await reader.app.getByText('Updated just now').waitFor();
  expect(await reader.stale.count()).toBe(0);
  expect(await reader.problem.count()).toBe(0);
  const after = await site.demo.control.stats();
  expect(after.refreshes - before.refreshes).toBe(1);
  expect(after.api).toBeGreaterThan(before.api);
  expect(after.grantsRevoked).toBe(before.grantsRevoked);
  await other.context().close();
});

/** A source that failed is asked again no sooner. */
const leftAloneMs = 60_000;

test('while the API fails the reader sees the last good rows with their time, and then new ones again', async () => {
  await site.demo.control.setFaults([{ on: 'api', what: { kind: 'status', status: 500 } }]);
  await later(10, reader.page);
  await reader.shown();
  expect(await reader.stale.innerText()).toMatch(/These rows are from \d+ \w+ \d{4} at \d\d:\d\d\./);
  await reader.app.getByText('Updated 10 minutes ago').waitFor();
  await site.demo.control.setFaults([]);
  site.clock.advance(leftAloneMs);
  await reader.refresh.click();
  await reader.stale.waitFor({ state: 'detached' });
  await reader.app.getByText('Updated just now').waitFor();
});

test('where no rows were ever read the reader sees a sentence that says who can act', async () => {
  await site.demo.control.setFaults([{ on: 'api', what: { kind: 'status', status: 500 } }]);
  const panel = await addPanel(site, source.id, {
    name: 'Never read',
    columns: [{ label: 'Mail', selector: '$.mail', type: 'text' }],
  });
  showOnPage(site, panel, otherPage.id);
  const other = await openedBy('Rita Reader', otherPage.path);
  await other.problem.waitFor();
  const sentence = await other.problem.innerText();
  expect(sentence).toContain('500');
  expect(sentence).not.toMatch(/Error:|\bat \w+ \(|localhost|undefined/);
  await site.demo.control.setFaults([]);
  site.clock.advance(leftAloneMs);
  await other.app.getByRole('button', { name: 'Try again' }).click();
  await other.shown();
  await other.page.context().close();
});

test('after the refresh token was revoked the reader sees the last good rows with their time, and no stack trace', async () => {
  await site.demo.control.revokeAllGrants();
  await later(10, reader.page);
  await reader.shown();
  const stale = await reader.stale.innerText();
  expect(stale).toContain('The connection of this data source has ended. An admin can reconnect it');
  expect(stale).toMatch(/These rows are from \d+ \w+ \d{4} at \d\d:\d\d\./);
  const text = await reader.app.locator('body').innerText();
  expect(text).not.toMatch(/Error:|\bat \w+ \(|localhost|AADSTS/);
});

/** By axe, in either theme. */
async function expectNothingFound(page: Page): Promise<void> {
  for (const theme of themes) {
    await showIn(theme, page);
    await expectNoAxeFindings(page);
  }
}

test('editors of the page are told what an admin should do, and readers are not', async () => {
  const editor = await openedBy('Eddie Editor', staffPage.path);
  const note = editor.app.getByRole('note', { name: 'For editors of this page' });
  await note.getByText('The connection of “Staff directory” has ended').waitFor();
  expect(await note.innerText()).toContain('Ask a Confluence admin to reconnect it.');
  await expectNothingFound(editor.page);
  await editor.page.context().close();
  expect(await reader.app.getByRole('note').count()).toBe(0);
});

test('the admin sees "Reconnect needed" with the reason in list and form, and reconnects', async () => {
  const page = await site.open('Ada Admin');
  const admin = adminScreens(page);
  await admin.open();
  const banner = admin.app.locator('.notice').filter({ hasText: 'A data source needs you' });
  expect(await banner.innerText()).toContain('Staff directory: Reconnect needed.');
  const row = admin.app.getByRole('row', { name: /Staff directory/ });
  expect(await row.innerText()).toMatch(/reconnect needed/i);
  await row.getByRole('button', { name: /Reconnect needed/i }).click();
  await expectNothingFound(page);
  await admin.app.locator('.list-details').getByText('Authenticate again.').waitFor();
  await admin.openSource('Staff directory');
  await admin.source.badge.getByText('Reconnect needed').waitFor();
  expect(await admin.source.badge.innerText()).toContain('Authenticate again.');
  const window = await admin.source.authenticate();
  await window.signInAs('Ada Lindqvist');
  await window.accept();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
  await reader.page.reload();
  await reader.app.getByText('Updated just now').waitFor();
  expect(await reader.stale.count()).toBe(0);
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
