import { saveDataSource } from '../../../src/editing/save-data-source';
import { testDataSource } from '../../../src/editing/trial/test-data-source';
import { disconnect } from '../../../src/grants/disconnect';
import { proveSecret } from '../../../src/grants/prove-secret';
import { isUsable } from '../../../src/grants/token-set';
import type { TokenSet } from '../../../src/grants/grant';
import { clientCredentials, formWith } from '../../support/data-source-forms';
import { connectedAndExpired, type Connected } from '../../support/connected';
import { memoryServices } from '../../support/memory';
import { ada, signIn } from '../../support/sign-in';
import { json, TokenServer } from '../../support/token-server';

const newSecret = 'renewed-secret-value';
const typed = { clientSecret: newSecret };
const prove = ({ form, services }: Connected) => proveSecret(form({}, typed), ada, services);

/** The provider has another secret than the one that is stored, as after an admin made a new one. */
async function renewed(): Promise<Connected> {
  const setting = await connectedAndExpired();
  setting.server.options.clientSecret = newSecret;
  return setting;
}

test('a new secret that works is told before it is stored, and the rotated tokens are kept without a save', async () => {
  const setting = await renewed();
  const { server, services, saved, grant } = setting;
  expect(await prove(setting)).toEqual({ outcome: 'works', message: 'The new secret works.' });
  expect(server.count('refresh_token')).toBe(1);
  const tokens = services.memory.secret.get(grant().tok) as TokenSet;
  expect(isUsable(tokens, services.now())).toBe(true);
  expect(server.isAlive(tokens.accessToken)).toBe(true);
  expect(services.memory.secret.get(saved.credentials?.secretKey ?? '')).not.toMatchObject({ values: typed });
  expect(await setting.reader()).toEqual({ authorization: `Bearer ${tokens.accessToken}` });
});

test('one that does not work is told, and the stored one goes on as if nothing had been asked', async () => {
  const setting = await connectedAndExpired();
  expect(await prove(setting)).toEqual({
    outcome: 'refused',
    message: expect.stringMatching(/^The new secret does not work\. The Client Secret is wrong\./) as string,
  });
  expect(setting.grant()).toMatchObject({ state: 'ok', holder: '', next: '', tries: [] });
  expect(setting.grant().trouble).toBeUndefined();
  expect((await setting.badge()).state).toBe('authenticated');
  expect(await setting.reader()).toHaveProperty('authorization');
  expect(setting.server.count('refresh_token')).toBe(2);
});

test('the refusal of the stored secret stands while another one is tried and refused', async () => {
  const setting = await connectedAndExpired();
  setting.server.options.clientSecret = 'neither of them';
  await expect(setting.reader()).rejects.toMatchObject({ code: 'reconnect-needed' });
  const { trouble } = setting.grant();
  expect(await prove(setting)).toMatchObject({ outcome: 'refused' });
  expect(setting.grant().trouble).toEqual(trouble);
});

type Case = [why: string, prepare: (setting: Connected) => unknown, says: RegExp];

const untried: Case[] = [
  ['nobody is signed in', ({ saved, services }) => disconnect(saved, services), /Authenticate tries it/],
  [
    'the grant has no refresh token',
    ({ grant, leaveGrant }) => leaveGrant({ facts: { ...grant().facts!, hasRefreshToken: false } }),
    /no refresh token/,
  ],
  ['the grant has ended', ({ leaveGrant }) => leaveGrant({ state: 'reconnect' }), /Authenticate tries it/],
  [
    'somebody else renews it',
    ({ leaveGrant, services }) => leaveGrant({ holder: 'somebody', until: services.now() + 60_000 }),
    /being refreshed/,
  ],
  ['the server does not respond', fault(() => new Response('', { status: 503 })), /status 503/],
  ['something in between responds', fault(() => new Response('<html>', { status: 403 })), /status 403 and a web page/],
  ['the sign-in has ended', fault(() => json({ error: 'invalid_grant' }, 400)), /expired or was revoked/],
];

function fault(response: () => Response) {
  return ({ server }: Connected) => void (server.fault = response);
}

