import type { Page } from 'playwright-core';
import type { DataSourceForm } from '../../src/shared/contract';
import { serveJson, type JsonServer } from '../support/json-server';
import { approveHosts, callAdmin, connectSource, directoryForm, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings, screenshot } from './browser';
import { adminScreens, settingsPath, type AdminScreens } from './screens/admin-screens';
import { inSight } from './screens/in-sight';
import { readerPage } from './screens/reader-page';
import { drag } from './screens/drag';
import { choose } from './screens/select';
import { showIn, shownFrames, themes } from './theme';

const mostKeys = 100;

let site: Site;
let page: Page;
let admin: AdminScreens;
let orders: JsonServer;

const states = ['Shipped', 'Cancelled', 'On hold'];
const manyFields = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`field${at}`, at]));
/** Two orders of three lines each, whose lines have more fields than a table has columns. */
const documentOfOrders = [0, 1].map((order) => ({
  number: order,
  lines: states.map((status, line) => ({ status, item: `Widget ${order * 3 + line}`, ...manyFields })),
}));

function ordersForm(url: string): DataSourceForm {
  const { settings } = directoryForm(site, { name: 'Webshop orders', authentication: { type: 'none' } });
  const request = { ...settings.request, url, parameters: [] };
  return { settings: { ...settings, request, pagination: { style: 'none' } }, secrets: {} };
}

beforeAll(async () => {
  site = await startSite({ users: 300 });
  orders = await serveJson(documentOfOrders);
  approveHosts(site, [site.demo.origin, new URL(orders.url).origin]);
  await connectSource(site);
  page = await site.open('Ada Admin', settingsPath);
  admin = adminScreens(page);
});

afterAll(() => Promise.all([site.close(), orders.close()]));

async function expectAccessible(): Promise<void> {
  for (const theme of themes) {
    await showIn(theme, page);
    for (const frame of (await shownFrames(page)).slice(1)) await expectNoAxeFindings(frame);
  }
}

async function storedPanel(name: string) {
  const summary = (await callAdmin(site, 'listPanels', undefined)).find((panel) => panel.name === name);
  if (!summary) throw new Error(`There is no panel ${name}.`);
  return callAdmin(site, 'getPanel', { id: summary.id });
}

async function directoryId(): Promise<string> {
  const [source] = await callAdmin(site, 'listDataSources', undefined);
  return source?.id ?? '';
}

/** Those of all users, as the upstream has them. */
async function departments(): Promise<string[]> {
  const id = await directoryId();
  const { tree, values } = await callAdmin(site, 'proposePanel', { dataSourceId: id });
  expect(tree).toContain('"department"');
  return values?.['$.department'] ?? [];
}

test('choosing a data source shows its response with the likely rows marked and open', async () => {
  await admin.tab('Panels').click();
  await admin.button('Add panel').click();
  await inSight(admin.app.getByRole('heading', { name: 'Add panel' }));
  await admin.panel.preview.getByText('Choose a data source to see a preview.').waitFor();
  await admin.panel.chooseSource('Staff directory');
  await admin.panel.value('value').getByText('Rows', { exact: true }).waitFor();
  expect(await admin.panel.value('value').getAttribute('aria-selected')).toBe('true');
  await admin.panel.value('displayName').waitFor();
  await expectAccessible();
});

test('the columns are proposed that the response proposes, and all of them can go and come back', async () => {
  const id = await directoryId();
  const { columns } = await callAdmin(site, 'proposePanel', { dataSourceId: id });
  const proposed = columns.map(({ label }) => label);
  expect(await admin.panel.labels()).toEqual(proposed);
  await admin.button('Remove all').click();
  await admin.app.getByText('Click values in the response to add them').waitFor();
  await page.keyboard.press('Control+z');
  await admin.panel.columns.nth(proposed.length - 1).waitFor();
  expect(await admin.panel.labels()).toEqual(proposed);
  await admin.button('Remove all').click();
  expect(await admin.panel.columns.count()).toBe(0);
});

