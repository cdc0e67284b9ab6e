import type { DataSourceForm, OAuth2Authentication } from '../../../src/shared/contract';
import { startMetadataServer } from '../../support/foreign/metadata-server';
import { approve, startApp, type AppOnHost } from './app-on-host';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 50 });
});

afterAll(() => app.close());

function formOf(name: string, changes: Partial<OAuth2Authentication>, secrets = app.form().secrets): DataSourceForm {
  const { settings } = app.form();
  const authentication = { ...(settings.authentication as OAuth2Authentication), ...changes };
  return { settings: { ...settings, name, authentication }, secrets };
}

const asService = (changes: Partial<OAuth2Authentication> = {}) =>
  formOf(
    `Service ${changes.clientAuthentication ?? ''}`,
    {
      grantType: 'client_credentials',
      clientId: app.demo.serviceClientId,
      authUrl: '',
      scopes: '.default',
      ...changes,
    },
    { clientSecret: app.demo.serviceClientSecret },
  );

test.each<[string, () => DataSourceForm]>([
  ['client_secret_post', () => formOf('By post', { clientAuthentication: 'client_secret_post' })],
  ['client_secret_basic', () => formOf('By basic', { clientAuthentication: 'client_secret_basic' })],
  [
    'none, as a public client',
    () => formOf('Public', { clientAuthentication: 'none', clientId: app.demo.publicClientId }, {}),
  ],
])('authorization code with %s: signed in, saved, tested, refreshed', async (_name, makeForm) => {
  const form = makeForm();
  const { reply, callback } = await app.consent(form);
  expect((await fetch(callback)).status).toBe(200);
  const saved = await app.call('saveDataSource', { ...form, draftId: reply.draftId });
  expect(saved.badge).toMatchObject({ state: 'authenticated', hasRefreshToken: true });
  const stored = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
  expect(await app.call('testDataSource', stored)).toMatchObject({ status: 200 });
  const before = await app.demo.control.stats();
  app.clock.advance(3_600_000);
  expect(await app.call('testDataSource', stored)).toMatchObject({ status: 200 });
  expect((await app.demo.control.stats()).refreshes - before.refreshes).toBe(1);
});

test.each<[string, Partial<OAuth2Authentication>]>([
  ['client_secret_post', { clientAuthentication: 'client_secret_post' }],
  ['client_secret_basic', { clientAuthentication: 'client_secret_basic' }],
])(
  'client credentials with %s: a test, Get token, a save, and a new token when it has ended',
  async (_name, changes) => {
    const form = asService(changes);
    expect(await app.call('testDataSource', form)).toMatchObject({ status: 200 });
    const { authorizeUrl, attemptId, draftId } = await app.call('authenticate', form);
    expect(authorizeUrl).toBe('');
    expect(await app.call('authenticationStatus', { attemptId })).toMatchObject({
      state: 'authenticated',
      badge: { state: 'authenticated' },
    });
    const saved = await app.call('saveDataSource', { ...form, draftId });
    expect(saved.badge.state).toBe('authenticated');
    const stored = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
    app.clock.advance(3_600_000);
    expect(await app.call('testDataSource', stored)).toMatchObject({ status: 200 });
  },
);

test('a wrong secret of a client that asks for itself is told by the attempt and by the save', async () => {
  const form = { ...asService(), secrets: { clientSecret: 'not-the-secret-at-all' } };
  const { attemptId } = await app.call('authenticate', form);
  const { state, problem } = await app.call('authenticationStatus', { attemptId });
  expect([state, problem?.remoteCode]).toEqual(['failed', 'invalid_client']);
  const named = { ...form, settings: { ...form.settings, name: 'Wrong secret' } };
  const saved = await app.call('saveDataSource', named);
  expect(saved.badge).toMatchObject({ state: 'not-authenticated', reason: expect.stringMatching(/Secret/) as string });
});

test('the endpoints are read from the issuer, and those of another issuer come with its name', async () => {
  const { issuer, authorizeUrl, tokenUrl } = app.demo;
  expect(await app.call('discoverEndpoints', { issuer })).toMatchObject({ authUrl: authorizeUrl, tokenUrl });
  const other = await app.call('discoverEndpoints', { issuer: app.demo.origin });
  expect(other).toMatchObject({ otherIssuer: expect.stringMatching(/^http/) as string });
});

test('the endpoints are read from an issuer that publishes them as OAuth has it, without OpenID', async () => {
  const server = await startMetadataServer();
  approve(app.host, [app.demo.origin, server.origin]);
  const found = await app.call('discoverEndpoints', { issuer: server.origin }).finally(() => server.stop());
  expect(found).toEqual({
    authUrl: `${server.origin}/auth`,
    announcedIssuer: { name: server.origin, authUrl: `${server.origin}/auth` },
    tokenUrl: `${server.origin}/token`,
    revokeUrl: `${server.origin}/token/revocation`,
    clientAuthentication: 'client_secret_post',
  });
});

test('the hourly job says what it did, and stored accounts are reported', async () => {
  await app.host.runScheduled('hourly-upkeep');
  const { lastUpkeep } = await app.call('adminContext', undefined);
  expect(lastUpkeep?.sentences.join(' ')).toContain('stored account ID');
  expect(
    app.host
      .site()
      .reports.all()
      .map(({ accountId }) => accountId),
  ).toContain(app.admin);
});
