import type { DataSourceForm, DataSourceView, OAuth2Authentication } from '../../../src/shared/contract';
import { type AppOnHost, startApp } from '../app/app-on-host';
import { problemOf, rowsOf } from '../app/walks';
import { cellsUnder, formOf, panelAsProposed, settingsFor, shownTo, withPaging } from './walk';

/** How a client is registered at the server and how it gets its tokens. */
interface Client {
  name: string;
  oauth2: Pick<OAuth2Authentication, 'grantType' | 'clientAuthentication'>;
}

const code = 'authorization_code';
const own = 'client_credentials';
const clients: Client[] = [
  {
    name: 'a sign-in, the secret in the body',
    oauth2: { grantType: code, clientAuthentication: 'client_secret_post' },
  },
  {
    name: 'a sign-in, the secret in the header',
    oauth2: { grantType: code, clientAuthentication: 'client_secret_basic' },
  },
  { name: 'a sign-in without a secret', oauth2: { grantType: code, clientAuthentication: 'none' } },
  {
    name: 'no sign-in, the secret in the body',
    oauth2: { grantType: own, clientAuthentication: 'client_secret_post' },
  },
  {
    name: 'no sign-in, the secret in the header',
    oauth2: { grantType: own, clientAuthentication: 'client_secret_basic' },
  },
];
const withSecret = clients.filter(({ oauth2 }) => oauth2.clientAuthentication !== 'none');

const people = 12;
let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: people });
});

afterAll(() => app?.close());

/** A new form for the server's directory, five people a page. */
function formFor({ name, oauth2 }: Client, changes: Partial<OAuth2Authentication> = {}): DataSourceForm {
  const { client, secret } = registered(oauth2);
  const request = { url: app.demo.usersUrl, parameters: [{ name: '$top', value: '5' }] };
  const authentication: OAuth2Authentication = {
    type: 'oauth2',
    clientId: client,
    authUrl: oauth2.grantType === code ? app.demo.authorizeUrl : '',
    tokenUrl: app.demo.tokenUrl,
    revokeUrl: app.demo.revokeUrl,
    scopes: oauth2.grantType === code ? app.demo.scopes : '.default',
    authorizeParameters: [],
    tokenParameters: [],
    tokenHeader: { name: 'Authorization', prefix: 'Bearer ' },
    ...oauth2,
    ...changes,
  };
  return { settings: settingsFor(name, request, { authentication }), secrets: { clientSecret: secret } };
}

function registered({ grantType, clientAuthentication }: Client['oauth2']): { client: string; secret?: string } {
  const { clientId, clientSecret, publicClientId, serviceClientId, serviceClientSecret } = app.demo;
  if (grantType === own) return { client: serviceClientId, secret: serviceClientSecret };
  return clientAuthentication === 'none' ? { client: publicClientId } : { client: clientId, secret: clientSecret };
}

/** Authenticates the form, by a sign-in where its grant needs one, and saves it. */
async function authenticatedAndSaved(form: DataSourceForm): Promise<DataSourceView> {
  const { grantType } = form.settings.authentication as OAuth2Authentication;
  if (grantType === own) {
    const { draftId } = await app.call('authenticate', form);
    return app.call('saveDataSource', { ...form, draftId });
  }
  const { reply, callback } = await app.consent(form);
  expect((await fetch(callback)).status).toBe(200);
  return app.call('saveDataSource', { ...form, draftId: reply.draftId });
}

