import type { DataSourceForm } from '../../../src/shared/contract';
import { authenticate } from '../../../src/grants/authenticate';
import { authorize } from '../../../src/grants/authorize';
import { authorizeForm } from '../../../src/grants/authorize-form';
import { disconnect } from '../../../src/grants/disconnect';
import { grantId, type Grant } from '../../../src/grants/grant';
import { prune } from '../../../src/upkeep/prune';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { Problem } from '../../../src/shared/problem';
import { attemptStatus } from '../../../src/resolvers/attempt-status';
import { viewOf } from '../../../src/resolvers/data-source-view';
import { clientCredentials, formWith } from '../../support/data-source-forms';
import { memoryServices, type MemoryServices } from '../../support/memory';
import { ada } from '../../support/sign-in';
import { json, TokenServer } from '../../support/token-server';
import { sentWith } from '../../support/sent-with';

const hour = 3_600_000;
const admin = { ...ada, site: 'installation' };
const secrets = { clientSecret: 'client-secret-value' };
const form = (changes: Partial<typeof clientCredentials> = {}, typed: DataSourceForm['secrets'] = secrets) =>
  formWith({ ...clientCredentials, ...changes }, typed);

function setUp() {
  const server = new TokenServer();
  const services = memoryServices({ fetch: server.fetch });
  return { server, services };
}

async function saved() {
  const { server, services } = setUp();
  const dataSource = await saveDataSource(form(), ada, services);
  const headers = async () => (await authorize(dataSource, services)).headers();
  return { server, services, dataSource, headers };
}

/** As callers do who are told that somebody else is at it. */
async function requestedAgainWhileBusy<T>(requestTokens: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await requestTokens();
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'busy')) throw error;
    }
  }
}

const grantOf = ({ memory }: MemoryServices, id: string) => memory.records('grant').get(grantId(id)) as Grant;

test('a save gets the first token, and the badge needs neither a person nor a refresh token', async () => {
  const { server, services, dataSource, headers } = await saved();
  expect(server.count('client_credentials')).toBe(1);
  const { badge } = await viewOf(dataSource, services);
  expect(badge).toEqual({
    state: 'authenticated',
    scopes: ['https://api.example.com/.default'],
    authenticatedAt: services.now(),
  });
  expect(sentWith(await headers()).headers.authorization).toMatch(/^Bearer access-token-/);
  expect(server.requests[0]?.form.get('scope')).toBe('https://api.example.com/.default');
});

test('a token that has ended is replaced by one request, however many ask, and nothing rotates', async () => {
  const { server, services, headers } = await saved();
  const first = await headers();
  services.advance(hour);
  const all = await Promise.all(Array.from({ length: 5 }, () => requestedAgainWhileBusy(headers)));
  expect(new Set(all.map(({ tokenSet }) => tokenSet)).size).toBe(1);
  expect(all[0]?.tokenSet).not.toBe(first.tokenSet);
  expect(server.count('client_credentials')).toBe(2);
});

test('Get token answers at once, with an attempt that is over', async () => {
  const { server, services } = setUp();
  const reply = await authenticate(form(), ada, services);
  expect(reply).toMatchObject({ authorizeUrl: '', draftId: expect.any(String) as string });
  expect(await attemptStatus(reply.attemptId, admin, services)).toMatchObject({
    state: 'authenticated',
    badge: { state: 'authenticated' },
  });
  const dataSource = await saveDataSource({ ...form(), draftId: reply.draftId }, ada, services);
  expect((await viewOf(dataSource, services)).badge.state).toBe('authenticated');
  expect(server.count('client_credentials')).toBe(1);
  expect([...services.memory.records('grant').keys()]).toEqual([grantId(dataSource.id)]);
});

test.each<[string, (services: MemoryServices) => Promise<{ reason?: string; state: string }>]>([
  [
    'Get token',
    async (services) => {
      const { attemptId } = await authenticate(form(), ada, services);
      const { state, badge, problem } = await attemptStatus(attemptId, admin, services);
      expect({ state, code: problem?.remoteCode }).toEqual({ state: 'failed', code: 'invalid_client' });
      return badge;
    },
  ],
  ['a save', async (services) => (await viewOf(await saveDataSource(form(), ada, services), services)).badge],
])('a wrong secret at %s is told on the badge', async (_name, act) => {
  const { server, services } = setUp();
  server.options.clientSecret = 'another one';
  const badge = await act(services);
  expect(badge).toMatchObject({
    state: 'not-authenticated',
    reason: expect.stringContaining('Client Secret') as string,
  });
});