test('a click on a value makes a column of it, a second click takes it away, and the preview follows', async () => {
  await admin.panel.value('displayName').click();
  await admin.panel.value('employeeId').click();
  await admin.panel.value('department').click();
  await admin.panel.value('accountEnabled').click();
  await admin.panel.value('businessPhones').click();
  await admin.panel.preview.locator('tbody tr').first().waitFor();
  await admin.panel.value('businessPhones').click();
  await admin.panel.preview.getByRole('columnheader', { name: /Business phones/ }).waitFor({ state: 'detached' });
  expect(await admin.panel.labels()).toEqual(['Display name', 'Employee ID', 'Department', 'Account enabled']);
  expect(await admin.panel.column(4).innerText()).toContain('Yes or no');
  expect(await admin.panel.column(2).innerText()).toContain('Text');
});

test('columns change places by mouse and by touch, which can be undone, and the panel is saved with nothing typed but its name', async () => {
  await drag(page, admin.button('Move Department'), admin.panel.column(2));
  expect(await admin.panel.labels()).toEqual(['Display name', 'Department', 'Employee ID', 'Account enabled']);
  await drag(page, admin.button('Move Account enabled'), admin.panel.column(1), 'touch');
  expect(await admin.panel.labels()).toEqual(['Account enabled', 'Display name', 'Department', 'Employee ID']);
  await admin.button('Undo').click();
  expect(await admin.panel.labels()).toEqual(['Display name', 'Department', 'Employee ID', 'Account enabled']);
  await admin.panel.field('Name').fill('Clicked together');
  await admin.panel.save();
  await inSight(admin.app.getByText(/^Saved\./));
  const { settings } = await storedPanel('Clicked together');
  expect(settings.filters).toEqual([expect.objectContaining({ selector: '$.value[*]' })]);
  expect(settings.columns.map(({ key, selector, type }) => [key, selector, type])).toEqual([
    ['c1', '$.displayName', 'text'],
    ['c3', '$.department', 'text'],
    ['c2', '$.employeeId', 'text'],
    ['c4', '$.accountEnabled', 'boolean'],
  ]);
});

test('details of a column: a status shows its colors at once, and a hidden column leaves the preview', async () => {
  await choose(admin.app, 'Type of column 2', 'Status');
  await admin.panel.turnDetails(2);
  await admin.panel.field('Value of color rule 1').waitFor();
  const rules = await admin.app.getByRole('textbox', { name: /^Value of color rule/ }).all();
  const values = await Promise.all(rules.map((rule) => rule.inputValue()));
  expect([...values].sort()).toEqual([...new Set(await departments())].sort());
  await choose(admin.app, 'Color of rule 1', 'Green');
  await admin.panel.preview.locator('.xd-lozenge[data-color="green"]').first().waitFor();
  await admin.panel.turnDetails(3);
  await admin.panel
    .column(3)
    .getByRole('checkbox', { name: /^Hidden/ })
    .check();
  await admin.panel.preview.getByRole('columnheader', { name: /Employee ID/ }).waitFor({ state: 'detached' });
  await expectAccessible();
});

