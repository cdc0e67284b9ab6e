import { readFile } from 'node:fs/promises';
import { parse } from 'papaparse';
import type { Download, Frame, Page } from 'playwright-core';
import type { DataSourceView } from '../../src/shared/contract';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings } from './browser';
import { readerTable, type ReaderTable } from './screens/reader-table';
import { showIn, themes } from './theme';

const users = 10_000;
const lineHeight = 37;

let site: Site;
let source: DataSourceView;
let page: Page;
let reader: ReaderTable;

beforeAll(async () => {
  site = await startSite({ users, host: { undocumentedLocation: true } });
  approveHosts(site, [site.demo.origin]);
  source = await connectSource(site);
  const columns = [
    { label: 'Name', selector: '$.displayName', type: 'text' as const },
    { label: 'Department', selector: '$.department', type: 'text' as const },
    { label: 'Office', selector: '$.officeLocation', type: 'text' as const },
    { label: 'Since', selector: '$.createdDateTime', type: 'date' as const },
    { label: 'Job title', selector: '$.jobTitle', type: 'text' as const },
    { label: 'Mail', selector: '$.mail', type: 'email' as const },
    { label: 'Id', selector: '$.id', type: 'text' as const },
    { label: 'Given name', selector: '$.givenName', type: 'text' as const },
    { label: 'Surname', selector: '$.surname', type: 'text' as const },
    { label: 'Phone', selector: '$.mobilePhone', type: 'text' as const },
  ];
  showOnPage(site, await addPanel(site, source.id, { columns, visual: { type: 'table', rowsPerPage: 15 } }));
  page = await site.open('Rita Reader', staffPage.path);
  reader = readerTable(page);
  await reader.shown();
});

afterAll(() => site.close());

async function openAfresh(): Promise<void> {
  await page.goto(staffPage.path);
  await reader.shown();
}

async function downloaded(choice: string): Promise<{ name: string; text: string; lines: string[][] }> {
  const coming = page.waitForEvent('download');
  await reader.choose(choice);
  const download: Download = await coming;
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text, lines: parse<string[]>(text).data };
}

test('rows are sorted by several columns, and each header says which it is among them', async () => {
  await reader.sort('Department');
  await reader.addSort('Since');
  await reader.header('Since').and(reader.app.locator('[aria-sort="ascending"]')).waitFor();
  await reader.settled();
  expect(await reader.header('Department').locator('.xd-place').innerText()).toContain('1');
  expect(await reader.header('Since').locator('.xd-place').innerText()).toContain('2');
  const departments = await reader.cells(2);
  const first = departments[0];
  expect(departments.every((department) => department === first)).toBe(true);
  const days = (await reader.cells(4)).map((day) => Date.parse(day));
  expect(days).toEqual([...days].sort((one, other) => one - other));
});

