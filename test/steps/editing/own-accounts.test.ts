import type { DataSource } from '../../../src/data-sources/data-source';
import { deleteDataSource, finishDeletion } from '../../../src/editing/delete-data-source';
import { saveDataSource } from '../../../src/editing/save-data-source';
import { authenticate } from '../../../src/grants/authenticate';
import { grantId, type Grant } from '../../../src/grants/grant';
import { grantAccess } from '../../../src/grants/grant-access';
import { disconnectAccount } from '../../../src/own-accounts/disconnect-account';
import { ownGrantOwner, ownGrantState } from '../../../src/own-accounts/own-grant';
import { ownReasons } from '../../../src/own-accounts/own-reasons';
import { noteOwnUse } from '../../../src/own-accounts/own-use';
import type { DataSourceSettings, OAuth2Authentication, WhoSignsIn } from '../../../src/shared/contract';
import { directoryForm, requestOf } from '../../support/data-source-forms';
import type { MemoryServices } from '../../support/memory';
import { connectAs, readersSite, storedOf, type ReadersSite } from '../../support/own-accounts';
import { panel, panelSettings } from '../../support/panels';
import { ada, signIn } from '../../support/sign-in';

const hour = 3_600_000;
const victim = { accountId: 'victim' };

const post = requestOf({ method: 'POST' });
const asFor = (oauth2: Partial<OAuth2Authentication>, settings: Partial<DataSourceSettings> = {}) =>
  directoryForm({ ...settings, oauth2: { whoSignsIn: 'each-reader', ...oauth2 } });

test.each<[string, ReturnType<typeof directoryForm>, string | undefined]>([
  ['a GET', asFor({}), undefined],
  ['a POST that is not said to only read', asFor({}, { request: post }), 'request.method'],
  ['a POST that only reads', asFor({}, { request: { ...post, onlyReads: true } }), undefined],
  ['the client’s own tokens', asFor({ grantType: 'client_credentials', authUrl: '' }), 'authentication.whoSignsIn'],
  [
    'a field of the account at the API',
    asFor({ accountField: { url: 'https://api.example.com/v1.0/me', selector: '$.mail' } }),
    undefined,
  ],
  [
    'a field of the account elsewhere',
    asFor({ accountField: { url: 'https://evil.example/me', selector: '$.mail' } }),
    'authentication.accountField.url',
  ],
  [
    'a field of the account that cannot be read',
    asFor({ accountField: { url: 'https://api.example.com/me', selector: '$[' } }),
    'authentication.accountField.selector',
  ],
])('a data source of readers with %s is saved, or the field is named', async (_what, form, path) => {
  const { services } = await readersSite();
  const named = { ...form, settings: { ...form.settings, name: 'Another' } };
  const saving = saveDataSource(named, ada, services);
  if (path === undefined) await expect(saving).resolves.toMatchObject({ settings: { name: 'Another' } });
  else await expect(saving).rejects.toMatchObject({ details: { fields: [{ path }] } });
});

/** The data source saved anew by an admin, with who signs in changed. */
async function savedAs(
  whoSignsIn: WhoSignsIn,
  { services, saved }: ReadersSite,
  name = 'Directory',
): Promise<DataSource> {
  const { rev } = (await services.dataSources.get(saved.id)) as DataSource;
  const form = directoryForm({ name, oauth2: { whoSignsIn } }, { id: saved.id, rev, secrets: {} });
  return saveDataSource(form, ada, services);
}

test('the accounts of readers outlive a save, and end with the save that has one account for all', async () => {
  const site = await readersSite();
  await connectAs('victim', site);
  const renamed = await savedAs('each-reader-else-shared', site, 'Staff');
  expect(await ownGrantState(renamed, 'victim', site.services)).toMatchObject({ state: 'ok' });

  const shared = await savedAs('one-account', site);
  expect(shared.readersEpoch).toBe(1);
  const again = await savedAs('each-reader-else-shared', site);
  expect(again.readersEpoch).toBe(1);
  expect(await ownGrantState(again, 'victim', site.services)).toEqual({
    state: 'reconnect',
    reason: ownReasons.allDisconnected,
  });
  await connectAs('victim', { ...site, saved: again });
  expect(await ownGrantState(again, 'victim', site.services)).toMatchObject({ state: 'ok' });
});

/** A data source that an admin has signed in for, with rows that everybody sees. */
async function sharedSite(): Promise<ReadersSite & { rows: () => string[] }> {
  const site = await readersSite({ whoSignsIn: 'one-account' });
  const { server, services } = site;
  const form = directoryForm({}, { id: site.saved.id, rev: site.saved.rev, secrets: {} });
  await signIn(form, server, services);
  const shown = panel(panelSettings(site.saved.id));
  await services.panels.create(shown.id, shown);
  services.memory.open.set(`snapshot:${shown.id}:hash`, {});
  return { ...site, rows: () => [...services.memory.open.keys()].filter((key) => key.startsWith('snapshot:')) };
}

