import { connectionFingerprint } from '../../../src/data-sources/connection';
import { authorize } from '../../../src/grants/authorize';
import { authorizeForm } from '../../../src/grants/authorize-form';
import { authenticate } from '../../../src/grants/authenticate';
import { grantId, type Grant } from '../../../src/grants/grant';
import { disconnect } from '../../../src/grants/disconnect';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { getDataSource } from '../../../src/data-sources/data-source-store';
import { attemptStatus } from '../../../src/resolvers/attempt-status';
import { viewOf } from '../../../src/resolvers/data-source-view';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';
import { ada, bob, complete, signIn } from '../../support/sign-in';
import { json, TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const site = 'installation';
const admin = { ...ada, site };

function setUp() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  return { server, services };
}

/** A saved and authenticated data source at a server with these options. */
async function connected(options: Partial<TokenServer['options']> = {}) {
  const { server, services } = setUp();
  Object.assign(server.options, options);
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  return { server, services, saved };
}

test('an unsaved form is authenticated, tested and saved, and the grant moves over', async () => {
  const { server, services } = setUp();
  const form = directoryForm();
  const reply = await authenticate(form, ada, services);
  expect((await attemptStatus(reply.attemptId, admin, services)).state).toBe('waiting');
  const { code, state } = server.consent(reply.authorizeUrl);
  await complete({ code: [code], state: [state] }, services);
  expect(await attemptStatus(reply.attemptId, admin, services)).toMatchObject({
    state: 'authenticated',
    badge: { state: 'authenticated', authenticatedBy: { accountId: 'ada' }, hasRefreshToken: true },
  });
  const draft = await authorizeForm({ ...form, draftId: reply.draftId }, ada, services);
  expect(sentWith(await draft.headers()).headers.authorization).toMatch(/^Bearer access-token-/);
  const saved = await saveDataSource({ ...form, draftId: reply.draftId }, ada, services);
  const access = await authorize(await getDataSource(saved.id, services.dataSources), services);
  expect(sentWith(await access.headers()).headers.authorization).toMatch(/^Bearer access-token-/);
  expect((await viewOf(saved, services)).badge.state).toBe('authenticated');
});

test('the authorize URL asks for a code with PKCE S256 and a state of 256 bits', async () => {
  const { services } = setUp();
  const { authorizeUrl } = await authenticate(directoryForm(), ada, services);
  const url = new URL(authorizeUrl);
  expect(url.origin + url.pathname).toBe('https://login.example.com/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'client-1',
    redirect_uri: await services.callbackUrl(),
    response_type: 'code',
    scope: 'User.Read.All offline_access',
    state: expect.stringMatching(/^[\w-]{43}$/) as string,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    code_challenge_method: 'S256',
  });
});

test('a save leaves nothing of the draft behind', async () => {
  const { services, saved } = await connected();
  const keys = [...services.memory.open.keys(), ...services.memory.secret.keys()];
  expect(keys.filter((key) => key.startsWith('draft:') || key.startsWith('pending:'))).toEqual([]);
  expect([...services.memory.records('grant').keys()]).toEqual([`${saved.id}:shared`]);
  expect(keys.filter((key) => key.startsWith('credentials:'))).toEqual([saved.credentials?.secretKey]);
});

test('no secret stands in an open record', async () => {
  const { services } = await connected();
  const open = JSON.stringify([
    ...services.memory.open,
    ...[...services.memory.entities.values()].map((each) => [...each]),
  ]);
  expect(open).not.toMatch(/client-secret-value|access-token|refresh-token/);
});

test('an expired access token is refreshed once, and the new refresh token is kept', async () => {
  const { server, services, saved } = await connected();
  services.advance(3_600_000);
  const access = await authorize(saved, services);
  const first = await access.headers();
  services.advance(3_600_000);
  const second = await (await authorize(saved, services)).headers();
  expect(sentWith(second)).not.toEqual(sentWith(first));
  expect(server.count('refresh_token')).toBe(2);
});