test('the keyboard adds a column to the order', async () => {
  await openAfresh();
  await reader.sort('Department');
  await reader.app.getByRole('button', { name: 'Options of Name' }).focus();
  await page.keyboard.press('Enter');
  await reader.popup.waitFor();
  expect(await reader.popup.getByRole('checkbox', { name: 'together with Department' }).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await reader.header('Name').and(reader.app.locator('[aria-sort="descending"]')).waitFor();
  await reader.settled();
  const names = await reader.cells(1);
  expect(names).toEqual([...names].sort((one, other) => other.localeCompare(one)));
  await page.keyboard.press('Escape');
  await reader.popup.waitFor({ state: 'detached' });
  const focused = reader.app.getByRole('button', { name: 'Options of Name' });
  expect(await focused.evaluate((button) => button.matches(':focus'))).toBe(true);
});

test('a column is filtered by its values, which come with their counts', async () => {
  await openAfresh();
  await reader.openOptions('Department');
  await reader.value('Legal').waitFor();
  const count = Number((await reader.value('Legal').locator('.xd-count').innerText()).replace(',', ''));
  expect(count).toBeGreaterThan(0);
  await reader.value('Legal').getByRole('checkbox').check();
  const written = new Intl.NumberFormat('en').format(count);
  await reader.range.getByText(`1–15 of ${written} matching, 10,000 rows in all`).waitFor();
  await reader.settled();
  expect(new Set(await reader.cells(2))).toEqual(new Set(['Legal']));
  await reader.popup.getByRole('searchbox').fill('support');
  await reader.popup.getByText('1 value', { exact: true }).waitFor();
  await reader.value('Support').getByRole('checkbox').check();
  await reader.range.getByText(/^1–15 of [\d,]+ matching/).waitFor();
  await reader.popup.getByRole('button', { name: 'Clear' }).click();
  await reader.range.getByText('1–15 of 10,000 rows').waitFor();
  await reader.closePopup();
});

test('a column with a value for each row shows its values part by part', async () => {
  await reader.openOptions('Mail');
  await reader.popup.locator('li').first().waitFor();
  const before = await reader.popup.locator('li').count();
  await reader.popup.getByRole('button', { name: 'Show more' }).click();
  await reader.popup.locator('li').nth(before).waitFor();
  await reader.closePopup();
});

test('search and filter go together, and one click takes both away', async () => {
  await reader.openOptions('Department');
  await reader.value('Legal').getByRole('checkbox').check();
  await reader.closePopup();
  await reader.filter.fill('no such person');
  await reader.app.getByText('No rows match “no such person” and the filters.').waitFor();
  await reader.app.getByRole('button', { name: 'Clear filter' }).click();
  await reader.range.getByText('1–15 of 10,000 rows').waitFor();
});

test('a column is made wider by keyboard and narrower by the pointer', async () => {
  const width = async (): Promise<number> => (await reader.header('Name').boundingBox())?.width ?? 0;
  const before = await width();
  await reader.openOptions('Name');
  await reader.popup.getByRole('slider', { name: 'Width' }).focus();
  for (let pressed = 0; pressed < 5; pressed += 1) await page.keyboard.press('ArrowRight');
  const wider = await width();
  expect(wider).toBeGreaterThan(before + 50);
  await reader.closePopup();
  const edge = await reader.header('Name').locator('.xd-edge').boundingBox();
  if (!edge) throw new Error('The header has no edge.');
  await page.mouse.move(edge.x + 3, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x - 57, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  expect(Math.abs((await width()) - (wider - 60))).toBeLessThan(3);
});

test('all rows are downloaded as CSV, as shown and raw', async () => {
  await openAfresh();
  await reader.share();
  const shown = await downloaded('Download 10,000 rows as CSV');
  expect(shown.name).toBe('Who works here.csv');
  expect(shown.text.charCodeAt(0)).toBe(0xfeff);
  expect(shown.lines).toHaveLength(users + 1);
  expect(shown.lines[0]?.slice(0, 4)).toEqual(['Name', 'Department', 'Office', 'Since']);
  expect(shown.lines[1]).toEqual(await reader.rows.first().locator('td').allInnerTexts());
  const raw = await downloaded('Download 10,000 rows as CSV with raw values');
  expect(raw.lines).toHaveLength(users + 1);
  expect(raw.lines[1]?.[3]).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(new Set(raw.lines.slice(1).map((line) => line[6])).size).toBe(users);
  await reader.popup.getByText('Downloaded.').waitFor();
  await reader.closePopup();
});

test('the rows on the screen are copied as a table, for documents and for spreadsheets', async () => {
  await reader.share();
  await reader.choose('Copy 15 rows as table');
  await reader.popup.getByText('Copied.').waitFor();
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
    return Promise.all([read('text/html'), read('text/plain')]);
  });
  expect(html).toContain('<th>Name</th>');
  expect(text.split('\n')).toHaveLength(16);
  expect(text.split('\n')[1]?.split('\t')).toEqual(await reader.rows.first().locator('td').allInnerTexts());
  await reader.closePopup();
});

