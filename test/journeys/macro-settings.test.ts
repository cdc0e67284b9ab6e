import type { FrameLocator, Page } from 'playwright-core';
import { addPanel, approveHosts, connectSource, staffPage } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { expectNoAxeFindings, screenshot } from './browser';
import { inSight } from './screens/in-sight';
import { pageEditor, type PageEditorScreen } from './screens/page-editor';
import { readerPage } from './screens/reader-page';
import { showIn, themes } from './theme';

let site: Site;
let page: Page;
let editor: PageEditorScreen;

beforeAll(async () => {
  site = await startSite({ users: 200 });
  approveHosts(site, [site.demo.origin]);
  const { id } = await connectSource(site);
  const team = { key: 'team', label: 'Team', required: false, defaultValue: '' };
  await addPanel(site, id, {
    name: 'People of a team',
    filters: [{ selector: "$.value[?@.department == '{$.team}']", ignoreOnFail: true }],
    variables: [{ ...team, type: 'list', entries: { from: 'fixed', entries: departments.map(entry) } }],
  });
  await addPanel(site, id, {
    name: 'Head count',
    description: 'How many people there are',
    visual: { type: 'number', column: 'c0', summary: 'count', label: 'People', unit: '' },
  });
  page = await site.open('Eddie Editor', staffPage.path);
  editor = pageEditor(page);
  await editor.edit();
});

afterAll(() => site.close());

const departments = ['Legal', 'Sales'];
const entry = (value: string) => ({ value, label: value });