test('row steps: a condition on a variable and a computed column, each offered the columns before it', async () => {
  await admin.panel.open('Variables');
  await admin.button('Add variable').click();
  await admin.panel.variable(1).getByLabel('Label', { exact: true }).and(admin.app.locator(':focus')).waitFor();
  await page.keyboard.type('Department');
  expect(await admin.panel.field('Key').inputValue()).toBe('department');
  await admin.panel.open('Filters and row steps');
  await admin.button('Keep rows where…').click();
  await choose(admin.panel.rowStep(1), 'Column', 'Department');
  await admin.panel.preview.getByText('Row step 1: Enter a value to compare with.').waitFor();
  await admin.panel.rowStep(1).getByRole('button', { name: 'Variable Department' }).click();
  expect(await admin.panel.rowStep(1).getByLabel('Value', { exact: true }).inputValue()).toBe('{$.department}');
  await admin.button('Compute a column').click();
  await choose(admin.panel.rowStep(2), 'Type of the computed column', 'Text');
  await admin.panel.rowStep(2).getByLabel('Label', { exact: true }).fill('Badge');
  await admin.panel.rowStep(2).getByLabel('Expression', { exact: true }).fill("UPPER([Department]) & '-' &");
  await admin.panel.rowStep(2).getByRole('button', { name: '[Employee ID]' }).click();
  await admin.panel.preview.getByRole('columnheader', { name: /Badge/ }).waitFor();
  await admin.panel.field('Sample of Department').fill('Legal');
  await admin.panel.preview
    .getByText(/^LEGAL-\d{7}$/)
    .first()
    .waitFor();
  await admin.panel.preview
    .getByText(/^FINANCE-/)
    .first()
    .waitFor({ state: 'detached' });
  await expectAccessible();
});

test('the same with a JSONPath filter, which takes the variable as a value and not as text', async () => {
  await admin.button('Remove row step 1, keep rows where').click();
  await admin.panel.openFilters();
  await admin.button('Add filter').click();
  await admin.panel.field('Filter path 2').fill("$[?@.department == '{$.department}']");
  await admin.panel
    .filter(2)
    .getByRole('checkbox', { name: /^Ignore on fail/ })
    .check();
  await admin.panel.field('Sample of Department').fill("Sales' || true || '");
  await admin.panel.preview
    .getByText(/no rows/i)
    .first()
    .waitFor();
  await admin.panel.field('Sample of Department').fill('Sales');
  await admin.panel.preview
    .getByText(/^SALES-\d{7}$/)
    .first()
    .waitFor();
});

test('a grouping and a bar chart: the visual offers the columns that the last step left', async () => {
  await admin.panel.open('Filters and row steps');
  await admin.button('Remove filter 2').click();
  await admin.panel.field('Sample of Department').fill('');
  await admin.button('Group').click();
  await admin.panel
    .rowStep(2)
    .getByRole('button', { name: /^Remove Display name/ })
    .click();
  await choose(admin.panel.rowStep(2), 'One row for each', 'Department');
  await admin.panel.open('Visual');
  await admin.app.getByRole('radio', { name: 'Bar' }).check({ force: true });
  await admin.panel.preview.locator('canvas, svg').first().waitFor();
  await expectAccessible();
  await admin.panel.save();
  const { settings } = await storedPanel('Clicked together');
  expect(settings.visual).toEqual({ type: 'bar', category: 'c3', series: ['c6'] });
});

test('what is wrong is shown at its field, on the tab where that is', async () => {
  await admin.panel.open('Filters and row steps');
  await admin.panel.rowStep(1).getByLabel('Expression', { exact: true }).fill('[Department] +');
  await admin.panel.open('Columns');
  await admin.button('Save').click();
  const expression = admin.panel.rowStep(1).getByLabel('Expression', { exact: true });
  await expression.waitFor();
  await admin.panel.rowStep(1).locator('.field-error').first().waitFor();
  expect(await expression.evaluate((field) => field === document.activeElement)).toBe(true);
  await inSight(expression);
  await expression.fill('[Department]');
  await admin.panel.save();
});

test('an age that is shorter than the one before it is refused with a sentence', async () => {
  await admin.panel.open('Freshness');
  await admin.app.getByRole('checkbox', { name: /^Same as the data source/ }).uncheck();
  await admin.app.getByLabel('May be shown stale for', { exact: true }).fill('0');
  const refusal = 'Stale rows must be shown for at least as long as rows are fresh.';
  await admin.app.getByText(refusal, { exact: true }).waitFor(); // the preview says it, too, with the place
  await admin.button('Save').click();
  await admin.app
    .getByText('One field needs a change')
    .or(admin.app.getByText(/cannot be read/))
    .first()
    .waitFor();
  await admin.app.getByLabel('May be shown stale for', { exact: true }).fill('2');
  await admin.panel.save();
  const { settings } = await storedPanel('Clicked together');
  expect(settings.freshness).toEqual({ freshSeconds: 300, staleSeconds: 7200, keepSeconds: 604_800 });
});

