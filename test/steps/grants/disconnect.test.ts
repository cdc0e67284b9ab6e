import { saveDataSource } from '../../../src/editing/save-data-source';
import { authenticate } from '../../../src/grants/authenticate';
import { disconnect } from '../../../src/grants/disconnect';
import { attemptStatus } from '../../../src/resolvers/attempt-status';
import { prune } from '../../../src/upkeep/prune';
import { connectedAndExpired, type Connected } from '../../support/connected';
import { ada, complete, signIn } from '../../support/sign-in';
import { json } from '../../support/token-server';

const hour = 3_600_000;
const aRefreshToken = expect.stringMatching(/^refresh-token/) as string;
const anAccessToken = expect.stringMatching(/^access-token/) as string;
const revoke = (kind: 'refresh' | 'access', response: () => Response) => (form: URLSearchParams) =>
  form.get('token')?.startsWith(kind) ? response() : undefined;

const reasonAfterDisconnect = async ({ saved, services, badge }: Connected) => {
  await disconnect(saved, services);
  return (await badge()).reason;
};

test('Disconnect revokes the refresh token and the access token', async () => {
  const setting = await connectedAndExpired();
  expect(await reasonAfterDisconnect(setting)).toBe('Disconnected. The provider has revoked the tokens.');
  expect(setting.server.revoked).toEqual([aRefreshToken, anAccessToken]);
});

const endpoint = 'The Revoke URL https://login.example.com/revoke';

test.each<[string, Parameters<typeof revoke>, string, number]>([
  [
    'the refresh token',
    ['refresh', () => json({ error: 'invalid_client' }, 401)],
    `${endpoint} refused to revoke the refresh token: The authorization server does not accept the Client ID and Client Secret.`,
    2,
  ],
  [
    'the access token',
    ['access', () => json({ error: 'unsupported_token_type' }, 400)],
    `The provider has revoked the refresh token. ${endpoint} refused the access token, which expires by itself.`,
    2,
  ],
  [
    'everything, with a web page',
    ['refresh', () => new Response('<html>', { status: 404 })],
    `${endpoint} refused to revoke the refresh token: The Revoke URL responded with status 404 and a web page.`,
    2,
  ],
  [
    'to respond',
    ['refresh', () => new Response('', { status: 503 })],
    `${endpoint} did not revoke the refresh token: The Revoke URL responded with status 503.`,
    1,
  ],
])('where the Revoke URL refuses %s, it is named', async (_what, fault, says, requests) => {
  const setting = await connectedAndExpired();
  setting.server.fault = revoke(...fault);
  expect(await reasonAfterDisconnect(setting)).toContain(says);
  expect(setting.server.requests.filter(({ path }) => path === '/revoke')).toHaveLength(requests);
  expect(setting.grant()).toMatchObject({ state: 'none', tok: '' });
});

