import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AssertionSettings, DataSourceForm, OAuth2Authentication } from '../../../src/shared/contract';
import type { HttpService } from '../../support/foreign/http-service';
import { startKeyServer } from '../../support/foreign/key-server';
import { startJwtBearerService } from '../../support/foreign/jwt-bearer-service';
import { type RawBasicService, startRawBasicService } from '../../support/foreign/raw-basic-service';
import { type AppOnHost, approve, startApp } from '../app/app-on-host';
import { cellsUnder, formOf, panelAsProposed, settingsFor, shownTo } from './walk';

jest.setTimeout(60_000);

const secret = 'p+ss w/rd%=';
const audience = 'https://login.example.com';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey, publicKey } = rsa;

const pemOf = ({ privateKey: key }: KeyPair) => key.export({ format: 'pem', type: 'pkcs8' });
const pem = pemOf(rsa);

interface KeyPair {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

let app: AppOnHost;
let rawBasic: RawBasicService;
let jwtBearer: HttpService;

beforeAll(async () => {
  app = await startApp({ users: 1 });
  rawBasic = await startRawBasicService({ id: 'client-1', secret });
  const registered = { clientId: 'key-client', publicKey, subject: 'ada', audience };
  jwtBearer = await startJwtBearerService({ ...registered, now: () => app.clock.now() });
  approve(app.host, [rawBasic.origin, jwtBearer.origin]);
});

afterAll(async () => {
  await rawBasic?.stop();
  await jwtBearer?.stop();
  await app?.close();
});

/** A new form for a server's `/items`. */
function formFor(
  name: string,
  { origin }: Pick<HttpService, 'origin'>,
  changes: Partial<OAuth2Authentication>,
  secrets: DataSourceForm['secrets'],
): DataSourceForm {
  const authentication: OAuth2Authentication = {
    type: 'oauth2',
    grantType: 'client_credentials',
    clientId: 'client-1',
    clientAuthentication: 'client_secret_basic',
    authUrl: '',
    tokenUrl: `${origin}/token`,
    revokeUrl: '',
    scopes: '',
    authorizeParameters: [],
    tokenParameters: [],
    tokenHeader: { name: 'Authorization', prefix: 'Bearer ' },
    ...changes,
  };
  return { settings: settingsFor(name, { url: `${origin}/items` }, { authentication }), secrets };
}

/** Authenticates, at a server that asks nobody, and saves. */
async function saved(form: DataSourceForm) {
  const { authorizeUrl, attemptId, draftId } = await app.call('authenticate', form);
  if (authorizeUrl !== '') {
    const location = (await fetch(authorizeUrl, { redirect: 'manual' })).headers.get('location') ?? '';
    await fetch(location);
  }
  const attempt = await app.call('authenticationStatus', { attemptId });
  expect(attempt).toMatchObject({ state: 'authenticated' });
  return app.call('saveDataSource', { ...form, draftId });
}

/** What a reader sees now, and again when the access token has ended. */
async function readTwice(form: DataSourceForm): Promise<void> {
  const source = await saved(form);
  const { proposal } = await app.call('testDataSource', formOf(source));
  const panelId = await panelAsProposed(app, source.id, proposal!);
  expect(cellsUnder('Name', await shownTo(app, panelId))).toEqual(['Item 1']);
  app.clock.advance(2 * 3_600_000);
  expect(await app.call('testDataSource', formOf(source))).toMatchObject({ status: 200 });
}

const tokenRequests = ({ requests }: HttpService) => requests.filter(({ path }) => path === '/token');
const basicOf = ({ headers }: { headers: Record<string, string> }) =>
  Buffer.from((headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();

describe('a server that knows its client by a key', () => {
  test.each<[AssertionSettings['algorithm'], KeyPair]>([
    ['RS256', rsa],
    ['PS256', rsa],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ])('gives it tokens for assertions signed with %s, and for none with another key', async (algorithm, pair) => {
    const server = await startKeyServer(pair.publicKey, algorithm);
    approve(app.host, [rawBasic.origin, jwtBearer.origin, server.origin]);
    const assertion: AssertionSettings = { algorithm, keyId: 'key-1', audience: '', subject: '', claims: [] };
    const changes = { clientId: 'key-client', clientAuthentication: 'private_key_jwt', assertion } as const;
    const outcome = async (privateKey: string) => {
      const form = formFor(`Key ${algorithm}`, server, changes, { privateKey });
      const { attemptId } = await app.call('authenticate', form);
      const { state, problem } = await app.call('authenticationStatus', { attemptId });
      return [state, problem?.remoteCode];
    };
    try {
      expect(await outcome(pemOf(pair))).toEqual(['authenticated', undefined]);
      expect(await outcome(pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' })))).toEqual([
        'failed',
        algorithm === 'ES256' ? 'invalid_client' : undefined,
      ]);
    } finally {
      await server.stop();
    }
  });
});

describe('a server that takes Basic as it is', () => {
  test('gives a client its tokens, and the spelling that it takes is remembered', async () => {
    await readTwice(formFor('Raw Basic', rawBasic, {}, { clientSecret: secret }));
    expect(tokenRequests(rawBasic).map(basicOf)).toEqual([
      `client-1:${encodeURIComponent(secret)}`,
      `client-1:${secret}`,
      `client-1:${secret}`,
    ]);
  });

  test('signs an admin in, with the nonce that it insists on', async () => {
    const before = rawBasic.requests.length;
    const signIn = { grantType: 'authorization_code', authUrl: `${rawBasic.origin}/authorize` } as const;
    await readTwice(formFor('Nonce', rawBasic, { ...signIn, scopes: 'openid' }, { clientSecret: secret }));
    const seen = rawBasic.requests.slice(before);
    expect(seen.find(({ path }) => path === '/authorize')?.query.nonce).toMatch(/^[\w-]{20,}$/);
    const grants = seen.filter(({ path }) => path === '/token').map(({ body }) => body.grant_type);
    expect(grants).toEqual(['authorization_code', 'authorization_code', 'refresh_token']);
  });

  test('refuses a wrong secret in both spellings, with its own words for the admin', async () => {
    const form = formFor('Wrong', rawBasic, {}, { clientSecret: 'wrong + secret' });
    const { attemptId } = await app.call('authenticate', form);
    const { state, problem } = await app.call('authenticationStatus', { attemptId });
    expect([state, problem?.remoteCode]).toEqual(['failed', 'invalid_client']);
    expect(problem?.detail).toContain('Invalid client');
  });
});

describe('a server that refuses with a 400 and not a word', () => {
  test('ends a sign-in by it, and a new one goes on; a wrong secret is told as the status that it is', async () => {
    const server = await startRawBasicService({ id: 'client-1', secret });
    approve(app.host, [rawBasic.origin, jwtBearer.origin, server.origin]);
    server.beSilent();
    const signIn = { grantType: 'authorization_code', authUrl: `${server.origin}/authorize` } as const;
    const form = formFor(
      'Silent',
      server,
      { ...signIn, clientAuthentication: 'client_secret_post' },
      { clientSecret: secret },
    );
    try {
      const wrong = await app.call('authenticate', { ...form, secrets: { clientSecret: 'wrong secret' } });
      await fetch((await fetch(wrong.authorizeUrl, { redirect: 'manual' })).headers.get('location') ?? '');
      const { problem } = await app.call('authenticationStatus', { attemptId: wrong.attemptId });
      expect(problem?.message).toMatch(/\(400\) and gave no reason/);
      const source = await saved(form);
      const { proposal } = await app.call('testDataSource', formOf(source));
      const panelId = await panelAsProposed(app, source.id, proposal!);
      await shownTo(app, panelId);
      server.forget();
      app.clock.advance(2 * 3_600_000);
      const { age } = await shownTo(app, panelId);
      expect(age.staleReason).toContain('The connection of this data source has ended. An admin can reconnect it.');
      expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('reconnect-needed');
      const again = await app.call('authenticate', formOf(source));
      await fetch((await fetch(again.authorizeUrl, { redirect: 'manual' })).headers.get('location') ?? '');
      expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('authenticated');
    } finally {
      await server.stop();
    }
  });
});

describe('a server that takes signed assertions', () => {
  const assertion: AssertionSettings = { algorithm: 'RS256', keyId: '', audience, subject: 'ada', claims: [] };
  const bearer: Partial<OAuth2Authentication> = {
    grantType: 'jwt_bearer',
    clientId: 'key-client',
    clientAuthentication: 'none',
    assertion,
  };

  test('gives tokens for the subject, anew when they have ended, and the key is never sent or shown', async () => {
    const form = formFor('Signed', jwtBearer, bearer, { privateKey: pem });
    await readTwice(form);
    expect(tokenRequests(jwtBearer)).toHaveLength(2);
    expect(JSON.stringify(jwtBearer.requests)).not.toContain(pem.split('\n')[1]);
    expect(JSON.stringify(await app.call('listDataSources', undefined))).not.toContain('PRIVATE KEY');
  });

  test.each<[string, Partial<AssertionSettings>, RegExp]>([
    ['another subject', { subject: 'bob' }, /does not accept the signed assertion/],
    ['another audience', { audience: 'https://other.example.com' }, /subject and the audience/],
  ])('says no to %s, and the admin learns what to check', async (name, changes, says) => {
    const settings = { ...bearer, assertion: { ...assertion, ...changes } };
    const { attemptId } = await app.call('authenticate', formFor(name, jwtBearer, settings, { privateKey: pem }));
    const { state, problem } = await app.call('authenticationStatus', { attemptId });
    expect(state).toBe('failed');
    expect(problem?.message).toMatch(says);
  });

  test('an encrypted key is refused by name before anything is stored', async () => {
    const encrypted = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'open' });
    const reply = await app.ask('saveDataSource', formFor('Encrypted', jwtBearer, bearer, { privateKey: encrypted }));
    expect(reply).toMatchObject({
      ok: false,
      problem: { fields: [{ path: 'secrets.privateKey', message: expect.stringMatching(/encrypted/) as string }] },
    });
  });
});
