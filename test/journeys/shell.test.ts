import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { Host } from '../../local/host/host';
import { startHost } from '../../local/host/host';
import { expectNoAxeFindings, launchBrowser, patience, screenshot } from './browser';

const PAGE = '/wiki/spaces/HB/pages/131074';
const SETTINGS = '/wiki/admin/apps/shell-settings';

let host: Host;
let surfaces: Host;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [host, surfaces, browser] = await Promise.all([
    startHost({ dir: join(__dirname, 'shell-app'), db: ':memory:', port: 0 }),
    startHost({ dir: join(__dirname, '../contract/surfaces-app'), db: ':memory:', port: 0 }),
    launchBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([host, surfaces].map((one) => one?.close()));
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(patience);
});

afterEach(() => context.close());

async function open(path: string): Promise<void> {
  await page.goto(host.url + path);
}

async function signInAs(name: string): Promise<void> {
  const signedIn = page.waitForResponse((response) => response.url().endsWith('/api/state'));
  await page.getByLabel('Signed in as').selectOption({ label: name });
  await signedIn;
}

/** The frame of the app, once it has drawn itself. */
async function appFrame(title: string): Promise<Frame> {
  const element = await page.locator(`iframe[title="${title}"]`).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`The frame "${title}" has no document.`);
  await frame.getByText('Config').waitFor();
  return frame;
}

/** What a bridge command answers in the frame, or the message that it is refused with. */
function callBridge(frame: Frame, cmd: string, payload?: unknown): Promise<unknown> {
  const script = `__bridge.callBridge(${JSON.stringify(cmd)}, ${JSON.stringify(payload)}).catch((error) => error.message)`;
  return frame.evaluate(script);
}

test('an editor inserts a macro, settles it in its dialog and publishes; a reader sees it and cannot edit', async () => {
  await open('/');
  await signInAs('Eddie Editor');
  await page.getByRole('link', { name: 'Handbook' }).first().click();
  await page.getByRole('button', { name: 'Create page' }).click();
  await page.getByRole('textbox', { name: 'Page title' }).fill('Colors');
  await page.getByRole('textbox', { name: 'Paragraph text' }).fill('All of them.');
  await page.getByRole('button', { name: 'Insert macro' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Probe', exact: true }).click();

  const dialog = page.getByRole('dialog', { name: 'Probe', exact: true });
  await dialog.getByLabel('Title').pressSequentially('Quickly typed words');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('INVALID_CONFIG: config.color is null').waitFor();
  await dialog.getByLabel('Color').click();
  await page.getByRole('option', { name: 'Green' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });

  const saved = 'Config {"title":"Quickly typed words","color":"green"}';
  await page.frameLocator('iframe[title="Probe"]').getByText(saved).waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { name: 'Colors' }).waitFor();

  await signInAs('Rita Reader');
  await page.frameLocator('iframe[title="Probe"]').getByText(saved).waitFor();
  expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Create page' }).count()).toBe(0);
});

test('cancelled settings change nothing, and focus goes back to the button that opened them', async () => {
  await open(PAGE);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Insert macro' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Probe', exact: true }).click();
  await page.getByRole('dialog', { name: 'Probe', exact: true }).getByRole('button', { name: 'Cancel' }).click();
  const macro = page.getByRole('group', { name: 'Macro Probe' });
  await macro.getByRole('button', { name: 'Edit settings' }).click();
  await page.getByRole('dialog', { name: 'Probe', exact: true }).getByLabel('Title').fill('Lost');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('Edit settings');
  await page.frameLocator('iframe[title="Probe"]').getByText('Config null').waitFor();
});

test('hosts are allowed by an admin in the dialog of the shell and by nobody else', async () => {
  await open(SETTINGS);
  const frame = await appFrame('Probe settings');
  const configured = [{ domain: 'https://api.example.com', type: ['FETCH_BACKEND_SIDE'] }];
  const request = { egresses: [{ key: 'apis', description: 'For the probe', configured }] };

  const declined = callBridge(frame, '__permission__egressSet', request);
  await page.getByRole('dialog').getByText('https://api.example.com').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(declined).resolves.toBe('The admin did not allow the app to reach these hosts.');

  const allowed = callBridge(frame, '__permission__egressSet', request);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(allowed).resolves.toMatchObject({ results: [{ key: 'apis', configured }] });

  await signInAs('Eddie Editor');
  await page.getByText('Only Confluence admins can open app settings').waitFor();
});

test('a frame keeps the bridge it was given and reaches nothing around it', async () => {
  await open(SETTINGS);
  const frame = await appFrame('Probe settings');
  await expect(callBridge(frame, 'invoke', { functionKey: 'greet', payload: { greeting: 'Hi' } })).resolves.toMatch(
    /^Hi from /,
  );
  await expect(callBridge(frame, 'openRovo')).resolves.toBe('"openRovo" is not modelled by the local host');
  await expect(callBridge(frame, 'submit', { config: {} })).resolves.toBe(false);
  const attempt = (code: string): Promise<unknown> =>
    frame.evaluate(`(() => { 'use strict'; try { return ${code}; } catch (error) { return error.name; } })()`);
  await expect(attempt('window.parent.document.title')).resolves.toBe('SecurityError');
  await expect(attempt('window.__bridge = null')).resolves.toBe('TypeError');
  await expect(attempt('delete window.__bridge')).resolves.toBe('TypeError');
  await expect(attempt('window.open("https://example.com")')).resolves.toBeNull();
});