test('an unchanged stored data source is authenticated at once, without a save', async () => {
  const { server, services, saved } = await connected();
  const before = await authorize(saved, services);
  const reply = await signIn({ id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} }, server, services);
  expect(reply.draftId).toBeUndefined();
  const after = await authorize(saved, services);
  expect(after.epoch).toBe(before.epoch + 1);
  expect(sentWith(await after.headers()).headers).not.toEqual(sentWith(await before.headers()).headers);
});

describe('a server that announces its name in callbacks', () => {
  const authUrl = 'https://login.example.com/authorize';
  const announcing = (at = authUrl) =>
    directoryForm({ oauth2: { announcedIssuer: { name: 'https://login.example.com/one', authUrl: at } } });

  test.each([
    ['with that name', announcing(), ['https://login.example.com/one'], 'authenticated'],
    ['without a name', announcing(), [], 'failed'],
    ['with another name of the same host', announcing(), ['https://login.example.com/two'], 'failed'],
    ['without a name, of another Auth URL', announcing(`${authUrl}2`), [], 'authenticated'],
  ])('a first callback %s', async (_name, form, iss, state) => {
    const { server, services } = setUp();
    const reply = await authenticate(form, ada, services);
    const { code, state: sent } = server.consent(reply.authorizeUrl);
    await complete({ code: [code], state: [sent], iss }, services).catch(() => undefined);
    expect((await attemptStatus(reply.attemptId, admin, services)).state).toBe(state);
    expect(server.count('authorization_code')).toBe(state === 'failed' ? 0 : 1);
  });

  test('is asked for it from the moment that the form says so, saved or not', async () => {
    const { services, saved } = await connected();
    const form = { ...announcing(), id: saved.id, rev: saved.rev, secrets: {} };
    expect(await authenticate(form, ada, services)).toHaveProperty('draftId');
  });
});

test('a changed form of a stored data source touches its live grant only on save', async () => {
  const { server, services, saved } = await connected();
  const before = await (await authorize(saved, services)).headers();
  const form = directoryForm({ oauth2: { scopes: 'Group.Read.All' } }, { id: saved.id, rev: saved.rev, secrets: {} });
  const { draftId } = await signIn(form, server, services);
  expect(draftId).toBeDefined();
  expect((await (await authorize(saved, services)).headers()).tokenSet).toBe(before.tokenSet);
  const changed = await saveDataSource({ ...form, draftId }, ada, services);
  const after = await authorize(changed, services);
  expect(sentWith(await after.headers()).headers).not.toEqual(sentWith(before).headers);
  expect((await viewOf(changed, services)).badge).toMatchObject({ state: 'authenticated', scopes: ['Group.Read.All'] });
});

test('changed scopes without a new sign-in make the badge "reconnect needed"', async () => {
  const { services, saved } = await connected();
  const form = directoryForm({ oauth2: { scopes: 'Group.Read.All' } }, { id: saved.id, rev: saved.rev, secrets: {} });
  const changed = await saveDataSource(form, ada, services);
  expect((await viewOf(changed, services)).badge).toMatchObject({ state: 'reconnect-needed' });
  await expect((await authorize(changed, services)).headers()).rejects.toMatchObject({ code: 'reconnect-needed' });
});