test.each(untried)('where %s, it could not be tried yet', async (_why, prepare, says) => {
  const setting = await renewed();
  await prepare(setting);
  expect(await prove(setting)).toEqual({
    outcome: 'untried',
    message: expect.stringMatching(new RegExp(`could not be tried yet.*${says.source}`)) as string,
  });
});

test('a sign-in that ends while a secret is tried is said at once', async () => {
  const setting = await renewed();
  setting.server.fault = () => json({ error: 'invalid_grant' }, 400);
  await prove(setting);
  expect(await setting.badge()).toMatchObject({ state: 'reconnect-needed' });
});

test('a secret is tried by a request of its own where tokens of a dead holder are found first', async () => {
  const setting = await renewed();
  const { services, grant, leaveGrant, server } = setting;
  const tokens = services.memory.secret.get(grant().tok) as TokenSet;
  services.memory.secret.set('tok:left', tokens);
  leaveGrant({ tries: [{ name: 'tok:left', at: services.now() }] });
  expect(await prove(setting)).toMatchObject({ outcome: 'works' });
  expect(server.count('refresh_token')).toBe(1);
});

test('nothing is tried where no secret was typed, or a sign-in has just used it', async () => {
  const setting = await renewed();
  const { form, services, server } = setting;
  expect(await proveSecret(form(), ada, services)).toBeUndefined();
  const changed = form({ oauth2: { scopes: 'Group.Read.All' } }, typed);
  const { draftId } = await signIn(changed, server, services);
  expect(await proveSecret({ ...changed, draftId }, ada, services)).toBeUndefined();
  expect(await proveSecret(form({ authentication: { type: 'none' } }, typed), ada, services)).toBeUndefined();
  expect(server.count('refresh_token')).toBe(0);
});

test('a secret typed with other settings than those of the sign-in goes nowhere', async () => {
  const setting = await renewed();
  const foreign = setting.form({ oauth2: { tokenUrl: 'https://evil.example.net/token' } }, typed);
  const requests = setting.server.requests.length;
  expect(await proveSecret(foreign, ada, setting.services)).toMatchObject({ outcome: 'untried' });
  expect(setting.server.requests).toHaveLength(requests);
});

test.each([
  ['works', 'client-secret-value', 'works'],
  ['does not', 'another one', 'refused'],
])('a client that signs in by itself asks for a token once: its secret %s', async (_what, clientSecret, outcome) => {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  const form = formWith(clientCredentials, { clientSecret: 'client-secret-value' });
  const { id, rev } = await saveDataSource(form, ada, services);
  const before = [...services.memory.secret.keys()];
  expect(await proveSecret({ ...form, id, rev, secrets: { clientSecret } }, ada, services)).toMatchObject({ outcome });
  expect(server.count('client_credentials')).toBe(2);
  expect([...services.memory.secret.keys()]).toEqual(before);
});

test('a test of the form tells it too, and reads with the tokens that came', async () => {
  const setting = await renewed();
  const { form, services, server } = setting;
  services.fetch = (url, init) =>
    url.hostname === 'api.example.com' ? Promise.resolve(json({ value: [{ id: 1 }] }, 200)) : server.fetch(url, init);
  const works = await testDataSource(form({}, typed), ada, services);
  expect(works).toMatchObject({ status: 200, secret: { outcome: 'works' } });
  expect(works.diagnostic).toContain('Secret: The new secret works.');
  const wrong = await testDataSource(form({}, { clientSecret: 'wrong-secret-value' }), ada, services);
  expect(wrong).toMatchObject({ status: 200, secret: { outcome: 'refused' } });
  expect(JSON.stringify([works, wrong])).not.toMatch(/secret-value/);
  expect(await testDataSource(form(), ada, services)).not.toHaveProperty('secret', expect.anything());
});

test('a draft with another secret than its sign-in has it tried', async () => {
  const { form, services, server } = await renewed();
  server.options.clientSecret = 'client-secret-value';
  const changed = form({ oauth2: { scopes: 'Group.Read.All' } }, { clientSecret: 'client-secret-value' });
  const { draftId } = await signIn(changed, server, services);
  server.options.clientSecret = newSecret;
  expect(await proveSecret({ ...changed, secrets: typed, draftId }, ada, services)).toMatchObject({ outcome: 'works' });
});
