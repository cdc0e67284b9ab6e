import type { Page } from 'playwright-core';
import type { DataSourceView } from '../../src/shared/contract';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings, screenshot } from './browser';
import { takePicture } from './pictures';
import { readerTable, type ReaderTable } from './screens/reader-table';
import { showIn, themes } from './theme';

const pageRows = 999;
const pages = 26;
const users = 25_500;
const pageMs = 250;

let site: Site;
let source: DataSourceView;
let page: Page;
let reader: ReaderTable;

beforeAll(async () => {
  site = await startSite({ users });
  approveHosts(site, [site.demo.origin]);
  source = await connectSource(site);
  page = await site.open('Rita Reader', 'about:blank');
  reader = readerTable(page);
});

afterAll(() => site.close());

const slowPages = { on: 'api', what: { kind: 'delay', milliseconds: pageMs } } as const;

/** Shows a panel that nobody has opened yet, on pages that take their time. */
async function openCold(name: string): Promise<void> {
  const visual = { type: 'table' as const, rowsPerPage: 15 };
  showOnPage(site, await addPanel(site, source.id, { name, visual }));
  await page.goto(staffPage.path);
  await reader.shown();
}

const firstNames = async () => (await reader.cells(1)).slice(0, 12);
const status = (text: string | RegExp) => reader.facts.getByRole('status').filter({ hasText: text });

test('a slow list grows under the eyes of a reader who scrolls, and stands still for one who has sorted', async () => {
  await site.demo.control.setFaults([slowPages]);
  const before = await site.demo.control.stats();
  await openCold('Everybody');
  await reader.range.filter({ hasText: 'of the first 999 rows' }).waitFor();
  await status('More rows are being read.').waitFor({ state: 'attached' });
  await takePicture(page, 'growing-list');

  await reader.scrollAll();
  await reader.row(20).waitFor(); // beyond the page that was there before
  await reader.box.evaluate((box) => box.scrollTo(0, 37 * 600));
  const seen = await reader.row(605).innerText();
  await reader.box.press('Shift');
  await reader.app.locator('table:not([aria-rowcount="1000"])').waitFor();
  expect(await reader.row(605).innerText()).toBe(seen);
  expect(await reader.box.evaluate((box) => box.scrollTop)).toBe(37 * 600);

  const midway = await site.open('Eddie Editor', staffPage.path);
  await readerTable(midway).range.filter({ hasText: 'of the first' }).waitFor();
  await midway.context().close();

  await reader.sort('Name');
  await reader.settled();
  const sorted = await firstNames();
  const more = reader.facts.getByRole('button', { name: 'more rows: show' });
  await status('25,500 rows.').waitFor({ state: 'attached' });
  expect(await firstNames()).toEqual(sorted);
  await reader.share();
  const coming = page.waitForEvent('download');
  await reader.popup.getByRole('button', { name: /^Download [\d,]+ rows as CSV$/ }).click();
  expect((await coming).suggestedFilename()).toMatch(/^Everybody, first \d+ rows \d{4}-\d\d-\d\d\.csv$/);
  await reader.closePopup();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const theme of themes) {
    await showIn(theme, page);
    await expectNoAxeFindings(await reader.frame());
    await screenshot(page, `growing-list-phone-${theme}`);
  }
  expect(await (await reader.frame()).evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await reader.app.getByLabel('Rows per page').selectOption('25');
  await reader.range.filter({ hasText: /^1–25 of the first/ }).waitFor();
  await reader.turn('Next page');
  await reader.range.filter({ hasText: /^26–50 of the first/ }).waitFor();
  const top = await reader.rows.first().innerText();
  await more.click();
  await reader.range.filter({ hasText: /^[\d,]+–[\d,]+ of 25,500 rows$/ }).waitFor();
  expect(await reader.rows.allInnerTexts()).toContain(top);
  expect(await more.count()).toBe(0);
  const after = await site.demo.control.stats();
  expect(after.api - before.api).toBe(pages);
});

test('a source that fails at page 20 leaves the rows before it, and is asked for that page first the next time', async () => {
  await site.demo.control.setFaults([
    { on: 'api', what: { kind: 'delay', milliseconds: 1 }, times: 19 },
    { on: 'api', what: { kind: 'status', status: 500 } },
  ]);
  await openCold('Everybody again');
  await reader.facts.getByText('Page 20 is missing.').first().waitFor(); // also the reason why none are newer
  await reader.range.filter({ hasText: `of ${(19 * pageRows).toLocaleString('en')} rows` }).waitFor();
  await site.demo.control.setFaults([]);
  const before = await site.demo.control.stats();
  site.clock.advance(60_000);
  await page.goto(staffPage.path);
  await reader.range.filter({ hasText: /of 25,500 rows$/ }).waitFor();
  const after = await site.demo.control.stats();
  expect(after.api - before.api).toBe(pages - 19);
});

test('the page threw nothing and was not stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