test.each(clients)('with $name a reader gets all pages, and again when the token has ended', async (client) => {
  const saved = await authenticatedAndSaved(formFor(client));
  expect(saved.badge).toMatchObject({ state: 'authenticated' });
  const report = await app.call('testDataSource', formOf(saved));
  expect(report.pagination).toMatchObject({ pagination: { style: 'odata-next-link' }, secondPage: { totalRows: 5 } });
  await withPaging(app, saved, report.pagination!.pagination);
  const panelId = await panelAsProposed(app, saved.id, report.proposal!);
  const shown = await shownTo(app, panelId);
  expect(shown.reading).toMatchObject({ pagesRead: 3, rowsRead: people, stopReason: 'complete' });
  expect(new Set(cellsUnder('Display name', shown)).size).toBe(people);
  const before = await app.demo.control.stats();
  app.clock.advance(8 * 24 * 3_600_000);
  const again = await shownTo(app, panelId);
  expect(cellsUnder('Display name', again)).toEqual(cellsUnder('Display name', shown));
  expect(again.age.fetchedAt).toBeGreaterThan(shown.age.fetchedAt);
  const after = await app.demo.control.stats();
  const tokens = client.oauth2.grantType === own ? 'clientCredentials' : 'refreshes';
  expect(after[tokens] - before[tokens]).toBe(1);
  expect(after.apiRefusals).toBe(before.apiRefusals);
});

test.each(withSecret)('with $name a wrong secret is told where it was typed', async (client) => {
  const form = { ...formFor(client), secrets: { clientSecret: 'another secret: + % &' } };
  const { grantType } = client.oauth2;
  const { attemptId } = grantType === own ? await app.call('authenticate', form) : await refusedSignIn(form);
  const { state, problem } = await app.call('authenticationStatus', { attemptId });
  expect(state).toBe('failed');
  expect(problem?.remoteCode).toBe('invalid_client');
  expect([problem?.message, problem?.detail].join(' ')).toContain('Client Secret is wrong');
});

async function refusedSignIn(form: DataSourceForm) {
  const { reply, callback } = await app.consent(form);
  expect((await fetch(callback)).status).toBe(400);
  return reply;
}

test('a client without a secret cannot ask for itself, and the form says so', async () => {
  const form = formFor({ name: 'Nobody', oauth2: { grantType: own, clientAuthentication: 'none' } });
  expect(problemOf(await app.ask('saveDataSource', form))).toMatchObject({
    code: 'invalid-input',
    fields: [{ path: 'authentication.clientAuthentication' }],
  });
});

test('a client that may not ask for itself is told what to check', async () => {
  const { clientId, clientSecret } = app.demo;
  const form = formFor(
    { name: 'Not a service', oauth2: { grantType: own, clientAuthentication: 'client_secret_post' } },
    { clientId },
  );
  const { attemptId } = await app.call('authenticate', { ...form, secrets: { clientSecret } });
  const { state, problem } = await app.call('authenticationStatus', { attemptId });
  expect([state, problem?.remoteCode]).toEqual(['failed', 'invalid_request']);
  expect(problem?.message).toContain('Check the Client ID');
});

test('a scope that does not allow the list is told as a missing permission', async () => {
  const saved = await authenticatedAndSaved(
    formFor({ ...clients[0]!, name: 'Own profile' }, { scopes: 'User.Read offline_access' }),
  );
  expect((await app.call('testDataSource', formOf(saved))).problem).toMatchObject({
    code: 'remote-forbidden',
    status: 403,
  });
});

test('a grant that the server has ended asks for an admin, and the rows read before stay on the page', async () => {
  const saved = await authenticatedAndSaved(formFor({ ...clients[0]!, name: 'Ended' }));
  const { proposal } = await app.call('testDataSource', formOf(saved));
  const panelId = await panelAsProposed(app, saved.id, proposal!);
  await shownTo(app, panelId);
  await app.demo.control.revokeAllGrants();
  app.clock.advance(2 * 24 * 3_600_000);
  const old = await shownTo(app, panelId);
  expect(old.view.totalRows).toBe(5);
  expect(old.age.staleReason).toContain('An admin can reconnect it');
  app.clock.advance(6 * 24 * 3_600_000);
  expect(problemOf(await rowsOf(app, panelId))).toMatchObject({ code: 'reconnect-needed', actor: 'admin' });
  expect((await app.call('getDataSource', { id: saved.id })).badge.state).toBe('reconnect-needed');
});
