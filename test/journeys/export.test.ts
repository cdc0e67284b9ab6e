import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Host } from '../../local/host/host';
import { startHost } from '../../local/host/host';
import { expectNoAxeFindings, launchBrowser, patience, screenshot } from './browser';
import { showIn, themes } from './theme';

let host: Host;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [host, browser] = await Promise.all([
    startHost({ dir: join(__dirname, 'shell-app'), db: ':memory:', port: 0 }),
    launchBrowser(),
  ]);
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const word = () => page.frameLocator('iframe[title="Probe word"]').getByText('forty-two of them');

test('an editor puts an inline macro where the cursor is in a sentence', async () => {
  await page.goto(`${host.url}/wiki/spaces/HB/pages/edit/131074`);
  const text = page.getByRole('textbox', { name: 'Paragraph text' });
  await text.fill('We are today.');
  await text.press('Home');
  for (let at = 0; at < 'We are '.length; at += 1) await text.press('ArrowRight');
  await button('Insert macro').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Probe word' }).click();
  await word().waitFor();
  const words = page.getByRole('textbox', { name: /^Words/ });
  expect(await words.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))).toEqual([
    'We are ',
    'today.',
  ]);
  await screenshot(page, 'inline-editor-light');
  await words.last().fill(' today, and growing.');
  await words.last().press('End');
  await button('Insert macro').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Probe', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Probe' });
  await dialog.getByLabel('Title').fill('Numbers');
  await dialog.getByLabel('Color').click();
  await page.getByRole('option', { name: 'Green' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await button('Publish').click();
  await button('Edit').waitFor();
});

test('readers see it on the line of its sentence, as wide as its word', async () => {
  await word().waitFor();
  const frame = page.locator('iframe[title="Probe word"]');
  await page.waitForFunction(() => document.querySelector('iframe[name="inline"]')!.clientWidth > 60);
  const [line, inLine] = await Promise.all([page.locator('.sentence').boundingBox(), frame.boundingBox()]);
  expect(inLine!.width).toBeLessThan(200);
  const inside = await (await frame.elementHandle())?.contentFrame();
  expect(await inside?.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(inLine!.y).toBeGreaterThanOrEqual(line!.y - 4);
  expect(inLine!.y + inLine!.height).toBeLessThanOrEqual(line!.y + line!.height + 4);
  expect(line!.height).toBeLessThan(60);
  expect(await page.locator('.sentence').innerText()).toMatch(/^We are\s+today, and growing\.$/);
});

test.each(['PDF', 'Word'])('an export to %s shows what the app answers for each macro', async (name) => {
  await page.getByLabel('More actions').click();
  await button(`Export to ${name}`).click();
  const sheet = page.getByRole('article', { name: `Export to ${name}` });
  await sheet.getByText(`As ${name.toLowerCase()}`).waitFor();
  expect(await sheet.locator('.sentence').textContent()).toBe('We are forty-two today, and growing.');
  expect(await sheet.locator('th, td').allTextContents()).toEqual([
    'Name',
    'Value',
    'title',
    'Numbers',
    'color',
    'green',
  ]);
  expect(await sheet.getByRole('link', { name: 'More' }).getAttribute('href')).toBe('https://example.com/');
  for (const theme of themes) {
    await showIn(theme, page);
    await screenshot(page, `export-${name.toLowerCase()}-${theme}`);
    await expectNoAxeFindings(page);
  }
  await showIn('light', page);
  await button('Back to the page').click();
});

test('the menu closes with Escape, and its button has the focus again', async () => {
  await page.getByLabel('More actions').click();
  await button('Export to PDF').focus();
  await page.keyboard.press('Escape');
  expect(await button('Export to PDF').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More actions');
});
