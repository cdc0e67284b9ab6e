import type { Page } from 'playwright-core';
import type { Site } from '../support/site';
import type { AdminScreens } from './screens/admin-screens';
import { openNewSource } from './screens/new-source';

const minute = 60_000;

let site: Site;
let page: Page;
let admin: AdminScreens;

beforeAll(async () => {
  ({ site, page, admin } = await openNewSource());
  await admin.source.fillForDemo(site.demo, 'Staff directory');
});

afterAll(() => site.close());

beforeEach(() => page.context().clearCookies({ name: /^demo_tenant/ }));

/** The names of what a sign-in stores when it succeeds. */
function storedSignIns(): string[] {
  const records = site.host.records().filter(({ entity }) => entity && entity !== 'catalog');
  const tokens = site.host.secretKeys().filter((key) => key.startsWith('tok:'));
  return [...records.map(({ entity, key }) => `${entity} ${key}`), ...tokens];
}

/** The sentences that the form shows, once the badge says that nobody is signed in. */
async function refusal(): Promise<string> {
  await admin.source.problem.waitFor();
  await admin.source.badge.getByText('Not authenticated').waitFor();
  return admin.source.problem.innerText();
}

test('declining consent ends in a sentence that says what to do', async () => {
  const window = await admin.source.authenticate();
  await window.signInAs('Ada Lindqvist');
  await window.press('Cancel');
  expect(await window.outcome()).toMatch(/Access was not granted\s+Nothing was stored\. You can close this window/);
  expect(await refusal()).toContain('Consent was declined, so nothing was granted. Authenticate again and accept');
  expect(storedSignIns()).toEqual([]);
  await window.window.close();
});

test('an account that may not consent ends in a sentence that names who can', async () => {
  const window = await admin.source.authenticate();
  await window.signInAs('Tom Okafor');
  await window.press('Return without granting consent');
  expect(await window.outcome()).toContain('Access was not granted');
  expect(await refusal()).toContain('A tenant admin can grant');
  await admin.source.findings.filter({ hasText: 'Entra ID did not grant the permissions.' }).waitFor();
  expect(storedSignIns()).toEqual([]);
  await window.window.close();
});

test('a wrong secret ends in a sentence about the Client Secret', async () => {
  await admin.source.fill({ 'Client Secret': 'not-the-secret-of-this-client' });
  const window = await admin.source.authenticate();
  await window.signInAs('Ada Lindqvist');
  await window.press('Accept');
  expect(await window.outcome()).toContain('The provider did not grant access');
  const sentence = await refusal();
  expect(sentence).toContain('The Client Secret is wrong.');
  expect(sentence).not.toContain('not-the-secret-of-this-client');
  expect(storedSignIns()).toEqual([]);
  await window.window.close();
  await admin.source.fill({ 'Client Secret': site.demo.clientSecret });
});

test('closing the window leaves the form waiting; it can be opened again, cancelled, and runs out after ten minutes', async () => {
  const window = await admin.source.authenticate();
  await window.window.close();
  const again = page.context().waitForEvent('page');
  await admin.button('Open the window again').click();
  await (await again).close();
  await admin.source.badge.getByText('Waiting').waitFor();
  site.clock.advance(11 * minute);
  expect(await refusal()).toContain(
    'The sign-in was not finished within ten minutes. Click Authenticate to start again.',
  );
  await (await admin.source.authenticate()).window.close();
  await admin.app
    .locator('.notice', { hasText: 'Waiting for you to sign in' })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await admin.source.badge.getByText('Not authenticated').waitFor();
  expect(storedSignIns()).toEqual([]);
});

test('a sign-in that took longer than ten minutes is refused, at the provider’s return and on the form', async () => {
  const window = await admin.source.authenticate();
  await window.signInAs('Ada Lindqvist');
  site.clock.advance(11 * minute);
  await window.press('Accept');
  expect(await window.outcome()).toContain('took longer than ten minutes');
  expect(await refusal()).toContain('not finished within ten minutes');
  expect(storedSignIns()).toEqual([]);
  await window.window.close();
});

test('a callback with a foreign state or none stores nothing and says why', async () => {
  const callback = await page.context().newPage();
  for (const query of ['code=stolen&state=of-somebody-else', 'code=stolen', '']) {
    await callback.goto(`${site.host.webTriggerUrl('oauth-callback')}?${query}`);
    expect(await callback.locator('main').innerText()).toContain('This sign-in cannot be completed');
  }
  expect(storedSignIns()).toEqual([]);
  await callback.close();
});

test('a callback opened a second time is refused, and the sign-in it won stays as it was', async () => {
  const window = await admin.source.authenticate();
  await window.signInAs('Ada Lindqvist');
  await window.accept();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
  await admin.source.allowAllSpaces();
  await admin.button('Save').click();
  await admin.source.saved.waitFor();
  const before = { stored: storedSignIns(), exchanges: (await site.demo.control.stats()).codeExchanges };
  const replay = await page.context().newPage();
  await replay.goto(await window.callbackUrl());
  expect(await replay.locator('main').innerText()).toContain('It has already been used');
  expect(replay.url()).not.toContain('code=');
  expect({ stored: storedSignIns(), exchanges: (await site.demo.control.stats()).codeExchanges }).toEqual(before);
  await admin.button('Test').click();
  await admin.source.summary.getByText('Succeeded').waitFor();
  await replay.close();
});

test('no page of these sign-ins threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