test('a frame inside the frame of the app gets no port, though it is of the same origin', async () => {
  await open(SETTINGS);
  const frame = await appFrame('Probe settings');
  await frame.evaluate(() => {
    const inner = document.createElement('iframe');
    inner.src = 'probe.css';
    document.body.append(inner);
    return new Promise((loaded) => inner.addEventListener('load', loaded));
  });
  const inner = frame.childFrames()[0];
  await inner?.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener('message', (event) => heard.push(event.data));
    window.top?.postMessage({ t: 'hello' }, '*');
  });
  await expect(callBridge(frame, 'invoke', { functionKey: 'greet', payload: {} })).resolves.toMatch(/from/);
  await expect(inner?.evaluate('window.heard')).resolves.toEqual([]);
});

test('a macro keeps its body and its classic settings, and its page is copied, moved and brought back', async () => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const choose = async (name: string): Promise<void> => {
    await page.getByLabel('More actions').click();
    await button(name).click();
  };
  await open('/wiki/spaces/HB/pages/edit/131073');
  await button('Insert macro').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kit note' }).click();
  const note = page.getByRole('group', { name: 'Macro Kit note' });
  await note.getByText('By nobody').waitFor();
  await note.getByLabel('Body').fill('Bring boots.');
  await note.getByRole('button', { name: 'Edit settings' }).click();
  await page.getByRole('dialog', { name: 'Kit note' }).getByLabel('Author').fill('Rita');
  await page.keyboard.press('Escape');
  await note.getByText('By Rita').waitFor();
  await screenshot(page, 'bodied-editor');
  await button('Publish').click();
  const shown = page.locator('[data-module="kit-note"]');
  await shown.getByText('By Rita').waitFor();
  await shown.getByText('Bring boots.').waitFor();

  await choose('Copy page');
  await page.getByRole('heading', { name: 'Copy of Welcome' }).waitFor();
  await choose('Move page');
  await button('Move to Engineering').click();
  await page.getByRole('main').getByRole('link', { name: 'Engineering' }).waitFor();
  await shown.getByText('By Rita').waitFor();

  await open('/wiki/spaces/HB/pages/131073');
  await choose('Page history');
  await button('Restore version 1').click();
  await page.getByText('Version 3').waitFor();
  expect(await shown.count()).toBe(0);
});

test('an app is shown at each place where its manifest puts it', async () => {
  const shown = (title: string) => page.frameLocator(`iframe[title="${title}"]`);
  const link = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
  await page.goto(surfaces.url);
  await page.getByText('confluence:contextMenu').waitFor();
  await page.getByRole('complementary', { name: 'Apps on the home page' }).getByText('News').click();
  await shown('News').getByText('"location"').waitFor();
  await screenshot(page, 'surfaces-home');

  await link('Everything').click();
  await shown('Everything').getByText('["PUSH","/first",""]').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/wiki\/apps\/[\w-]+\/[\w-]+\/all-of-it\/first$/);
  await page.goBack();
  await shown('Everything').getByText('["POP","/",""]').waitFor();
  await page.goto(`${page.url()}?c=handle`);
  await shown('Everything').getByText('["PUSH","/first","?c=handle"]').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await screenshot(page, 'surfaces-global-page');

  await page.goto(`${surfaces.url}/wiki/spaces/ENG`);
  await link('Space overview').click();
  await shown('Space overview').getByText('"key":"ENG"').waitFor();
  await page.goto(`${surfaces.url}/wiki/spaces/ENG`);
  await link('Space choices').click();
  await shown('Space choices').getByText('confluence:spaceSettings').waitFor();
  await signInAs('Eddie Editor');
  await page.getByText('Only space admins can open these settings').waitFor();

  await page.goto(`${surfaces.url}/wiki/spaces/ENG/pages/131075`);
  await page.getByRole('button', { name: /^State of 131075/ }).click();
  await shown('State').getByText('confluence:contentBylineItem').waitFor();
  await screenshot(page, 'surfaces-byline');
  await page.keyboard.press('Escape');
  await page.getByLabel('More actions').click();
  await page.getByRole('button', { name: 'Review' }).click();
  await shown('Review').getByText('confluence:contentAction').waitFor();
});

test('links open in a tab of their own that knows nothing of its opener, and only web addresses do', async () => {
  await open(SETTINGS);
  const frame = await appFrame('Probe settings');
  await frame.locator('body').click();
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    callBridge(frame, 'navigate', { url: '/wiki/spaces/HB', type: 'new-tab' }),
  ]);
  await tab.waitForLoadState();
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await expect(callBridge(frame, 'navigate', { url: 'javascript:alert(1)', type: 'new-tab' })).resolves.toMatch(
    /only http and https are/,
  );
});

test.each(['light', 'dark'] as const)(
  'the shell is accessible in the %s theme, and frames follow it',
  async (mode) => {
    await open(PAGE);
    await page.getByLabel('Dark theme').setChecked(mode === 'dark');
    await expectNoAxeFindings(page.mainFrame());
    await open(SETTINGS);
    const frame = await appFrame('Probe settings');
    expect(await frame.locator('html').getAttribute('data-color-mode')).toBe(mode);
    await expectNoAxeFindings(page);
    await open(PAGE);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Page title' }).waitFor();
    await expectNoAxeFindings(page.mainFrame());
    await page.getByRole('button', { name: 'Insert macro' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Probe', exact: true }).click();
    await page.getByRole('dialog', { name: 'Probe', exact: true }).getByLabel('Title').waitFor();
    await expectNoAxeFindings(page.mainFrame());
  },
  60_000,
);
