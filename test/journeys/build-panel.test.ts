import type { Page } from 'playwright-core';
import { approveHosts, callAdmin, connectSource, showOnPage, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings } from './browser';
import { adminScreens, settingsPath, type AdminScreens } from './screens/admin-screens';
import { readerPage } from './screens/reader-page';
import { choose } from './screens/select';
import { showIn, shownFrames, themes } from './theme';

const mostKeys = 100;

let site: Site;
let page: Page;
let admin: AdminScreens;

beforeAll(async () => {
  site = await startSite({ users: 300 });
  approveHosts(site, [site.demo.origin]);
  await connectSource(site);
  page = await site.open('Ada Admin', settingsPath);
  admin = adminScreens(page);
});

afterAll(() => site.close());

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

test('choosing a data source shows its response with the likely rows marked and open', async () => {
  await admin.tab('Panels').click();
  await admin.button('Add panel').click();
  await admin.panel.preview.getByText('Choose a data source to see a preview.').waitFor();
  await admin.panel.chooseSource('Staff directory');
  await admin.panel.value('value').getByText('Rows', { exact: true }).waitFor();
  expect(await admin.panel.value('value').getAttribute('aria-selected')).toBe('true');
  await admin.panel.value('displayName').waitFor();
  expect(await admin.panel.columns.count()).toBe(0);
  await expectAccessible();
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
  const labels = admin.panel.columns.getByRole('textbox', { name: /^Label/ });
  expect(await Promise.all((await labels.all()).map((label) => label.inputValue()))).toEqual([
    'Display name',
    'Employee ID',
    'Department',
    'Account enabled',
  ]);
  expect(await admin.panel.column(4).innerText()).toContain('Yes or no');
  expect(await admin.panel.column(2).innerText()).toContain('Text');
});

test('columns change places, and the panel is saved with nothing typed but its name', async () => {
  await admin.button('Move Department up').click();
  await admin.panel.field('Name').fill('Clicked together');
  await admin.panel.save();
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
  await admin.panel.column(2).getByText('Details').click();
  await admin.button('Add color rule').click();
  await admin.panel.field('Value of color rule 1').fill('Finance');
  await admin.panel.column(3).getByText('Details').click();
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
  await admin.panel.variable(1).getByLabel('Label', { exact: true }).fill('Department');
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
  await expression.fill('[Department]');
  await admin.panel.save();
});

test('an age that is shorter than the one before it is refused with a sentence', async () => {
  await admin.panel.open('Freshness');
  await admin.app.getByRole('checkbox', { name: /^Same as the data source/ }).uncheck();
  await admin.app.getByLabel('May be shown stale for', { exact: true }).fill('0');
  await admin.app.getByText('Stale rows must be shown for at least as long as rows are fresh.').waitFor();
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
  await admin.button('Use proposal').click();
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

test('a small panel is built by the keyboard alone', async () => {
  const press = (key: string) => page.keyboard.press(key);
  const hasFocus = (element: Element): boolean => element === document.activeElement;
  await admin.button('Add panel').click();
  await admin.panel.field('Name').waitFor();
  const tabTo = async (control: ReturnType<typeof admin.button>): Promise<void> => {
    for (let pressed = 0; pressed < mostKeys; pressed += 1) {
      await press('Tab');
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
  await tabTo(admin.panel.tree.getByRole('treeitem').first());
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
  await tabTo(admin.button('Move Given name up'));
  await press('Enter');
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