test.each<[WhoSignsIn, Partial<Grant>, number]>([
  ['each-reader', { state: 'none', tok: '' }, 0],
  ['each-reader-else-shared', { state: 'ok' }, 1],
])('one account for all turns into %s', async (whoSignsIn, grant, rows) => {
  const site = await sharedSite();
  await savedAs(whoSignsIn, site);
  expect(site.services.memory.records('grant').get(grantId(site.saved.id))).toMatchObject(grant);
  expect(site.rows()).toHaveLength(rows);
  expect(site.server.revoked).toHaveLength(rows === 0 ? 2 : 0);
});

test('where each reader signs in, no sign-in of an admin becomes an account for all', async () => {
  const { services } = await readersSite();
  await expect(authenticate(asFor({}), ada, services)).rejects.toMatchObject({ code: 'invalid-input' });
});

test('a deleted data source keeps the client’s secret until the last account of a reader has ended', async () => {
  const site = await readersSite();
  const { services, saved } = site;
  await connectAs('victim', site);
  await deleteDataSource(saved.id, services);
  const marked = (await services.dataSources.get(saved.id)) as DataSource;
  expect(marked).toMatchObject({ deleting: true, readersEpoch: 1 });
  expect(await ownGrantState(marked, 'victim', services)).toMatchObject({ state: 'reconnect' });

  expect(await disconnectAccount(saved.id, victim, services)).toEqual({ revoked: 'revoked' });
  await finishDeletion(marked, services);
  expect(await services.dataSources.get(saved.id)).toBeUndefined();
  expect([...services.memory.secret.keys()].filter((key) => key.startsWith('credentials:'))).toEqual([]);
});

/** A reader whose access token has ended, and what happens while the service renews it. */
async function refreshing(site: ReadersSite, meanwhile: (services: MemoryServices) => Promise<unknown>) {
  const { services, saved, server } = site;
  services.advance(hour);
  const grant = storedOf(site, 'victim').grant;
  let isFirst = true;
  const fetch: MemoryServices['fetch'] = async (url, init) => {
    const isRefresh = isFirst && init.body?.includes('refresh_token') && url.pathname === '/token';
    isFirst = isFirst && !isRefresh;
    const response = await server.fetch(url, init);
    if (isRefresh) await meanwhile(services);
    return response;
  };
  const access = grantAccess(grant, ownGrantOwner(saved, 'victim'), {
    ...services,
    grants: services.readerGrants,
    fetch,
  });
  return access.headers();
}

test('tokens that come while their reader disconnects are of no use to anybody', async () => {
  const site = await readersSite();
  await connectAs('victim', site);
  const renewed = refreshing(site, (services) => disconnectAccount(site.saved.id, victim, services));
  await expect(renewed).rejects.toMatchObject({ code: 'not-authenticated' });
  const { grant, tokenNames } = storedOf(site, 'victim');
  expect(grant).toMatchObject({ state: 'none', tok: '' });
  expect(grant?.retired.map(({ name }) => name)).toEqual(expect.arrayContaining(tokenNames));
  expect(site.server.revoked.length).toBeGreaterThan(2);
});

test('a grant that is born anew never takes what an earlier life of it was waiting for', async () => {
  const site = await readersSite();
  await connectAs('victim', site);
  const before = storedOf(site, 'victim').grant?.rev ?? 0;
  let reborn: Grant | undefined;
  await refreshing(site, async (services) => {
    await disconnectAccount(site.saved.id, victim, services);
    await services.readerGrants.delete(grantId(site.saved.id, 'victim'));
    await connectAs('victim', site);
    reborn = storedOf(site, 'victim').grant;
  });
  expect(reborn?.rev).toBeGreaterThan(before);
  expect(storedOf(site, 'victim').grant).toEqual(reborn);
});

test('a use is noted once a day, and never for an account that is not connected', async () => {
  const site = await readersSite();
  const { services, saved } = site;
  await connectAs('victim', site);
  const revs: unknown[] = [];
  for (const days of [0, 1, 0]) {
    services.advance(days * 24 * hour);
    await noteOwnUse(saved.id, 'victim', services);
    await noteOwnUse(saved.id, 'nobody', services);
    const { reader } = storedOf(site, 'victim');
    revs.push([reader?.rev, reader?.usedOn]);
  }
  expect(revs).toEqual([
    [1, '2030-01-01'],
    [2, '2030-01-02'],
    [2, '2030-01-02'],
  ]);
  expect(storedOf(site, 'nobody').reader).toBeUndefined();
});