test('leaving unsaved changes asks first', async () => {
  await admin.panel.field('Name').fill('Something else');
  await admin.button('Cancel').click();
  await admin.dialog('Discard your changes?').getByRole('button', { name: 'Keep editing' }).click();
  await admin.panel.field('Name').fill('Clicked together');
  await admin.button('Close').click();
  await admin.app.getByRole('tab', { name: 'Panels' }).waitFor();
});

test('a reader sees the chart on a page', async () => {
  showOnPage(site, await storedPanel('Clicked together'));
  const window = await site.open('Rita Reader', staffPage.path);
  await readerPage(window).app.locator('canvas, svg').first().waitFor();
  await window.context().close();
});

test('parameters of the panel change what is asked, and the response shows it when it is loaded again', async () => {
  await admin.button('Add panel').click();
  await admin.panel.chooseSource('Staff directory');
  await admin.panel.value('value').getByText('[300]').waitFor();
  await admin.app.getByText('Path and parameters').click();
  await admin.button('Add parameter').click();
  await admin.panel.field('Name of parameter 1').fill('$top');
  await admin.panel.field('Value of parameter 1').fill('{$.size}');
  await admin.panel.open('Variables');
  await admin.button('Add variable').click();
  await admin.panel.variable(1).getByLabel('Label', { exact: true }).fill('Size');
  await choose(admin.panel.variable(1), 'Type', 'Number');
  await admin.panel.field('Sample of Size').or(admin.app.getByLabel('Sample of Size')).first().fill('7');
  await admin.panel.open('Columns');
  await admin.button('Load again').click();
  await admin.panel.value('value').getByText('[7]').waitFor();
});

test('entries of a list variable come from a column of another panel', async () => {
  await admin.panel.open('Variables');
  await admin.button('Add variable').click();
  await admin.panel.variable(2).getByLabel('Label', { exact: true }).fill('Department');
  await choose(admin.panel.variable(2), 'Type', 'List');
  await choose(admin.panel.variable(2), 'Entries', 'The rows of another panel');
  await choose(admin.panel.variable(2), 'Panel', 'Clicked together');
  await choose(admin.panel.variable(2), 'Value', 'Department');
  await admin.panel.field('Name').fill('With variables');
  await expectAccessible();
  await admin.panel.save();
  const { settings } = await storedPanel('With variables');
  expect(settings.request).toEqual({ path: '', parameters: [{ name: '$top', value: '{$.size}' }] });
  const { id } = await storedPanel('Clicked together');
  expect(settings.variables?.[1]).toMatchObject({ entries: { from: 'panel', panelId: id, valueColumn: 'c3' } });
  await admin.button('Close').click();
});

