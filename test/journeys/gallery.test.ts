import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { goldenCases, type NamedGolden } from '../golden/golden-cases';
import { expectNoAxeFindings, launchBrowser } from './browser';
import { openGallery, type GallerySite } from './gallery/gallery-site';
import type { Exhibit } from './gallery/main';
import { takePictureOf } from './pictures';
import { themes, type Theme } from './theme';

/** The case that the gallery in the docs shows of each visual, with the title it has there. */
const shown: Record<string, string> = {
  'table/every-type': 'Projects',
  'list/issues': 'Projects at a glance',
  'cards/team': 'Team',
  'key-value/one-record': 'Project',
  'number/worse-than-before': 'Support',
  'number/better-than-planned': 'Sales',
  'bar/by-team': 'Tickets by team',
  'bar/stacked': 'Revenue by quarter',
  'line/over-time': 'Visits',
  'area/stacked': 'Visits, all channels',
  'pie/shares': 'Orders by country',
  'text/sentence': 'Latest build',
};

let browser: Browser;
let gallery: GallerySite;

beforeAll(async () => {
  browser = await launchBrowser();
  gallery = await openGallery(browser);
});

afterAll(async () => {
  await gallery?.close();
  await browser?.close();
});

function exhibit({ name, says, view }: NamedGolden): Exhibit {
  return { name, says, view, title: shown[name] ?? says };
}

const exhibits = goldenCases().map(exhibit);
const pictureOf = (name: string): string => `gallery-${name.replace('/', '-')}`;

async function switchTo(theme: Theme, page: Page): Promise<void> {
  await page.locator('html').evaluate((html, mode) => (html.dataset.colorMode = mode), theme);
}

/** What stands on the canvas, as the bytes of a picture. */
function drawn(page: Page, name: string): Promise<string> {
  return page.locator(`[data-name="${name}"] canvas`).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
}

test.each(themes)('every golden view is drawn without a finding in the %s theme', async (theme) => {
  const page = await gallery.open(exhibits);
  await switchTo(theme, page);
  expect(await page.locator('article').count()).toBe(exhibits.length);
  await expectNoAxeFindings(page);
  for (const name of Object.keys(shown)) {
    await takePictureOf(page.locator(`[data-name="${name}"]`), `${pictureOf(name)}-${theme}`);
  }
  await page.context().close();
});

test('a chart takes the colors of the theme, also when it changes while it is on the screen', async () => {
  const page = await gallery.open(exhibits.filter(({ name }) => name === 'bar/by-team'));
  await switchTo('light', page);
  const light = await drawn(page, 'bar/by-team');
  await switchTo('dark', page);
  const dark = await drawn(page, 'bar/by-team');
  await switchTo('light', page);
  expect(dark).not.toBe(light);
  expect(await drawn(page, 'bar/by-team')).toBe(light);
  await page.context().close();
});

test('the values of a chart are there as a table, and on the screen after a click', async () => {
  const page = await gallery.open(exhibits.filter(({ name }) => name === 'bar/by-team'));
  const row = page.getByRole('row', { name: 'Payments 31 24' });
  expect(await row.count()).toBe(1);
  await page.getByRole('button', { name: 'Show table' }).click();
  await page.locator('.xd-chart-table').getByRole('row', { name: 'Payments 31 24' }).click();
  await expectNoAxeFindings(page);
  await page.getByRole('img', { name: /^Bar chart “Tickets by team”: Closed, Opened by Team, 5 points/ }).waitFor();
  await page.getByRole('button', { name: 'Hide table' }).click();
  await page.locator('.xd-chart-table').waitFor({ state: 'detached' });
  await page.context().close();
});

test('the library that draws charts is not loaded for a page without one', async () => {
  gallery.asked.clear();
  const page = await gallery.open(exhibits.filter(({ view }) => !('points' in view)));
  expect([...gallery.asked].filter((name) => name.startsWith('drawn-chart'))).toEqual([]);
  await page.context().close();
});

test('a picture stands in its cell, and one from a host that is not approved becomes a link', async () => {
  const image = { key: 'p', label: 'Portrait', type: 'image' as const };
  const rows = [['https://pictures.example.com/ada.png'], ['https://elsewhere.example.com/eve.png']];
  const view = {
    visual: 'table' as const,
    columns: [image],
    rows,
    offset: 0,
    matchingRows: 2,
    totalRows: 2,
    whole: true,
  };
  const page = await gallery.open([{ name: 'images', says: 'Portraits', title: 'Portraits', view }]);
  await page.getByRole('link', { name: 'elsewhere.example.com/eve.png' }).waitFor();
  const shownPicture = page.getByRole('img', { name: 'Portrait' });
  expect(await shownPicture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  expect(await shownPicture.getAttribute('src')).toBe('https://pictures.example.com/ada.png');
  await page.context().close();
});

test('a list is searched and turned over like a table', async () => {
  const page = await gallery.open(exhibits.filter(({ name }) => name === 'list/keyed-by-id'));
  await page.getByText('1–20 of 30 rows').waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('node-29.eu.example.com').waitFor();
  await page.getByLabel('Filter rows').fill('node-1.');
  await page.getByText('1 matching, 30 rows in all').waitFor();
  expect(await page.locator('.xd-list li').count()).toBe(1);
  await page.getByLabel('Filter rows').fill('nobody');
  await page.getByText('No rows match “nobody”.').waitFor();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await page.getByText('1–20 of 30 rows').waitFor();
  await page.context().close();
});

test('the page about the visuals shows each picture in both themes, and no page threw', () => {
  const docs = readFileSync(join(__dirname, '../../docs/gallery.md'), 'utf8');
  const named = [...docs.matchAll(/pictures\/(gallery-[\w-]+)\.png/g)].map(([, name]) => name).sort();
  const taken = Object.keys(shown).flatMap((name) => themes.map((theme) => `${pictureOf(name)}-${theme}`));
  expect(named).toEqual(taken.sort());
  expect(gallery.problems).toEqual([]);
});
