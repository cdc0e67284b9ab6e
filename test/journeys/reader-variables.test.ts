import type { Page } from 'playwright-core';
import type { MacroConfig, PanelView } from '../../src/shared/contract';
import { addPanel, approveHosts, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings } from './browser';
import { readerTable, type ReaderTable } from './screens/reader-table';
import { showIn, themes } from './theme';

const department = { key: 'dep', label: 'Department', selector: '$.department', type: 'text' as const };

let site: Site;
let panel: PanelView;
let page: Page;
let reader: ReaderTable;

beforeAll(async () => {
  site = await startSite({ users: 2000, host: { undocumentedLocation: true } });
  approveHosts(site, [site.demo.origin]);
  const source = await connectSource(site);
  const departments = await addPanel(site, source.id, {
    name: 'Departments',
    columns: [department],
    rowSteps: [{ kind: 'distinct', columns: ['dep'] }],
  });
  panel = await addPanel(site, source.id, {
    columns: [
      { key: 'name', label: 'Name', selector: '$.displayName', type: 'text' },
      department,
      { key: 'job', label: 'Job', selector: '$.jobTitle', type: 'text' },
    ],
    variables: [
      {
        key: 'department',
        label: 'Department',
        type: 'list',
        required: true,
        defaultValue: '',
        entries: { from: 'panel', panelId: departments.id, valueColumn: 'dep' },
      },
      { key: 'job', label: 'Job title', type: 'text', required: false, defaultValue: '' },
    ],
    rowSteps: [
      {
        kind: 'where',
        match: 'all',
        conditions: [
          { column: 'dep', operator: 'equals', value: '{$.department}' },
          { column: 'job', operator: 'contains', value: '{$.job}' },
        ],
      },
    ],
    visual: { type: 'table', rowsPerPage: 10 },
  });
  showOnPage(site, panel);
  page = await site.open('Rita Reader', staffPage.path);
  reader = readerTable(page);
});

afterAll(() => site.close());

/** Sets the macro anew, as its settings dialog does. */
function configure(config: Partial<MacroConfig>): void {
  const { product } = site.host.site();
  const content = product.content(staffPage.id);
  if (!content) throw new Error('The page is gone.');
  const body = content.body.map((node) =>
    node.kind === 'macro' ? { ...node, config: { ...node.config, ...config } } : node,
  );
  product.save(content, { ...content, body });
}

async function pick(entry: string): Promise<void> {
  await reader.variable('Department').click();
  await page.keyboard.type(entry.slice(0, 3));
  await reader.app.getByRole('option', { name: entry, exact: true }).waitFor();
  await reader.app.locator('[role=option]').nth(1).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
}

async function expectOnly(position: number, text: RegExp): Promise<void> {
  await reader.settled();
  const cells = await reader.cells(position);
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter((cell) => !text.test(cell))).toEqual([]);
}

test('a panel that needs a value asks for it kindly', async () => {
  await reader.app.getByText('Fill in Department to see the rows.').waitFor();
  expect(await reader.rows.count()).toBe(0);
  for (const theme of themes) {
    await showIn(theme, page);
    await expectNoAxeFindings(await reader.frame());
  }
});

test('the entries of a list come from another panel, are searched by typing and picked by keyboard', async () => {
  await reader.variable('Department').focus();
  await page.keyboard.press('ArrowDown');
  await reader.app.getByRole('option', { name: 'Legal' }).waitFor();
  expect(await reader.app.getByRole('option').count()).toBeGreaterThan(4);
  await expectNoAxeFindings(await reader.frame());
  await page.keyboard.press('Escape');
  await pick('Legal');
  await reader.shown();
  await expectOnly(2, /^Legal$/);
});

test('a text that is typed on makes the rows anew once, and those of before never come back', async () => {
  await reader.variable('Job title').pressSequentially('Engineer', { delay: 20 });
  await reader.app.locator('tbody tr', { hasText: 'Engineer' }).first().waitFor();
  await reader.app.locator('tbody tr').filter({ hasNotText: 'Engineer' }).first().waitFor({ state: 'detached' });
  await expectOnly(3, /Engineer/);
  await expectOnly(2, /^Legal$/);
});

test('while the rows of a new value are on their way, those on the screen are neither copied nor downloaded', async () => {
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/api/invoke', async (route) => {
    await held;
    await route.continue();
  });
  await reader.variable('Job title').fill('Manager');
  await reader.app.locator('.xd-frame[aria-busy="true"]').waitFor();
  await reader.share();
  const copy = reader.popup.getByRole('button', { name: /^Copy .* as table$/ });
  const csv = reader.popup.getByRole('button', { name: /as CSV$/ });
  await reader.popup.getByText('New rows are loading.').waitFor();
  for (const button of [copy, csv]) {
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  expect(await reader.popup.getByText(/Copied|Downloaded|Reading/).count()).toBe(0);
  await expectNoAxeFindings(await reader.frame());
  goOn();
  await reader.settled();
  await page.unroute('**/api/invoke');
  await reader.popup.getByText('New rows are loading.').waitFor({ state: 'detached' });
  await copy.click();
  await reader.popup.getByText('Copied.').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Manager');
  expect(text).not.toContain('Engineer');
  await reader.closePopup();
  await reader.variable('Job title').fill('Engineer');
  await reader.app.locator('tbody tr', { hasText: 'Engineer' }).first().waitFor();
  await reader.settled();
});

test('a link carries the values to another reader', async () => {
  await reader.share();
  await reader.choose('Copy link to this view');
  await reader.popup.getByText('Copied.').waitFor();
  await reader.closePopup();
  const other = await site.open('Eddie Editor', await page.evaluate(() => navigator.clipboard.readText()));
  const seen = readerTable(other);
  await seen.shown();
  expect(await seen.rows.allInnerTexts()).toEqual(await reader.rows.allInnerTexts());
  expect(await seen.variable('Job title').inputValue()).toBe('Engineer');
  expect(await seen.variable('Department').inputValue()).toBe('Legal');
  await other.context().close();
});

test('Reset gives the values up', async () => {
  await reader.app.getByRole('button', { name: 'Reset' }).click();
  await reader.app.getByText('Fill in Department to see the rows.').waitFor();
  const title = await reader.variable('Job title').elementHandle();
  const frame = await title?.ownerFrame();
  await frame?.waitForFunction((input) => (input as HTMLInputElement).value === '', title);
});

test('a value that the macro fixes is only seen, one that it hides is not, and no link changes them', async () => {
  configure({
    'value.department': 'Sales',
    'use.department': 'fixed',
    'value.job': 'Manager',
    'use.job': 'hidden',
    hiddenColumns: ['name'],
  });
  await page.goto(`${staffPage.path}?xd.value.department=Legal&xd.value.job=Engineer`);
  await reader.shown();
  await expectOnly(1, /^Sales$/);
  await expectOnly(2, /Manager/);
  const form = reader.app.getByRole('form', { name: 'Choices' });
  expect(await form.innerText()).toMatch(/^Department\s+Sales$/);
  expect(await form.getByRole('textbox').count()).toBe(0);
  expect(await reader.header('Name').count()).toBe(0);
});

test('the page threw nothing and was not stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