test('a refused client is not asked again for a minute by readers, but at once by an admin', async () => {
  const { server, services, dataSource, headers } = await saved();
  services.advance(hour);
  server.options.clientSecret = 'somebody changed it';
  await expect(headers()).rejects.toMatchObject({
    code: 'reconnect-needed',
    details: { remoteCode: 'invalid_client' },
  });
  await expect(headers()).rejects.toMatchObject({ code: 'reconnect-needed' });
  expect(server.count('client_credentials')).toBe(2);
  expect((await viewOf(dataSource, services)).badge.state).toBe('reconnect-needed');
  server.options.clientSecret = 'client-secret-value';
  const stored = { id: dataSource.id, rev: dataSource.rev, settings: dataSource.settings, secrets: {} };
  const reply = await authenticate(stored, ada, services);
  expect(reply.draftId).toBeUndefined();
  expect((await viewOf(dataSource, services)).badge.state).toBe('authenticated');
});

test('after a server error the lease is given back, because nothing can have rotated', async () => {
  const { server, services, headers } = await saved();
  services.advance(hour);
  server.fault = () => new Response('', { status: 503 });
  await expect(headers()).rejects.toMatchObject({ code: 'exchange-failed', details: { status: 503 } });
  server.fault = () => undefined;
  await expect(headers()).rejects.toMatchObject({ code: 'exchange-failed', details: { isBackedOff: true } });
  services.advance(30_000); // less than a lease takes to run out
  expect(sentWith(await headers()).headers.authorization).toMatch(/^Bearer/);
});

test('changed settings get a new token by themselves, and the old one is used no more', async () => {
  const { server, services, dataSource, headers } = await saved();
  const before = await headers();
  const settings = { ...dataSource.settings, authentication: { ...clientCredentials, scopes: 'other.scope' } };
  const edited = { id: dataSource.id, rev: dataSource.rev, settings, secrets: {} };
  const changed = await saveDataSource(edited, ada, services);
  expect((await viewOf(changed, services)).badge).toMatchObject({ state: 'authenticated', scopes: ['other.scope'] });
  const after = await (await authorize(changed, services)).headers();
  expect(after.tokenSet).not.toBe(before.tokenSet);
  expect(server.requests.at(-1)?.form.get('scope')).toBe('other.scope');
});

test('a test of an unsaved form gets a token for itself and stores nothing', async () => {
  const { server, services } = setUp();
  const access = await authorizeForm(form(), ada, services);
  const [one, two] = [await access.headers(), await access.headers()];
  expect(one).toEqual(two);
  expect(sentWith(one).headers.authorization).toMatch(/^Bearer access-token-/);
  expect(server.count('client_credentials')).toBe(1);
  expect([services.memory.open.size, services.memory.secret.size, services.memory.records('grant').size]).toEqual([
    0, 0, 0,
  ]);
});

test('a test of changed settings leaves the stored token alone', async () => {
  const { services, dataSource } = await saved();
  const before = grantOf(services, dataSource.id);
  const settings = { ...dataSource.settings, authentication: { ...clientCredentials, scopes: 'other.scope' } };
  const edited = { id: dataSource.id, rev: dataSource.rev, settings, secrets: {} };
  expect(sentWith(await (await authorizeForm(edited, ada, services)).headers()).headers.authorization).toMatch(
    /^Bearer/,
  );
  const typed = { ...edited, settings: dataSource.settings, secrets: { clientSecret: 'not the secret at all' } };
  const wrong = await authorizeForm(typed, ada, services);
  await expect(wrong.headers()).rejects.toMatchObject({ details: { remoteCode: 'invalid_client' } });
  expect(grantOf(services, dataSource.id)).toEqual(before);
});

test('a stored client secret goes to no other token endpoint, not even for a test', async () => {
  const { server, services, dataSource } = await saved();
  const count = server.requests.length;
  const foreign = { ...clientCredentials, tokenUrl: 'https://evil.example.net/token' };
  const settings = { ...dataSource.settings, authentication: foreign };
  const edited = { id: dataSource.id, rev: dataSource.rev, settings, secrets: {} };
  const refused = { code: 'invalid-input', details: { fields: [{ path: 'secrets.clientSecret' }] } };
  await expect(authorizeForm(edited, ada, services)).rejects.toMatchObject(refused);
  await expect(authenticate(edited, ada, services)).rejects.toMatchObject(refused);
  await expect(saveDataSource(edited, ada, services)).rejects.toMatchObject(refused);
  const tampered = await authorize({ ...dataSource, settings }, services);
  await expect(tampered.headers()).rejects.toMatchObject({ code: 'forbidden' });
  expect(server.requests).toHaveLength(count);
});