test('a replaced client secret keeps the grant and is used for the next refresh', async () => {
  const { server, services, saved } = await connected();
  server.options.clientSecret = 'renewed-secret-value';
  services.advance(3_600_000);
  await expect((await authorize(saved, services)).headers()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect((await viewOf(saved, services)).badge).toMatchObject({
    state: 'reconnect-needed',
    reason: expect.stringContaining('Client Secret is wrong') as string,
  });
  const secrets = { clientSecret: 'renewed-secret-value' };
  const changed = await saveDataSource(directoryForm({}, { id: saved.id, rev: saved.rev, secrets }), ada, services);
  expect((await viewOf(changed, services)).badge.state).toBe('authenticated');
  expect(sentWith(await (await authorize(changed, services)).headers()).headers.authorization).toMatch(/^Bearer/);
});

test('a wrong client secret at the exchange is told on the badge, and nothing is stored', async () => {
  const { server, services } = setUp();
  const form = directoryForm({}, { secrets: { clientSecret: 'wrong-secret-value' } });
  const { authorizeUrl, attemptId } = await authenticate(form, ada, services);
  const { code, state } = server.consent(authorizeUrl);
  await expect(complete({ code: [code], state: [state] }, services)).rejects.toMatchObject({
    code: 'exchange-failed',
    details: { remoteCode: 'invalid_client' },
  });
  expect(await attemptStatus(attemptId, admin, services)).toMatchObject({
    state: 'failed',
    badge: { state: 'not-authenticated', reason: expect.stringContaining('Secret ID') as string },
    problem: { code: 'exchange-failed', actor: 'admin', remoteCode: 'invalid_client' },
  });
  expect([...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toEqual([]);
});

test('a declined consent is told in plain words, and the state is spent', async () => {
  const { server, services } = setUp();
  const { authorizeUrl, attemptId } = await authenticate(directoryForm(), ada, services);
  const { code, state } = server.consent(authorizeUrl);
  const query = {
    error: ['access_denied'],
    error_description: ['AADSTS65004: The user declined', ' it.'],
    state: [state],
  };
  await expect(complete(query, services)).rejects.toMatchObject({ code: 'authorization-denied' });
  expect((await attemptStatus(attemptId, admin, services)).problem?.message).toContain('Consent was declined');
  await expect(complete({ code: [code], state: [state] }, services)).rejects.toMatchObject({
    code: 'callback-invalid',
  });
  expect(server.count('authorization_code')).toBe(0);
});

test('a window that is never finished expires after ten minutes', async () => {
  const { server, services } = setUp();
  const { authorizeUrl, attemptId } = await authenticate(directoryForm(), ada, services);
  services.advance(600_000);
  expect(await attemptStatus(attemptId, admin, services)).toMatchObject({
    state: 'expired',
    problem: { message: expect.stringContaining('ten minutes') as string },
  });
  const { code, state } = server.consent(authorizeUrl);
  await expect(complete({ code: [code], state: [state] }, services)).rejects.toMatchObject({
    code: 'callback-invalid',
  });
});

test('the callback uses the frozen copy: a draft whose endpoints change meanwhile gets no code and no secret', async () => {
  const { server, services } = setUp();
  const requested: string[] = [];
  services.fetch = (url, init) => {
    requested.push(url.origin);
    return server.fetch(url, init);
  };
  const form = directoryForm();
  const { authorizeUrl, draftId } = await authenticate(form, ada, services);
  const { code, state } = server.consent(authorizeUrl);
  const draft = services.memory.open.get(`draft:${draftId}`) as { settings: typeof form.settings };
  draft.settings = directoryForm({ oauth2: { tokenUrl: 'https://evil.example.net/token' } }).settings;
  await expect(complete({ code: [code], state: [state] }, services)).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(requested).toEqual([]);
});

test('a data source that is changed between click and callback keeps its grant', async () => {
  const { server, services, saved } = await connected();
  const form = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
  const { authorizeUrl } = await authenticate(form, ada, services);
  const other = directoryForm({ oauth2: { scopes: 'Other.Read' } }, { id: saved.id, rev: saved.rev, secrets: {} });
  await saveDataSource(other, bob, services);
  const { code, state } = server.consent(authorizeUrl);
  await expect(complete({ code: [code], state: [state] }, services)).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('a sign-in that ends while somebody disconnects leaves the data source disconnected', async () => {
  const { server, services, saved } = await connected();
  const form = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
  const { authorizeUrl } = await authenticate(form, ada, services);
  const { code, state } = server.consent(authorizeUrl);
  const { secrets } = services;
  const set: typeof secrets.set = async (...entry) => {
    await secrets.set(...entry);
    if (entry[0].startsWith('tok:')) await disconnect(saved, services);
  };
  const slow = { ...services, secrets: { ...secrets, get: secrets.get.bind(secrets), set } };
  await expect(complete({ code: [code], state: [state] }, slow)).rejects.toMatchObject({
    code: 'conflict',
    message: 'The data source was changed during the sign-in. Click Authenticate again.',
  });
  expect(services.memory.records('grant').get(grantId(saved.id))).toMatchObject({ state: 'none', tok: '' });
  const { headers } = await authorize(saved, services);
  await expect(headers()).rejects.toMatchObject({ message: expect.stringContaining('has been disconnected') });
});

test('nobody else can use, save or watch an admin’s draft', async () => {
  const { server, services } = setUp();
  const form = directoryForm();
  const { draftId, attemptId } = await signIn(form, server, services);
  const hijack = { ...form, secrets: {}, draftId };
  await expect(authorizeForm(hijack, bob, services)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(saveDataSource(hijack, bob, services)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(authenticate(hijack, bob, services)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(attemptStatus(attemptId, { ...bob, site }, services)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a save with another secret than the authenticated one does not adopt the grant', async () => {
  const { server, services } = setUp();
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const secrets = { clientSecret: 'another-secret-value' };
  const saved = await saveDataSource({ ...form, secrets, draftId }, ada, services);
  expect((await viewOf(saved, services)).badge.state).toBe('not-authenticated');
});

test('a save with other endpoints than the authenticated ones does not adopt the grant', async () => {
  const { server, services } = setUp();
  const { draftId } = await signIn(directoryForm(), server, services);
  const form = directoryForm({ oauth2: { clientId: 'client-2' } });
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  expect((await viewOf(saved, services)).badge.state).toBe('not-authenticated');
});

test('a token answer without an end is used until the API refuses it, then refreshed once', async () => {
  const { server, services, saved } = await connected({ expiresIn: undefined });
  services.advance(86_400_000);
  const access = await authorize(saved, services);
  const refused = await access.headers();
  expect(server.count('refresh_token')).toBe(0);
  const fresh = await access.headersAfterRefusal(refused, '');
  expect(sentWith(fresh!)).not.toEqual(sentWith(refused));
  services.advance(120_000);
  expect(await access.headersAfterRefusal(fresh!, '')).toBeUndefined();
  expect(server.count('refresh_token')).toBe(1);
});

test('after the first refusal, tokens without an end are refreshed before they are refused', async () => {
  const { server, services, saved } = await connected({ expiresIn: undefined });
  const access = async () => authorize(saved, services);
  services.advance(1_800_000);
  await (await access()).headersAfterRefusal(await (await access()).headers(), '');
  expect(server.count('refresh_token')).toBe(1);
  services.advance(1_700_000);
  await (await access()).headers();
  expect(server.count('refresh_token')).toBe(1);
  services.advance(100_000);
  await (await access()).headers();
  expect(server.count('refresh_token')).toBe(2);
});

test('a refusal soon after the token came teaches nothing about its life', async () => {
  const { server, services, saved } = await connected({ expiresIn: undefined });
  const access = async () => authorize(saved, services);
  services.advance(120_000);
  await (await access()).headersAfterRefusal(await (await access()).headers(), '');
  services.advance(86_400_000);
  await (await access()).headers();
  expect(server.count('refresh_token')).toBe(1);
});

test('a token without an end and without a refresh token is used until an API refuses it', async () => {
  const { server, services } = setUp();
  Object.assign(server.options, { expiresIn: undefined, givesRefreshToken: false });
  const form = directoryForm({ oauth2: { assumedLifetime: 600 } });
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  services.advance(86_400_000);
  expect(sentWith(await (await authorize(saved, services)).headers()).headers.authorization).toMatch(/^Bearer/);
  expect((await viewOf(saved, services)).badge.state).toBe('authenticated');
});

test('extra parameters stand in the authorize URL, and the app’s own win over them', async () => {
  const { services } = setUp();
  const authorizeParameters = [
    { name: 'audience', value: 'https://api.example.com' },
    { name: 'resource', value: 'one' },
    { name: 'resource', value: 'two' },
  ];
  const form = directoryForm({ oauth2: { authorizeParameters, scopes: 'b,a', scopeSeparator: ',' } });
  const { searchParams } = new URL((await authenticate(form, ada, services)).authorizeUrl);
  expect(searchParams.getAll('resource')).toEqual(['one', 'two']);
  expect([searchParams.get('audience'), searchParams.get('scope')]).toEqual(['https://api.example.com', 'a,b']);
});

test('a public client is authenticated, saved and refreshed without any secret', async () => {
  const { server, services } = setUp();
  server.options.clientSecret = '';
  const form = directoryForm({ oauth2: { clientAuthentication: 'none' } }, { secrets: {} });
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  expect(saved.credentials).toBeUndefined();
  services.advance(3_600_000);
  expect(sentWith(await (await authorize(saved, services)).headers()).headers.authorization).toMatch(/^Bearer/);
  expect(server.requests.every((request) => !request.form.has('client_secret'))).toBe(true);
  expect((await viewOf(saved, services)).badge.state).toBe('authenticated');
});

test('a public client’s refresh token goes to no other token endpoint', async () => {
  const { server, services } = setUp();
  server.options.clientSecret = '';
  const form = directoryForm({ oauth2: { clientAuthentication: 'none' } }, { secrets: {} });
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  services.advance(3_600_000);
  const tokenUrl = 'https://evil.example.net/token';
  const { settings } = directoryForm({ oauth2: { clientAuthentication: 'none', tokenUrl } });
  const grant = services.memory.records('grant').get(grantId(saved.id)) as Grant;
  grant.fingerprint = connectionFingerprint(settings);
  const count = server.requests.length;
  await expect((await authorize({ ...saved, settings }, services)).headers()).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(server.requests).toHaveLength(count);
});

test('another secret token parameter than the authenticated one does not adopt the grant', async () => {
  const { server, services } = setUp();
  const tokenParameters = [{ name: 'pin', value: '', secret: true }];
  const secrets = { clientSecret: 'client-secret-value', 'tokenParameter.pin': 'the first pin' };
  const form = directoryForm({ oauth2: { tokenParameters } }, { secrets });
  const { draftId } = await signIn(form, server, services);
  expect(server.requests.at(-1)?.form.get('pin')).toBe('the first pin');
  const other = { ...form, secrets: { ...secrets, 'tokenParameter.pin': 'the other pin' }, draftId };
  const saved = await saveDataSource(other, ada, services);
  expect((await viewOf(saved, services)).badge.state).toBe('not-authenticated');
});

test('an API that refuses a young token does not cause a refresh', async () => {
  const { server, services, saved } = await connected();
  const access = await authorize(saved, services);
  expect(await access.headersAfterRefusal(await access.headers(), '')).toBeUndefined();
  expect(server.count('refresh_token')).toBe(0);
});

test('without a refresh token the grant ends with its access token, and the badge says why', async () => {
  const { server, services } = setUp();
  server.options.givesRefreshToken = false;
  const form = directoryForm();
  const { draftId } = await signIn(form, server, services);
  const saved = await saveDataSource({ ...form, draftId }, ada, services);
  expect((await viewOf(saved, services)).badge).toMatchObject({ state: 'authenticated', hasRefreshToken: false });
  services.advance(3_600_000);
  await expect((await authorize(saved, services)).headers()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect((await viewOf(saved, services)).badge).toMatchObject({
    state: 'reconnect-needed',
    reason: expect.stringContaining('no refresh token') as string,
  });
});

test('a server that does not rotate keeps its refresh token', async () => {
  const { server, services, saved } = await connected();
  server.options.rotates = false;
  for (let hour = 0; hour < 3; hour += 1) {
    services.advance(3_600_000);
    await (await authorize(saved, services)).headers();
  }
  expect(server.count('refresh_token')).toBe(3);
});

test('a revoked refresh token makes "reconnect needed" with the provider’s reason for the admin', async () => {
  const { server, services, saved } = await connected();
  services.advance(3_600_000);
  const description = 'AADSTS50173: The provided grant has expired due to it being revoked.';
  server.fault = () => json({ error: 'invalid_grant', error_description: description }, 400);
  const failure = await (await authorize(saved, services)).headers().catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'reconnect-needed', details: { remoteCode: 'invalid_grant' } });
  expect((failure as Error).message).not.toContain('AADSTS');
  expect((await viewOf(saved, services)).badge).toMatchObject({
    state: 'reconnect-needed',
    reason: expect.stringContaining('password was changed') as string,
  });
});
