import type { Page, Route } from 'playwright-core';
import type { OAuth2Preset } from '../../src/shared/contract';
import { startSite, type Site } from '../support/site';
import { callAdmin, staffPage } from '../support/seed';
import { adminScreens, settingsPath, type AdminScreens } from './screens/admin-screens';
import { pageEditor } from './screens/page-editor';

/** From the empty list to a panel that editors can choose, the provider's own pages included. */
const mostClicks = 12;

let site: Site;
let page: Page;
let admin: AdminScreens;
let clicks = 0;

beforeAll(async () => {
  site = await startSite({ users: 60 });
  page = await site.open('Ada Admin');
  await page.context().exposeFunction('countClick', () => void (clicks += 1));
  await page.context().addInitScript(countClicks);
  await page.route('**/api/invoke', withProvider);
  admin = adminScreens(page);
  await page.goto(settingsPath);
});

afterAll(() => site.close());

/** Clicks of the mouse in any frame and window; those that a key makes have no position. */
function countClicks(): void {
  const { countClick } = window as unknown as { countClick: () => void };
  addEventListener('click', (event) => (event.isTrusted && event.detail > 0 ? countClick() : undefined), true);
}

/** The demo as a provider that is known, which no preset of the app may say. */
const provider = (): OAuth2Preset => ({
  key: 'practice',
  title: 'Practice directory',
  group: 'identity',
  inputs: [],
  authentication: {
    type: 'oauth2',
    authUrl: site.demo.authorizeUrl,
    tokenUrl: site.demo.tokenUrl,
    revokeUrl: site.demo.revokeUrl,
    scopes: site.demo.scopes,
  },
  request: {
    method: 'GET',
    url: site.demo.usersUrl,
    parameters: [{ name: '$top', value: '999' }],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'odata-next-link' },
  panels: [
    {
      key: 'people',
      name: 'People',
      description: 'Everybody in the directory.',
      filters: [{ selector: '$.value[*]' }],
      columns: [
        { label: 'Name', selector: '$.displayName', type: 'text' },
        { label: 'Department', selector: '$.department', type: 'text' },
      ],
    },
    {
      key: 'audit',
      name: 'Audit',
      description: 'What nobody asked for yet.',
      filters: [{ selector: '$.value[*]' }],
      columns: [{ label: 'Name', selector: '$.displayName', type: 'text' }],
      scopes: 'Audit.Read',
    },
  ],
  documentationUrl: 'https://directory.example.com/docs',
  hints: ['The callback address is registered already.', 'Nobody is asked for a password.'],
});

async function withProvider(route: Route): Promise<void> {
  const { functionKey } = route.request().postDataJSON() as { functionKey: string };
  if (functionKey !== 'adminContext') return route.continue();
  const response = await route.fetch();
  const reply = (await response.json()) as { body: { value: { presets: OAuth2Preset[] } } };
  reply.body.value.presets.push(provider());
  await route.fulfill({ response, json: reply });
}

test('a tile leads from the empty list to a panel in few clicks, with nothing typed but the credentials', async () => {
  await admin.button('Add data source').click();
  await admin.app.getByLabel('Search providers').focus();
  await page.keyboard.type('practice');
  await admin.button('Practice directory').click();
  const { clientId, clientSecret } = site.demo;
  await admin.source.field('Client ID').click();
  await page.keyboard.type(clientId);
  await admin.app.getByLabel('Client Secret', { exact: true }).click();
  await page.keyboard.type(clientSecret);
  await admin.source.approveHosts();
  const window = await admin.source.authenticate();
  await window.signInAs('Ada Lindqvist');
  await window.accept();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
  const card = admin.app.getByRole('listitem', { name: 'People' });
  await card.locator('tbody tr').nth(4).waitFor();
  expect(await callAdmin(site, 'listDataSources', undefined)).toEqual([]);
  await admin.source.allowAllSpaces();
  await admin.button('Add panel People').click();
  await card.getByText(/^Saved\./).waitFor();
  expect(clicks).toBeLessThanOrEqual(mostClicks);
  const [panel] = await callAdmin(site, 'listPanels', undefined);
  expect(panel).toMatchObject({ name: 'People', dataSourceName: 'Practice directory' });
});

test('a ready panel that needs another scope says so, and its button adds it', async () => {
  const card = admin.app.getByRole('listitem', { name: 'Audit' });
  await card.getByRole('button', { name: 'Add Audit.Read' }).click();
  await admin.source.badge.getByText('Reconnect needed').waitFor();
  expect(await admin.app.getByRole('heading', { name: 'Ready panels' }).count()).toBe(0);
});

test('an editor finds the ready panel and sees its rows', async () => {
  const editing = await site.open('Eddie Editor', staffPage.path);
  const editor = pageEditor(editing);
  await editor.edit();
  await editor.insertMacro();
  await editor.pickPanel(/People/);
  await editor.dialog.getByRole('table').getByRole('row').nth(1).waitFor();
  await editing.context().close();
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