test('lists inside rows are made rows, fields beyond the proposal are told, and entries and colors are those found', async () => {
  await callAdmin(site, 'saveDataSource', ordersForm(orders.url));
  await admin.tab('Panels').click();
  await admin.button('Add panel').click();
  await admin.panel.chooseSource('Webshop orders');
  await admin.app.getByRole('button', { name: 'Make each entry a row' }).click();
  await admin.panel.preview.getByText('Widget 4', { exact: true }).waitFor();
  await admin.app.getByText(/^The proposal leaves out \d+ more fields\./).waitFor();
  await admin.panel.openFilters();
  expect(await admin.panel.field('Rows selector').inputValue()).toBe('$[*]');
  const colors = await admin.panel.preview
    .locator('.xd-lozenge')
    .evaluateAll((lozenges: HTMLElement[]) =>
      Object.fromEntries(lozenges.map(({ innerText, dataset }) => [innerText, dataset.color])),
    );
  expect(colors).toEqual({ Shipped: 'green', Cancelled: 'red', 'On hold': 'yellow' });
  await admin.panel.open('Variables');
  await admin.button('Add variable').click();
  await admin.panel.variable(1).getByLabel('Label', { exact: true }).fill('State');
  await choose(admin.panel.variable(1), 'Type', 'List');
  await choose(admin.panel.variable(1), 'Fill from the values of a column (optional)', /status \(3\)$/i);
  const entries = await admin.panel
    .variable(1)
    .getByRole('textbox', { name: /^Value of entry/ })
    .all();
  expect(await Promise.all(entries.map((entry) => entry.inputValue()))).toEqual(['Cancelled', 'On hold', 'Shipped']);
  await expectAccessible();
  await page.setViewportSize({ width: 390, height: 844 });
  await admin.panel.open('Columns');
  await admin.button('Hide preview').click();
  await admin.panel.preview.locator('.preview-body').waitFor({ state: 'hidden' });
  await admin.app.getByRole('button', { name: /^Move .*status$/i }).press('ArrowDown');
  expect(await admin.app.locator('body').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await expectAccessible();
  await admin.panel.open('Freshness');
  await admin.app.getByRole('checkbox', { name: /^Show only when complete/ }).waitFor();
  await expectAccessible();
  await screenshot(page, 'freshness-phone');
  await admin.panel.open('Columns');
  await page.setViewportSize({ width: 1840, height: 900 });
  const heading = admin.panel.preview.getByRole('heading', { name: 'Preview' });
  await inSight(heading);
  const [columns, preview] = [await admin.panel.column(1).boundingBox(), await heading.boundingBox()];
  expect(preview?.x).toBeGreaterThan((columns?.x ?? 0) + (columns?.width ?? 0));
  await admin.button('Save').scrollIntoViewIfNeeded();
  await inSight(heading);
  await page.setViewportSize({ width: 1280, height: 1000 });
  await admin.button('Cancel').click();
  await admin.dialog('Discard your changes?').getByRole('button', { name: 'Discard' }).click();
});

test('a small panel is built by the keyboard alone', async () => {
  const press = (key: string) => page.keyboard.press(key);
  const hasFocus = (element: Element): boolean => element === document.activeElement;
  await admin.button('Add panel').click();
  await admin.panel.field('Name').waitFor();
  const tabTo = async (control: ReturnType<typeof admin.button>, key = 'Tab'): Promise<void> => {
    for (let pressed = 0; pressed < mostKeys; pressed += 1) {
      await press(key);
      if ((await control.count()) > 0 && (await control.first().evaluate(hasFocus))) return;
    }
    throw new Error(`The Tab key does not lead to ${control.toString()}.`);
  };
  await tabTo(admin.panel.field('Name'));
  await page.keyboard.type('By keys');
  await tabTo(admin.app.getByLabel('Data source', { exact: true }));
  await press('ArrowDown');
  await press('Enter');
  await admin.panel.value('displayName').waitFor();
  await tabTo(admin.button('Remove all'));
  await press('Enter');
  await tabTo(admin.panel.tree.getByRole('treeitem').first(), 'Shift+Tab');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('ArrowRight');
  await press('ArrowRight');
  expect(await admin.panel.value('id').evaluate(hasFocus)).toBe(true);
  await press('ArrowDown');
  await press('Enter');
  await press('ArrowDown');
  await press(' ');
  await admin.panel.columns.nth(1).waitFor();
  await tabTo(admin.button('Move Given name'));
  await press('ArrowUp');
  await admin.panel.preview.locator('tbody tr').first().waitFor();
  await tabTo(admin.button('Save'));
  await press('Enter');
  await admin.app.getByText(/^Saved\./).waitFor();
  const { settings } = await storedPanel('By keys');
  expect(settings.columns.map(({ label }) => label)).toEqual(['Given name', 'Display name']);
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
