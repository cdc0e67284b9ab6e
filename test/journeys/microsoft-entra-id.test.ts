import type { Page } from 'playwright-core';
import { startSite, type Site } from '../support/site';
import { adminScreens, type AdminScreens } from './screens/admin-screens';
import { choose } from './screens/select';

const tenant = '5b1c7f0e-4a0e-4c55-9a36-6f0d7b0d1234';
const entra = 'https://login.microsoftonline.com';

let site: Site;
let page: Page;
let admin: AdminScreens;

beforeAll(async () => {
  site = await startSite({ users: 1 });
  page = await site.open('Ada Admin');
  admin = adminScreens(page);
  await admin.open();
  await admin.addSource();
  await choose(admin.app, 'Authentication type', 'OAuth2');
});

afterAll(() => site.close());

test('a literal {tenant} in an endpoint is refused at its field, and no window opens', async () => {
  await admin.source.fill({ Name: 'Entra ID', URL: 'https://graph.microsoft.com/v1.0/users', 'Client ID': 'an-app' });
  await admin.source.fill({ 'Client Secret': 'a-secret-of-the-app', Scopes: 'User.Read.All offline_access' });
  await admin.source.fill({ 'Auth URL': `${entra}/{tenant}/oauth2/v2.0/authorize` });
  await admin.source.fill({ 'Token URL': `${entra}/{tenant}/oauth2/v2.0/token` });
  await admin.source.approveHosts();
  await admin.source.pressAuthenticate();
  const wrong = admin.app.getByText('Replace {tenant} with its value.', { exact: true });
  await wrong.first().waitFor();
  expect(await wrong.count()).toBe(2);
  expect(await admin.source.field('Auth URL').getAttribute('aria-invalid')).toBe('true');
  expect(page.context().pages()).toHaveLength(1);
});

test('its tile asks for tenant, client and secret, and names what is missing', async () => {
  await admin.open();
  await admin.addSource('Microsoft Entra ID');
  await admin.app.getByText('as a delegated permission, not as an application permission').waitFor();
  expect(await admin.app.getByRole('textbox').evaluateAll((boxes) => boxes.length)).toBeLessThan(8);
  await admin.source.fill({ 'Client ID': 'an-app', 'Client Secret': 'a-secret-of-the-app' });
  await admin.source.pressAuthenticate();
  await admin.app.getByText('Enter the Directory (tenant) ID.').waitFor();
  await admin.source.problem.getByText('One field needs a change').waitFor();
  await admin.source.fill({ 'Directory (tenant) ID': tenant });
  await admin.source.problem.waitFor({ state: 'detached' });
});

test('all else is filled in: endpoints, scopes, a first request and pagination', async () => {
  await admin.button('All settings').press('Enter');
  const values = await Promise.all(
    ['URL', 'Auth URL', 'Token URL', 'Revoke URL (optional)', 'Scopes', 'Value of parameter 2'].map((label) =>
      admin.app.getByLabel(label, { exact: true }).inputValue(),
    ),
  );
  expect(values).toEqual([
    'https://graph.microsoft.com/v1.0/{list}',
    `${entra}/${tenant}/oauth2/v2.0/authorize`,
    `${entra}/${tenant}/oauth2/v2.0/token`,
    '',
    'User.Read.All offline_access',
    '999',
  ]);
  await admin.app.getByText('OData next link (@odata.nextLink)').waitFor();
  await admin.button('Only what Microsoft Entra ID needs').press('Enter');
});

test('Authenticate then opens the sign-in of that tenant, with PKCE, a state and this site’s callback', async () => {
  await page.context().route(`${entra}/**`, (route) => route.fulfill({ body: 'The provider’s page' }));
  const window = await admin.source.authenticate();
  const url = new URL(window.window.url());
  expect(url.origin + url.pathname).toBe(`${entra}/${tenant}/oauth2/v2.0/authorize`);
  const { state, code_challenge: challenge, ...others } = Object.fromEntries(url.searchParams);
  expect(others).toEqual({
    client_id: 'an-app',
    response_type: 'code',
    redirect_uri: site.host.webTriggerUrl('oauth-callback'),
    scope: 'User.Read.All offline_access',
    code_challenge_method: 'S256',
  });
  expect(Buffer.from(state ?? '', 'base64url').length).toBeGreaterThanOrEqual(32);
  expect(Buffer.from(challenge ?? '', 'base64url').length).toBe(32);
  expect(await window.window.evaluate('window.opener')).toBeNull();
  await window.window.close();
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
