import type { Page } from 'playwright-core';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { adminScreens, type AdminScreens } from './screens/admin-screens';
import { readerPage, type ReaderPage } from './screens/reader-page';

const minute = 60_000;

let site: Site;
let admin: AdminScreens;
let reader: ReaderPage;

beforeAll(async () => {
  site = await startSite({ users: 20, accessTokenSeconds: 300 });
  approveHosts(site, [site.demo.origin]);
  const source = await connectSource(site);
  showOnPage(site, await addPanel(site, source.id));
  reader = readerPage(await site.open('Rita Reader', staffPage.path));
  await reader.shown();
  admin = adminScreens(await site.open('Ada Admin'));
  await admin.open();
  await admin.openSource('Staff directory');
});

afterAll(() => site.close());

/** Lets the access token expire, for the servers and for the page, and loads the page again. */
async function later(page: Page): Promise<void> {
  site.clock.advance(10 * minute);
  await page.clock.setFixedTime(site.clock.now());
  await page.reload();
}

const saveAndTest = () => admin.button('Save & test').press('Enter');

test('a new secret that does not work is told, nothing is saved, and readers notice nothing', async () => {
  await admin.source.fill({ 'Client Secret': 'not-the-new-secret' });
  await saveAndTest();
  const notice = admin.source.notice('Nothing was saved');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/The new secret does not work\. The Client Secret is wrong\./);
  expect(await notice.innerText()).toContain('The stored secret is kept.');
  expect(await admin.source.saved.count()).toBe(0);
  await later(reader.page);
  await reader.app.getByText('Updated just now').waitFor();
  expect(await reader.stale.count()).toBe(0);
});

test('after the provider has given another secret, the reader sees the last good rows and who can help', async () => {
  const secret = await site.demo.control.rotateClientSecret();
  await later(reader.page);
  await reader.shown();
  expect(await reader.stale.innerText()).toMatch(/An admin can .*These rows are from/s);
  await admin.source.fill({ 'Client Secret': secret });
  await saveAndTest();
  await admin.source.result.waitFor();
  await admin.source.result.getByText('The new secret works.').waitFor();
  await admin.source.saved.waitFor();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
});

test('with the new secret the reader has new rows again, without a sign-in', async () => {
  const before = await site.demo.control.stats();
  await later(reader.page);
  await reader.app.getByText('Updated just now').waitFor();
  expect(await reader.stale.count()).toBe(0);
  const after = await site.demo.control.stats();
  expect(after.codeExchanges).toBe(before.codeExchanges);
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