test('a link shows another reader the same rows in the same order', async () => {
  await openAfresh();
  await reader.filter.fill('engineer');
  await reader.range.getByText(/matching/).waitFor();
  await reader.openOptions('Department');
  await reader.value('Support').getByRole('checkbox').check();
  await reader.closePopup();
  await reader.sort('Office');
  await reader.settled();
  await reader.share();
  await reader.choose('Copy link to this view');
  await reader.popup.getByText('Copied.').waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const other = await site.open('Eddie Editor', address);
  const seen = readerTable(other);
  await seen.shown();
  expect(await seen.rows.allInnerTexts()).toEqual(await reader.rows.allInnerTexts());
  expect(await seen.filter.inputValue()).toBe('engineer');
  expect(await seen.range.innerText()).toBe(await reader.range.innerText());
  expect(await seen.header('Office').getAttribute('aria-sort')).toBe('ascending');
  await other.context().close();
});

/** Scrolls step by step, one step for each frame that is drawn. */
function scrollThrough(frame: Frame, steps: number, pixels: number): Promise<void> {
  return frame.evaluate(
    async ([count, by]) => {
      const box = document.querySelector('.xd-scroll');
      for (let step = 0; box && step < count; step += 1) {
        box.scrollTop += by;
        await new Promise(requestAnimationFrame);
      }
    },
    [steps, pixels] as const,
  );
}

test('10,000 rows are scrolled through by pointer and keyboard, each where it belongs', async () => {
  await openAfresh();
  await reader.scrollAll();
  await reader.row(25).waitFor();
  const frame = await reader.frame();
  await scrollThrough(frame, 120, 120);
  await reader.row(400).waitFor();
  await reader.box.focus();
  await page.keyboard.press('End');
  await reader.row(users).waitFor();
  expect(await reader.app.locator('table').getAttribute('aria-rowcount')).toBe(String(users + 1));
  await page.keyboard.press('Home');
  await reader.row(1).waitFor();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  await reader.row(30).waitFor();
  await frame.evaluate(() => document.querySelector('.xd-scroll')?.scrollTo(0, 5000 * 37));
  await reader.row(5010).waitFor();
  const heights = await reader.rows.evaluateAll((rows) =>
    rows.filter((row) => !row.matches('.xd-gap')).map((row) => row.getBoundingClientRect().height),
  );
  expect(new Set(heights)).toEqual(new Set([lineHeight]));
});

test('headers of rows in one list are as whole as above pages, in a narrow window and when it grows', async () => {
  const cutHeaders = () =>
    reader.app.locator('.xd-sort > span:first-child').evaluateAll((labels) =>
      labels
        .filter((label) => {
          const words = document.createRange();
          words.selectNodeContents(label);
          return words.getBoundingClientRect().width > label.getBoundingClientRect().width + 0.01;
        })
        .map((label) => label.textContent),
    );
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 600, height: before.height });
  await openAfresh();
  await reader.scrollAll();
  await reader.row(25).waitFor();
  expect(await cutHeaders()).toEqual([]);
  await page.setViewportSize(before);
  const frame = await reader.frame();
  await frame.waitForFunction(() => innerWidth > 640);
  expect(await cutHeaders()).toEqual([]);
});

test('rows in one list are sorted and filtered like those of pages', async () => {
  await reader.sort('Since');
  await reader.settled();
  await reader.row(1).waitFor();
  const days = (await reader.rows.locator('td:nth-child(4)').allInnerTexts()).map((day) => Date.parse(day));
  expect(days.length).toBeGreaterThan(20);
  expect(days).toEqual([...days].sort((one, other) => one - other));
  await reader.filter.fill('legal');
  await reader.range.getByText(/matching/).waitFor();
  await reader.row(40).or(reader.row(20)).first().waitFor();
  await reader.app.getByLabel('Rows per page').selectOption('15');
  await reader.app.getByText('Page 1 of').waitFor();
});

test('the options of a column and the ways to share have no accessibility findings in either theme', async () => {
  await openAfresh();
  for (const theme of themes) {
    await showIn(theme, page);
    await reader.openOptions('Department');
    await reader.value('Legal').waitFor();
    await expectNoAxeFindings(await reader.frame());
    await reader.closePopup();
    await reader.share();
    await reader.popup.waitFor();
    await expectNoAxeFindings(await reader.frame());
    await reader.closePopup();
  }
  await reader.scrollAll();
  await reader.row(25).waitFor();
  await expectNoAxeFindings(await reader.frame());
});

test('the page threw nothing and was not stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