test('without time left the provider is not asked, and the tokens are forgotten all the same', async () => {
  const setting = await connectedAndExpired();
  setting.services.remainingTime = () => 5000;
  expect(await reasonAfterDisconnect(setting)).toContain('There was no time left');
  expect(setting.server.revoked).toEqual([]);
  expect([...setting.services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toEqual([]);
});

test.each([
  ['that were stored with their receivers', (_: Connected) => undefined],
  [
    'that were stored before receivers had roles',
    ({ services, grant }: Connected) => {
      const tokens = services.memory.secret.get(grant().tok) as object;
      services.memory.secret.set(grant().tok, { ...tokens, receivers: undefined });
    },
  ],
])('tokens %s go to no Revoke URL that was entered after the sign-in', async (_which, prepare) => {
  const setting = await connectedAndExpired();
  prepare(setting);
  const moved = setting.form({ oauth2: { revokeUrl: 'https://login.example.com/collect' } }, { clientSecret: 'typed' });
  const saved = await saveDataSource(moved, ada, setting.services);
  const before = setting.server.requests.length;
  expect(await reasonAfterDisconnect({ ...setting, saved })).toContain('You can withdraw consent there.');
  expect(setting.server.requests).toHaveLength(before);
  expect([...setting.services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toEqual([]);
});

async function callbackWith(iss: string | undefined, { form, server, services }: Connected) {
  const { authorizeUrl, attemptId } = await authenticate(form(), ada, services);
  const { code, state } = server.consent(authorizeUrl);
  await complete({ code: [code], state: [state], iss: iss ? [iss] : [] }, services).catch(() => undefined);
  return attemptStatus(attemptId, { ...ada, site: 'installation' }, services);
}

test('Disconnect forgets what the server called itself, so that it may call itself otherwise from then on', async () => {
  const setting = await connectedAndExpired();
  const [one, other] = ['https://login.example.com/one', 'https://login.example.com/other'];
  expect((await callbackWith(one, setting)).state).toBe('authenticated');
  expect(await callbackWith(other, setting)).toMatchObject({
    state: 'failed',
    problem: { detail: `Expected issuer: ${one}. Received: ${other}.` },
  });
  await disconnect(setting.saved, setting.services);
  expect((await callbackWith(other, setting)).state).toBe('authenticated');
});

test('a new sign-in during a refresh keeps its tokens: those of the refresh are not revoked, and not kept', async () => {
  const setting = await connectedAndExpired();
  const { server, services, form } = setting;
  services.fetch = async (url, init) => {
    const response = await server.fetch(url, init);
    const isRefresh = new URLSearchParams(init.body).get('grant_type') === 'refresh_token';
    if (isRefresh) await signIn(form(), server, { ...services, fetch: server.fetch });
    return response;
  };
  expect(await setting.reader()).toHaveProperty('authorization');
  expect(server.revoked).toEqual([]);
  services.advance(hour / 2);
  await prune(services);
  const kept = [...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'));
  expect(kept).toEqual([setting.grant().tok]);
});

/** A sign-in with other settings that nobody saves, so that the hourly job discards it. */
async function forgottenDraft(setting: Connected, changes: Parameters<Connected['form']>[0]): Promise<void> {
  const { form, server, services } = setting;
  await signIn(form(changes, { clientSecret: 'client-secret-value' }), server, services);
  services.advance(26 * hour);
  expect(await prune(services)).toMatchObject({ drafts: 1 });
  expect([...services.memory.secret.keys()].filter((key) => key.startsWith('tok:'))).toHaveLength(1);
}

test('the tokens of a draft that was never saved are revoked where no grant of the same client is in use', async () => {
  const setting = await connectedAndExpired();
  await forgottenDraft(setting, { oauth2: { clientId: 'client-2' } });
  expect(setting.server.revoked).toEqual([aRefreshToken, anAccessToken]);
  expect((await setting.reader()).authorization).toMatch(/^Bearer/);
});

test.each([
  ['its data source', (setting: Connected) => setting],
  ['a data source that the lists do not show yet', hidden],
])('they are not where %s uses the same client, which could lose its grant with them', async (_whose, prepare) => {
  const setting = prepare(await connectedAndExpired());
  await forgottenDraft(setting, { oauth2: { scopes: 'Group.Read.All' } });
  expect(setting.server.revoked).toEqual([]);
  expect((await setting.reader()).authorization).toMatch(/^Bearer/);
});

function hidden(setting: Connected): Connected {
  const { dataSources } = setting.services;
  setting.services.dataSources = { ...dataSources, list: () => Promise.resolve([]) };
  return setting;
}

test.each([
  ['another client', { clientId: 'client-2' }, [aRefreshToken, anAccessToken]],
  ['the same client', { scopes: 'Group.Read.All' }, []],
])(
  'a save that turns to a sign-in of %s revokes the former tokens where that hurts nobody',
  async (_what, oauth2, revoked) => {
    const { form, server, services, saved } = await connectedAndExpired();
    const changed = form({ oauth2 }, { clientSecret: 'client-secret-value' });
    const { draftId } = await signIn(changed, server, services);
    await saveDataSource({ ...changed, draftId }, ada, services);
    expect(server.revoked).toEqual(revoked);
    expect(saved.id).toBeDefined();
  },
);
