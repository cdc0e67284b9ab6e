import { generateKeyPairSync } from 'node:crypto';
import type { Page } from 'playwright-core';
import { type DigestService, startDigestService } from '../support/foreign/digest-service';
import type { HttpService } from '../support/foreign/http-service';
import { startJwtBearerService } from '../support/foreign/jwt-bearer-service';
import { approveHosts } from '../support/seed';
import { startSite, type Site } from '../support/site';
import { adminScreens, type AdminScreens } from './screens/admin-screens';
import { choose } from './screens/select';

const audience = 'https://login.example.com';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const secret = 'k3y-that-nobody-sees';

let site: Site;
let digest: DigestService;
let jwtBearer: HttpService;
let page: Page;
let admin: AdminScreens;

beforeAll(async () => {
  site = await startSite({ users: 20 });
  digest = await startDigestService({ ali: secret }, { pages: 3, elsewhere: site.demo.foreignOrigin });
  const registered = { clientId: 'key-client', publicKey: keys.publicKey, subject: 'ada', audience };
  jwtBearer = await startJwtBearerService({ ...registered, now: Date.now });
  approveHosts(site, [site.demo.origin, digest.origin, jwtBearer.origin]);
  page = await site.open('Ada Admin');
  admin = adminScreens(page);
});

afterAll(async () => {
  await digest?.stop();
  await jwtBearer?.stop();
  await site?.close();
});

/** A new data source on the API that answers with what arrived. */
async function newEcho(name: string): Promise<void> {
  await admin.open();
  await admin.addSource();
  await admin.source.fill({ Name: name, URL: `${site.demo.origin}/odd/echo` });
}

interface Kind {
  type: string;
  fields: Record<string, string>;
  placement?: string;
  /** The field of the secret. */
  label: string;
  /** What the API says it got: the secret itself is masked there as everywhere. */
  arrived: RegExp;
}

const kinds: Kind[] = [
  { type: 'Basic', fields: { Username: 'ada' }, label: 'Password', arrived: /"authorization":"\[hidden\]"/ },
  { type: 'Bearer token', fields: {}, label: 'Token', arrived: /"authorization":"\[hidden\]"/ },
  { type: 'API key', fields: { 'Key name': 'X-Api-Key' }, label: 'Key', arrived: /"x-api-key":"\[hidden\]"/ },
  {
    type: 'API key',
    placement: 'Query parameter',
    fields: { 'Key name': 'api_key' },
    label: 'Key',
    arrived: /echo\?api_key=\[hidden\]"/,
  },
  {
    type: 'Custom auth header',
    fields: { 'Header name': 'X-Auth' },
    label: 'Header value',
    arrived: /"x-auth":"\[hidden\]"/,
  },
];

test.each(kinds)(
  '$type $placement: the secret arrives, is masked wherever it comes back, and not shown after Save',
  async (kind) => {
    const { type, fields, placement, label, arrived } = kind;
    await newEcho(`Echo with ${type} ${placement ?? ''}`.trim());
    await choose(admin.app, 'Authentication type', type);
    if (placement !== undefined) await choose(admin.app, 'Key goes into', placement);
    await admin.source.fill({ ...fields, [label]: secret });
    await admin.source.test();
    expect(await admin.source.rawResponse()).toMatch(arrived);
    await admin.source.allowAllSpaces();
    await admin.button('Save').click();
    await admin.source.saved.waitFor();
    const field = admin.app.getByLabel(label, { exact: true });
    expect(await field.inputValue()).toBe('');
    expect(await field.getAttribute('placeholder')).toBe('Set — leave empty to keep');
    await admin.source.test();
    expect(await admin.source.rawResponse()).toMatch(arrived);
    const shown = await Promise.all(page.frames().map((frame) => frame.content()));
    expect(shown.join()).not.toContain(secret);
  },
);

test('Digest: the password opens the API, and is not shown after Save', async () => {
  await admin.open();
  await admin.addSource();
  await admin.source.fill({ Name: 'Warehouse', URL: `${digest.origin}/items` });
  await choose(admin.app, 'Authentication type', 'Digest');
  await admin.source.fill({ Username: 'ali', Password: 'wrong' });
  await admin.source.test();
  await admin.source.result.getByText('does not accept the user name or the password').first().waitFor();
  await admin.source.fill({ Password: secret });
  await admin.source.test();
  await admin.source.result.getByRole('gridcell', { name: 'Item 1' }).waitFor();
  await admin.source.allowAllSpaces();
  await admin.button('Save').click();
  await admin.source.saved.waitFor();
  const field = admin.app.getByLabel('Password', { exact: true });
  expect(await field.inputValue()).toBe('');
  expect(await field.getAttribute('placeholder')).toBe('Set — leave empty to keep');
  await admin.source.test();
  await admin.source.result.getByRole('gridcell', { name: 'Item 1' }).waitFor();
  const shown = await Promise.all(page.frames().map((frame) => frame.content()));
  expect(shown.join()).not.toContain(secret);
});

test('a key file that is pasted signs by itself, fills in whose it is, and is not shown after Save', async () => {
  const pem = keys.privateKey.export({ format: 'pem', type: 'pkcs8' });
  const file = JSON.stringify({ private_key: pem, client_email: 'key-client', token_uri: `${jwtBearer.origin}/token` });
  await admin.open();
  await admin.addSource();
  await admin.source.fill({ Name: 'Signed', URL: `${jwtBearer.origin}/items` });
  await choose(admin.app, 'Authentication type', 'OAuth2');
  await choose(admin.app, 'Grant type', 'JWT Bearer');
  await admin.source.fill({ 'Private key': file });
  expect(await admin.app.getByLabel('Client ID', { exact: true }).inputValue()).toBe('key-client');
  await admin.source.fill({ 'Subject (optional)': 'ada', 'Audience (optional)': audience });
  await admin.source.pressAuthenticate();
  await admin.source.badge.getByText('Authenticated', { exact: true }).waitFor();
  await admin.source.allowAllSpaces();
  await admin.button('Save').click();
  await admin.source.saved.waitFor();
  const field = admin.app.getByLabel('Private key', { exact: true });
  expect(await field.inputValue()).toBe('');
  expect(await field.getAttribute('placeholder')).toBe('Set — leave empty to keep');
  await admin.source.test();
  await admin.source.result.getByRole('gridcell', { name: 'Item 1' }).waitFor();
  const shown = await Promise.all(page.frames().map((frame) => frame.content()));
  expect(shown.join()).not.toContain(pem.split('\n')[1]);
});

test('a POST with a GraphQL query sends its variables, whatever stands in them', async () => {
  await newEcho('People over GraphQL');
  await choose(admin.app, 'Method', 'POST');
  await choose(admin.app, 'Body', 'GraphQL');
  const query = 'query People($team: String) { people(team: $team) { name } }';
  await admin.source.fill({ 'GraphQL query': query, 'GraphQL variables (optional)': '{"team": "{team}"}' });
  await admin.source.fill({ 'Sample value of team': 'a"}, "b' });
  await admin.source.test();
  const echoed = JSON.parse(await admin.source.rawResponse()) as {
    value: { body: string; headers: Record<string, string> }[];
  };
  expect(JSON.parse(echoed.value[0]?.body ?? '')).toEqual({ query, variables: { team: 'a"}, "b' } });
  expect(echoed.value[0]?.headers['content-type']).toContain('application/json');
});

test('no page threw or was stopped by its content security policy', () => {
  expect(site.pageErrors).toEqual([]);
});
