import { readFile } from 'node:fs/promises';
import { parse } from 'papaparse';
import type { Download, Frame, Page } from 'playwright-core';
import type { DataSourceView } from '../../src/shared/contract';
import { pdfText } from '../support/pdf-text';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings, screenshot } from './browser';
import { readerTable, type ReaderTable } from './screens/reader-table';
import { tap } from './screens/tap';
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

async function comeBack(): Promise<void> {
  await page.goto(staffPage.path);
  await reader.shown();
}

/** As for a reader who has never been here. */
async function openAfresh(): Promise<void> {
  await (await reader.frame()).evaluate(() => localStorage.clear());
  await comeBack();
}

async function expectAccessible(): Promise<void> {
  for (const theme of themes) {
    await showIn(theme, page);
    for (const frame of page.frames().slice(1)) await expectNoAxeFindings(frame);
  }
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
  await reader.chip('Department: Legal').waitFor();
  await reader.app.getByText(`${written} of 10,000 rows`, { exact: true }).waitFor();
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
  const none = reader.app.getByText('No rows match “no such person” and the filters.');
  await none.waitFor();
  await reader.box.evaluate((box) => box.scrollTo(500, 0));
  const [said, box] = [await none.boundingBox(), await reader.box.boundingBox()];
  expect(said && box && said.x >= box.x && said.x + said.width <= box.x + box.width).toBe(true);
  await reader.app.getByRole('button', { name: 'Clear filter' }).click();
  await reader.range.getByText('1–15 of 10,000 rows').waitFor();
});

test('each chip takes back what it says, and the focus stays among them', async () => {
  await reader.openOptions('Department');
  await reader.value('Legal').getByRole('checkbox').check();
  await reader.closePopup();
  await reader.filter.fill('engineer');
  await reader.chip('Search: “engineer”').waitFor();
  await expectAccessible();
  await reader.app.getByRole('button', { name: 'Remove Department: Legal' }).press('Enter');
  await reader.chip('Department: Legal').waitFor({ state: 'detached' });
  const other = reader.app.getByRole('button', { name: 'Remove Search: “engineer”' });
  expect(await other.evaluate((button) => button.matches(':focus'))).toBe(true);
  await reader.app.getByRole('button', { name: 'Reset', exact: true }).click();
  await reader.range.getByText('1–15 of 10,000 rows').waitFor();
  expect(await reader.filter.inputValue()).toBe('');
});