const choose = async (label: string, option: string): Promise<void> => {
  await editor.dialog.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('an editor sets a variable, keeps readers from changing it and leaves out a column, all in the dialog', async () => {
  await editor.insertMacro();
  await editor.pickPanel(/People of a team/);
  const link = editor.dialog.getByLabel('Fill from a shared link (optional)');
  await link.fill(`${page.url()}?xd.some-macro.value.team=Nobody`);
  await editor.dialog.getByText('This text has no values for these variables.').waitFor();
  await link.fill(`${page.url()}?xd.some-macro.value.team=Legal`);
  await editor.dialog.getByText('Filled: Team.').waitFor();
  await choose('Who sets Team', 'Readers can see it');
  await editor.dialog.getByRole('checkbox', { name: 'Mail' }).uncheck();
  await editor.dialog.getByRole('cell', { name: 'Legal', exact: true }).first().waitFor();
  expect(await editor.dialog.getByRole('cell', { name: 'Sales', exact: true }).count()).toBe(0);
  await editor.dialog.getByRole('columnheader', { name: 'Mail' }).waitFor({ state: 'detached' });
  await editor.dialog.getByRole('columnheader', { name: 'Department' }).waitFor();
});

test('Save is in sight without scrolling, however much there is to set and however small the window is', async () => {
  const save = editor.dialog.getByRole('button', { name: 'Save' });
  for (const viewport of [
    { width: 1280, height: 600 },
    { width: 390, height: 844 },
    { width: 1280, height: 1000 },
  ]) {
    await page.setViewportSize(viewport);
    await inSight(save);
    const box = await editor.dialog.boundingBox();
    const table = await editor.dialog.getByRole('table').locator('..').boundingBox();
    expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
  }
});

test.each(themes)('the dialog has no accessibility finding in the %s theme', async (theme) => {
  await showIn(theme, page);
  await screenshot(page, `macro-settings-${theme}`);
  await expectNoAxeFindings(page.mainFrame());
});

test('readers then see those rows and columns, and the value they cannot change', async () => {
  await showIn('light', page);
  await editor.saveSettings();
  await editor.publish();
  const reader = readerPage(await site.open('Rita Reader', staffPage.path));
  await reader.shown();
  expect([...new Set(await reader.cells(3))]).toEqual(['Legal']);
  expect(await reader.header('Mail').count()).toBe(0);
  await reader.header('Office').waitFor();
  await reader.app.getByText('Team', { exact: true }).waitFor();
  expect(await reader.app.getByRole('combobox', { name: 'Team' }).count()).toBe(0);
  await reader.page.context().close();
});

test('the settings are there again when the dialog is opened again', async () => {
  await editor.edit();
  await editor.macro.getByRole('button', { name: 'Edit settings' }).click();
  await editor.dialog.getByRole('cell', { name: 'Legal', exact: true }).first().waitFor();
  await editor.dialog.getByText('Readers can see it').waitFor();
  expect(await editor.dialog.getByRole('checkbox', { name: 'Mail' }).isChecked()).toBe(false);
  await editor.dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('a reply that cannot be shown leaves a sentence and a way out, and not an empty dialog', async () => {
  await page.route('**/api/invoke', async (route) => {
    const isDetails = route.request().postData()?.includes('choiceDetails') ?? false;
    if (!isDetails) return route.continue();
    const response = await route.fetch();
    const text = await response.text();
    return route.fulfill({ response, body: text.replace('"columns":[', '"columns":[null,') });
  });
  await editor.macro.getByRole('button', { name: 'Edit settings' }).click();
  await editor.dialog.getByText('The settings cannot be shown').waitFor();
  await screenshot(page, 'macro-settings-failed');
  await page.unroute('**/api/invoke');
  await editor.dialog.getByText('Close', { exact: true }).click();
  await editor.dialog.waitFor({ state: 'detached' });
  expect(site.pageErrors.splice(0)).toEqual([expect.stringContaining('null')]);
});

test('a macro that leaves out every column says so, in the dialog and on the page', async () => {
  await editor.macro.getByRole('button', { name: 'Edit settings' }).click();
  const boxes = editor.dialog.getByRole('checkbox');
  await boxes.first().waitFor();
  const names = await boxes.count();
  for (let at = 0; at < names; at += 1) await boxes.nth(at).uncheck();
  await editor.dialog.getByText('Choose at least one column.').waitFor();
  await editor.dialog.getByText('No columns are shown.').waitFor();
  await screenshot(page, 'macro-settings-no-columns');
  await editor.saveSettings();
  await editor.macro.frameLocator('iframe').getByText('All columns of this panel are hidden.').waitFor();
  await screenshot(page, 'macro-no-columns');
  await editor.macro.getByRole('button', { name: 'Edit settings' }).click();
  for (let at = 0; at < names; at += 1) await boxes.nth(at).check();
  await editor.saveSettings();
});

/** The platform gives a frame in a sentence 300 px, and less where its body is as narrow as what stands in it. */
async function expectNarrow(reader: Page, content: string): Promise<void> {
  const element = reader.locator('iframe[title="External Data Value"]');
  const frame = await (await element.elementHandle())?.contentFrame();
  await element.evaluate((each) => (each as HTMLElement).style.setProperty('width', '300px', 'important'));
  const widths = await frame?.evaluate(
    (selector) => [document.body, document.querySelector(selector)!].map((each) => each.getBoundingClientRect().width),
    content,
  );
  await element.evaluate((each) => (each as HTMLElement).style.removeProperty('width'));
  expect(widths?.[0]).toBe(widths?.[1]);
  expect(widths?.[0]).toBeLessThan(100);
}

test('a value stands inside a sentence', async () => {
  await page.getByRole('button', { name: 'Insert macro', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: /value/i }).click();
  const dialog = page.getByRole('dialog', { name: /value/i });
  await page.getByRole('option', { name: /Head count/ }).click();
  await dialog.getByText('200').first().waitFor();
  await screenshot(page, 'inline-settings');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await editor.publish();
  const reader = await site.open('Rita Reader');
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await reader.route('**/api/invoke', async (route) => {
    await held;
    await route.continue();
  });
  await reader.addInitScript(() => {
    const note = (): void => {
      if (document.querySelector('.xd-skeleton')) document.documentElement.dataset.tableAwaited = '';
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true });
  });
  await reader.goto(staffPage.path);
  const inline: FrameLocator = reader.frameLocator('iframe[title="External Data Value"]');
  const bone = inline.locator('.xd-inline-bone');
  await bone.waitFor();
  expect((await bone.boundingBox())?.height).toBeLessThan(24);
  await expectNarrow(reader, '.xd-inline');
  await screenshot(reader, 'inline-waiting');
  goOn();
  await inline.getByText('200').waitFor();
  await expectNarrow(reader, '.xd-inline');
  expect(await inline.locator('html').getAttribute('data-table-awaited')).toBeNull();
  await screenshot(reader, 'inline-value');
  await reader.context().close();
});

test('no page of the walk threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
