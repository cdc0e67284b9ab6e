import type { Page } from 'playwright-core';
import { listenInFrontOf, type ListeningTokenEndpoint } from '../support/listening-token-endpoint';
import { addPanel, approveHosts, connectSource, directoryForm, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { takePicture } from './pictures';
import { noteReceived, type Received } from './received';
import { readerPage, type ReaderPage } from './screens/reader-page';
import { showIn, themes } from './theme';

const users = 50_000;
const largestReply = 500_000;
const longestFirstLoad = 25_000;
const handbook = '98305';

let site: Site;
let tokenEndpoint: ListeningTokenEndpoint;
let page: Page;
let reader: ReaderPage;
let received: Received;

beforeAll(async () => {
  site = await startSite({ users });
  tokenEndpoint = await listenInFrontOf(site.demo.tokenUrl);
  approveHosts(site, [site.demo.origin, tokenEndpoint.origin]);
  const settings = { allowedSpaces: { mode: 'named' as const, spaceIds: [handbook] } };
  const source = await connectSource(site, directoryForm(site, settings, { tokenUrl: tokenEndpoint.url }));
  showOnPage(site, await addPanel(site, source.id, { visual: { type: 'table', rowsPerPage: 15 } }));
  page = await site.open('Rita Reader');
  received = await noteReceived(page.context());
  reader = readerPage(page);
});

afterAll(async () => {
  await site.close();
  await tokenEndpoint.close();
});

test('the first reader sees the first of all 50,000 users within 25 seconds', async () => {
  const start = performance.now();
  await page.goto(staffPage.path);
  await reader.rows.first().waitFor({ timeout: longestFirstLoad });
  expect(performance.now() - start).toBeLessThan(longestFirstLoad);
  await reader.app.getByTitle('Read from 51 pages.').filter({ hasText: '50,000 rows.' }).waitFor();
  expect(await reader.rows.count()).toBe(15);
  expect(await reader.range.innerText()).toBe('1–15 of 50,000 rows');
  expect(await reader.facts.innerText()).toContain('Updated just now');
});

test('the page has its picture taken in both themes', async () => {
  for (const theme of themes) {
    await showIn(theme, page);
    await takePicture(page, `page-${theme}`);
  }
  await showIn('light', page);
});

test('rows are sorted over all pages, both ways', async () => {
  await reader.sort('Name');
  await expectSorted('ascending');
  const first = (await reader.cells(1))[0] ?? '';
  await reader.sort('Name');
  await expectSorted('descending');
  expect(((await reader.cells(1))[0] ?? '').localeCompare(first)).toBe(1);
});

async function expectSorted(direction: 'ascending' | 'descending'): Promise<void> {
  await reader
    .header('Name')
    .and(reader.app.locator(`[aria-sort="${direction}"]`))
    .waitFor();
  await reader.settled();
  const names = await reader.cells(1);
  const sorted = [...names].sort((one, other) => one.localeCompare(other) * (direction === 'ascending' ? 1 : -1));
  expect(names).toEqual(sorted);
}

test('the filter finds rows of any page, and says how many of how many', async () => {
  await reader.filter.fill('legal');
  await reader.range.getByText(/^1–15 of [\d,]+ matching, 50,000 rows in all$/).waitFor();
  const rows = await reader.rows.allInnerTexts();
  expect(rows.every((row) => /legal/i.test(row))).toBe(true);
  await reader.filter.fill('nobody is called so');
  await reader.app.getByText('No rows match “nobody is called so”.').waitFor();
  await reader.app.getByRole('button', { name: 'Clear filter' }).click();
  await reader.range.getByText('1–15 of 50,000 rows').waitFor();
});

test('pages are turned to the last and back, and may be longer', async () => {
  await reader.turn('Last page');
  await reader.range.getByText('49,996–50,000 of 50,000 rows').waitFor();
  await reader.turn('Previous page');
  await reader.range.getByText('49,981–49,995 of 50,000 rows').waitFor();
  const size = reader.app.getByLabel('Rows per page');
  await size.selectOption('100');
  await reader.range.getByText('1–100 of 50,000 rows').waitFor();
  await reader.settled();
  expect(await reader.rows.count()).toBe(100);
  await size.selectOption('all');
  await reader.app.locator('.xd-lines').evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
  await reader.app.locator('tr[aria-rowindex="25005"]:not(.xd-waiting)').waitFor();
});

test('no reply of a call was above 500 KB', () => {
  const sizes = received.calls.map(({ replyBytes }) => replyBytes);
  expect(sizes.length).toBeGreaterThan(6);
  expect(Math.max(...sizes)).toBeLessThan(largestReply);
});

test('a view of rows that are still fresh asks no API, reads storage at most four times, and Confluence once', async () => {
  await reader.rows.first().evaluate(() => localStorage.clear()); // as for a reader who has set nothing
  const before = await site.demo.control.stats();
  const earlier = received.calls.length;
  await page.reload();
  await reader.shown();
  expect(await site.demo.control.stats()).toEqual(before);
  expect(received.calls.length).toBe(earlier + 1);
  const calls = site.host.calls(received.calls.at(-1)?.invocation);
  const storage = calls.filter(({ kind }) => kind === 'kvs');
  const confluence = calls.filter(({ kind }) => kind === 'confluence');
  expect(storage.length).toBeLessThanOrEqual(4);
  expect(confluence.length).toBeLessThanOrEqual(1);
  expect(calls.length).toBe(storage.length + confluence.length);
});

test('Refresh brings new rows, and the age of the rows is told in words', async () => {
  await site.demo.control.setUserCount(users - 1);
  site.clock.advance(3 * 60_000);
  await page.clock.setFixedTime(site.clock.now());
  await page.reload();
  await reader.app.getByText('Updated 3 minutes ago').waitFor();
  await reader.refresh.click();
  await reader.app
    .getByTitle('Read from 51 pages.')
    .filter({ hasText: '49,999 rows.' })
    .waitFor({ timeout: longestFirstLoad });
  await reader.app.getByText('Updated just now').waitFor();
});

test('nothing that the browser received names the data source’s URL, its credentials or a token', async () => {
  const { demo } = site;
  const tokens = tokenEndpoint.tokens();
  expect(tokens.length).toBeGreaterThan(1);
  const hidden = [demo.origin, '/v1.0/users', demo.clientId, demo.clientSecret, demo.tokenUrl, tokenEndpoint.origin];
  const shown = await Promise.all(page.frames().map((frame) => frame.content()));
  for (const secret of [...hidden, ...tokens]) {
    expect(received.replies.filter(({ text }) => text.includes(secret)).map(({ url }) => url)).toEqual([]);
    expect(shown.some((html) => html.includes(secret))).toBe(false);
  }
  const [name = 'nobody'] = await reader.cells(1);
  expect(received.replies.some(({ text }) => text.includes(name))).toBe(true);
});

test('the page threw nothing and was not stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