test('a page of rows is as high as they are, and a longer one scrolls below its headers', async () => {
  const hidden = () => reader.box.evaluate((box) => box.scrollHeight - box.clientHeight);
  expect(await hidden()).toBe(0);
  await reader.app.getByLabel('Rows per page').selectOption('100');
  await reader.row(100).waitFor();
  expect(await hidden()).toBeGreaterThan(1000);
  await reader.box.evaluate((box) => box.scrollTo(0, 800));
  const [header, box] = [await reader.header('Name').boundingBox(), await reader.box.boundingBox()];
  expect(Math.abs((header?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(3);
  await reader.app.getByLabel('Rows per page').selectOption('15'); // as the panel has it
  await reader.range.getByText('1–15 of 10,000 rows').waitFor();
  const height = () => reader.box.evaluate((box) => box.clientHeight);
  const before = await height();
  await reader.filter.fill('no such person');
  await reader.app.getByText('No matching rows').waitFor();
  expect(await height()).toBeLessThan(before / 2);
  await openAfresh();
});

test('columns are as wide on the next page as on the one before', async () => {
  const widths = () =>
    reader.app.locator('th').evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));
  const before = await widths();
  await reader.turn('Next page');
  await reader.range.getByText('16–30 of 10,000 rows').waitFor();
  expect(await widths()).toEqual(before);
  await reader.turn('First page');
  await reader.range.getByText('1–15 of 10,000 rows').waitFor();
});

test('headers are one stop of the Tab key, and arrows lead through them into the rows', async () => {
  const focus = () => reader.app.locator(':focus').evaluate((element) => element.textContent);
  await reader.header('Name').locator('.xd-sort').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await focus()).toBe('Department');
  expect(await reader.app.locator('thead [tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  expect(await focus()).toBe((await reader.cells(2))[0]);
  await page.keyboard.press('Home');
  expect(await focus()).toBe((await reader.cells(1))[0]);
});

test('a row opens by keyboard and by click with all its fields, and turns to the next', async () => {
  await page.keyboard.press('Enter');
  await reader.card.getByText('Row 1 of 10,000').waitFor();
  const names = await reader.cells(1);
  expect(await reader.card.locator('dt').allInnerTexts()).toContain('Surname');
  await expectAccessible();
  await reader.card.getByRole('button', { name: 'Next row' }).click();
  await reader.card.getByText('Row 2 of 10,000').waitFor();
  await reader.card.getByRole('button', { name: 'Copy Name' }).click();
  await reader.card.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(names[1]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await reader.rows.nth(2).locator('td').nth(1).click();
  await reader.card.getByText('Row 3 of 10,000').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('columns are hidden, moved and kept in sight, and the browser remembers that until it is reset', async () => {
  const labels = () => reader.app.locator('th .xd-sort > span:first-child').allInnerTexts();
  const before = await labels();
  await reader.columns();
  await reader.popup.getByRole('checkbox', { name: 'Office' }).uncheck();
  await reader.popup.getByRole('button', { name: 'Move Mail up' }).click();
  await reader.popup.getByLabel('Columns that stay in sight').selectOption('2');
  await expectAccessible();
  await reader.closePopup();
  await reader.sort('Since');
  await reader.settled();
  await comeBack();
  expect((await labels()).slice(0, 5)).toEqual(['Name', 'Department', 'Since', 'Mail', 'Job title']);
  expect(await reader.header('Since').getAttribute('aria-sort')).toBe('ascending');
  await reader.box.evaluate((box) => box.scrollTo(500, 0));
  const ends = async (label: string) => await reader.header(label).boundingBox();
  const [name, department] = [await ends('Name'), await ends('Department')];
  expect(Math.abs((name?.x ?? 0) + (name?.width ?? 0) - (department?.x ?? 0))).toBeLessThan(2);
  await reader.columns();
  await reader.popup.getByRole('button', { name: 'Reset to the panel’s view' }).click();
  await reader.closePopup();
  await comeBack();
  expect(await labels()).toEqual(before);
  expect(await reader.header('Since').getAttribute('aria-sort')).toBe('none');
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
  await comeBack();
  expect(Math.abs((await width()) - (wider - 60))).toBeLessThan(3);
});

test('all rows are downloaded as CSV, as shown and raw', async () => {
  await openAfresh();
  await reader.share();
  const shown = await downloaded('Download 10,000 rows as CSV');
  expect(shown.name).toMatch(/^Who works here \d{4}-\d\d-\d\d\.csv$/);
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
  await seen.chip('Department: Support').waitFor();
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

test.each([false, true])('every column of the rows is on paper, in landscape: %s', async (landscape) => {
  await openAfresh();
  const text = pdfText(await page.pdf({ format: 'A4', landscape }));
  const words = [...(await reader.app.locator('th .xd-sort > span:first-child').allInnerTexts())];
  words.push(...(await reader.rows.first().locator('td').allInnerTexts()), 'Who works here', 'Panel “Who works here”');
  expect(words.filter((word) => !text.includes(word.replace(/\s/g, '')))).toEqual([]);
  for (const control of ['Refresh', 'Filter rows', 'Rows per page'])
    expect(text).not.toContain(control.replace(/\s/g, ''));
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

test('on a phone a finger filters rows, takes that back, hides a column and opens a row', async () => {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  await openAfresh();
  const beside = (frame: Frame) => frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await tap(page, reader.app.getByRole('button', { name: 'Options of Department' }));
  await tap(page, reader.value('Legal').getByRole('checkbox'));
  await reader.range.getByText(/matching, 10,000 rows in all$/).waitFor();
  await tap(page, reader.app.getByRole('heading'));
  await reader.popup.waitFor({ state: 'detached' });
  await screenshot(page, 'phone-chips');
  await tap(page, reader.app.getByRole('button', { name: 'Remove Department: Legal' }));
  await reader.range.getByText('1–15 of 10,000 rows').waitFor();
  await tap(page, reader.app.getByRole('button', { name: 'Columns', exact: true }));
  await tap(page, reader.popup.getByRole('checkbox', { name: 'Department' }));
  await reader.header('Department').waitFor({ state: 'detached' });
  await screenshot(page, 'phone-columns');
  await tap(page, reader.app.getByRole('heading'));
  await reader.popup.waitFor({ state: 'detached' });
  expect(await reader.box.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
  await tap(page, reader.rows.first().locator('td').first());
  await tap(page, reader.card.getByRole('button', { name: 'Next row' }));
  await reader.card.getByText('Row 2 of 10,000').waitFor();
  await screenshot(page, 'phone-row');
  for (const frame of page.frames()) expect(await beside(frame)).toBe(0);
  await tap(page, page.getByRole('dialog').getByRole('button', { name: /close/i }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.setViewportSize(before);
});

test('the page threw nothing and was not stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