test('a disconnected client stays so until an admin gets a token again', async () => {
  const { server, services, dataSource, headers } = await saved();
  await disconnect(dataSource, services);
  await expect(headers()).rejects.toMatchObject({
    code: 'not-authenticated',
    message: 'This data source has been disconnected. An admin can click Authenticate.',
  });
  const renamed = { ...dataSource.settings, name: 'Renamed' };
  const edited = { id: dataSource.id, rev: dataSource.rev, settings: renamed, secrets: {} };
  const stored = await saveDataSource(edited, ada, services);
  expect((await viewOf(stored, services)).badge.state).toBe('not-authenticated');
  expect(server.count('client_credentials')).toBe(1);
  await authenticate({ ...edited, rev: stored.rev }, ada, services);
  expect((await viewOf(stored, services)).badge.state).toBe('authenticated');
});

test('a 401 gets one new token, if the refused one has some age', async () => {
  const { server, services, dataSource } = await saved();
  const access = await authorize(dataSource, services);
  const refused = await access.headers();
  expect(await access.headersAfterRefusal(refused, '')).toBeUndefined();
  services.advance(61_000);
  const fresh = await access.headersAfterRefusal(refused, '');
  expect(sentWith(fresh!)).not.toEqual(sentWith(refused));
  services.advance(61_000);
  expect(await access.headersAfterRefusal(fresh!, '')).toBeUndefined();
  expect(server.count('client_credentials')).toBe(2);
});

test('a token that was stored by a holder who died is never that of other settings', async () => {
  const { server, services, dataSource, headers } = await saved();
  services.advance(hour);
  services.memory.fate = ({ name }) =>
    name === 'transact' && grantOf(services, dataSource.id).next !== '' ? 'fail' : 'work';
  await expect(headers()).rejects.toThrow();
  services.memory.fate = () => 'work';
  services.advance(71_000);
  const held = await headers();
  expect(server.count('client_credentials')).toBe(3);
  services.advance(16 * 60_000);
  await prune(services);
  expect([...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toEqual([held.tokenSet]);
});

test('a grant whose data source is gone goes with its tokens', async () => {
  const { services, dataSource } = await saved();
  await services.dataSources.delete(dataSource.id);
  services.advance(2 * hour);
  await prune(services);
  expect(services.memory.records('grant').size).toBe(0);
  expect([...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toEqual([]);
});

test.each<
  [string, Partial<typeof clientCredentials>, (headers: Record<string, string>, body: URLSearchParams) => void]
>([
  [
    'client_secret_basic',
    { clientAuthentication: 'client_secret_basic', clientId: 'app-x.y' },
    ({ authorization }, body) => {
      const decoded = Buffer.from(authorization?.slice('Basic '.length) ?? '', 'base64').toString();
      expect(decoded).toBe('app-x.y:client-secret-value');
      expect([body.get('client_id'), body.get('client_secret')]).toEqual([null, null]);
    },
  ],
  [
    'client_secret_post',
    {},
    ({ authorization }, body) => {
      expect(authorization).toBeUndefined();
      expect([body.get('client_id'), body.get('client_secret')]).toEqual(['client-1', 'client-secret-value']);
    },
  ],
])('%s proves the client', async (_name, changes, check) => {
  const { server, services } = setUp();
  await saveDataSource(form(changes), ada, services);
  const [request] = server.requests;
  check(request?.headers ?? {}, request?.form ?? new URLSearchParams());
  expect(services.memory.records('grant').size).toBe(1);
});

test('extra parameters go along, secret ones from secret storage', async () => {
  const { server, services } = setUp();
  const tokenParameters = [
    { name: 'audience', value: 'https://api.example.com', secret: false },
    { name: 'resource', value: 'one', secret: false },
    { name: 'resource', value: 'two', secret: false },
    { name: 'pin', value: '', secret: true },
  ];
  const typed = { ...secrets, 'tokenParameter.pin': 'the secret pin' };
  const dataSource = await saveDataSource(form({ tokenParameters }, typed), ada, services);
  const sent = server.requests[0]?.form;
  expect(sent?.getAll('resource')).toEqual(['one', 'two']);
  expect([sent?.get('audience'), sent?.get('pin')]).toEqual(['https://api.example.com', 'the secret pin']);
  expect(JSON.stringify(await viewOf(dataSource, services))).not.toContain('the secret pin');
});

test('a token answer without an end is renewed after the assumed lifetime', async () => {
  const { server, services } = setUp();
  server.options.expiresIn = undefined;
  const dataSource = await saveDataSource(form({ assumedLifetime: 600 }), ada, services);
  const headers = async () => (await authorize(dataSource, services)).headers();
  services.advance(500_000);
  await headers();
  expect(server.count('client_credentials')).toBe(1);
  services.advance(100_000);
  await headers();
  expect(server.count('client_credentials')).toBe(2);
});

test('an answer that is an error with status 200 is a refusal', async () => {
  const { server, services } = setUp();
  server.fault = () => json({ ok: false, error: 'bad_client_secret' }, 200);
  const dataSource = await saveDataSource(form(), ada, services);
  expect((await viewOf(dataSource, services)).badge.reason).toMatch(/Slack does not accept the Client Secret/);
});
