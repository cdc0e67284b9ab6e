import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Authentication, DataSourceForm, DataSourceSettings, PanelSettings } from '../../../src/shared/contract';
import { createClock } from '../../../local/shared/clock';
import { recordsOf, writeStoredSite, type StoredSite } from '../../support/stored-site';
import { startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, formWith, openSource, panelOn, requestTo, rowsOf, valueOf } from './walks';

/** Below the ports that systems hand out by themselves. */
const demoPort = 20_443;
const begins = Date.UTC(2026, 2, 6, 17);
const settledMs = 75_000;
const tries = 300;

/**
 * Writes `test/fixtures/stored` with the app as it is: a site with every type of authentication and every style of
 * paging, all made by the app's own calls against the demo; a grant whose token endpoint was down for a weekend, one that
 * has ended, a sign-in that waits for its *Save* and one that waits for its callback, rows kept with and without chunks
 * and for values of readers, a request that somebody is reading and one that is read in the background. It was called
 * once, by a test made for the occasion, and its outcome stays as it is: it stands for what installations hold. Another
 * one beside it takes another name of the folder.
 */
export async function makeStoredSite(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'stored-'));
  const stateFile = join(place, 'demo.json');
  const clock = createClock();
  clock.advance(begins - clock.now());
  const app = await startApp({ clock, port: demoPort, stateFile, users: 1500, host: { workers: 4 } });
  try {
    const site = await fillSite(app);
    writeStoredSite(site, readFileSync(stateFile, 'utf8'));
  } finally {
    await app.close();
    rmSync(place, { recursive: true });
  }
}

async function fillSite(app: AppOnHost): Promise<StoredSite> {
  await endedGrant(app);
  await weekendOutage(app);
  await signedInSources(app);
  await refreshed(app, 'Directory');
  await sourcesWithSecrets(app);
  await panelsOfDirectory(app);
  const draft = await unsavedSource(app);
  const begun = await unfinishedSignIn(app);
  await liveReads(app);
  return { writtenAt: app.clock.now(), demoPort, begun, draft, records: recordsOf(app.host) };
}

const storedForm = ({ id, rev, settings }: Awaited<ReturnType<typeof connected>>): DataSourceForm => ({
  id,
  rev,
  settings,
  secrets: {},
});

/** The provider has forgotten the grant, and the app has been told. */
async function endedGrant(app: AppOnHost): Promise<void> {
  const source = await connected(app, { name: 'Ended' });
  await app.demo.control.revokeAllGrants();
  app.clock.advance(3_600_000);
  await app.call('testDataSource', storedForm(source));
}

/** Every attempt leaves the name under which a dead holder may have stored tokens. */
async function weekendOutage(app: AppOnHost): Promise<void> {
  const source = await connected(app, { name: 'Weekend' });
  await panelOn(app, source.id, { name: 'People of the weekend' });
  await app.demo.control.setFaults([{ on: 'token', what: { kind: 'status', status: 503 } }]);
  for (let count = 0; count <= tries; count += 1) {
    app.clock.advance(600_000);
    await app.call('testDataSource', storedForm(source));
  }
  await app.demo.control.setFaults([]);
  app.clock.advance(settledMs);
}

/** Leaves a token set that is retired and not yet deleted. */
async function refreshed(app: AppOnHost, name: string): Promise<void> {
  app.clock.advance(600_000);
  await app.call('testDataSource', storedForm(await app.call('getDataSource', { id: await idOf(app, name) })));
}

const smallPages = (app: AppOnHost) => ({
  request: requestTo(app, '/v1.0/users', [{ name: '$top', value: '500' }]),
});

async function signedInSources(app: AppOnHost): Promise<void> {
  await connected(app, {
    name: 'Directory',
    ...smallPages(app),
    allowedSpaces: { mode: 'named', spaceIds: ['98305', '98306'] },
    freshness: { freshSeconds: 600, staleSeconds: 7200, keepSeconds: 259_200 },
  });
  const basic = formWith(
    app,
    { name: 'Directory by Basic', pagination: { style: 'none' } },
    { clientAuthentication: 'client_secret_basic', tokenParameters: [{ name: 'hint', value: '', secret: true }] },
  );
  const secrets = { ...basic.secrets, 'tokenParameter.hint': 'a-secret-hint' };
  await signInAndSave(app, { ...basic, secrets });
  const publicClient = { clientAuthentication: 'none', clientId: app.demo.publicClientId } as const;
  const nextUrl = { style: 'next-url', selector: "$['@odata.nextLink']" } as const;
  const open = formWith(app, { name: 'Public client', ...smallPages(app), pagination: nextUrl }, publicClient);
  await signInAndSave(app, { ...open, secrets: {} });
  const service = {
    grantType: 'client_credentials',
    clientId: app.demo.serviceClientId,
    authUrl: '',
    scopes: '.default',
  } as const;
  const own = formWith(app, { name: 'Service' }, service);
  await app.call('saveDataSource', { ...own, secrets: { clientSecret: app.demo.serviceClientSecret } });
  await connected(app, { name: 'Read just now' });
  const slow = { ...app.form().settings.limits, requestsPerMinute: 1 };
  await connected(app, { name: 'Read behind', ...smallPages(app), limits: slow });
}

async function signInAndSave(app: AppOnHost, form: DataSourceForm): Promise<void> {
  const { reply, callback } = await app.consent(form);
  await fetch(callback);
  await app.call('saveDataSource', { ...form, draftId: reply.draftId });
}

interface Echoed extends Partial<DataSourceSettings> {
  name: string;
  authentication: Authentication;
}

async function sourcesWithSecrets(app: AppOnHost): Promise<void> {
  const echo = requestTo(app, '/odd/echo');
  const post = { ...echo, method: 'POST' } as const;
  const pages = { ...app.form().settings.limits, pages: 2 };
  const all: [Echoed, DataSourceForm['secrets']][] = [
    [
      {
        name: 'By password',
        authentication: { type: 'basic', username: 'ada' },
        limits: pages,
        pagination: {
          style: 'page-number',
          target: { in: 'parameter', name: 'page' },
          start: 1,
          itemsSelector: '$.value',
        },
      },
      { password: 'a-kept-password' },
    ],
    [
      {
        name: 'By token',
        authentication: { type: 'bearer' },
        limits: pages,
        pagination: {
          style: 'offset-limit',
          offset: { in: 'parameter', name: 'offset' },
          limit: { in: 'parameter', name: 'limit' },
          pageSize: 50,
          start: 0,
          itemsSelector: '',
        },
      },
      { token: 'a-kept-bearer-token' },
    ],
    [
      {
        name: 'By key in a header',
        authentication: { type: 'api-key', placement: 'header', name: 'X-Api-Key', prefix: 'Key ' },
        pagination: {
          style: 'cursor',
          selector: '$.next',
          moreSelector: '$.more',
          target: { in: 'parameter', name: 'cursor' },
        },
      },
      { apiKey: 'a-kept-header-key' },
    ],
    [
      {
        name: 'By key in the query',
        request: { ...post, body: { kind: 'json', text: '{"after": null, "size": 10}' } },
        authentication: { type: 'api-key', placement: 'query', name: 'key', prefix: '' },
        pagination: { style: 'cursor', selector: '$.next', moreSelector: '', target: { in: 'body', name: 'after' } },
      },
      { apiKey: 'a-kept-query-key' },
    ],
    [
      {
        name: 'By a header of its own',
        request: {
          ...post,
          headers: [
            { name: 'X-Tenant', value: 'north', secret: false },
            { name: 'X-Second', value: '', secret: true },
          ],
          body: { kind: 'form', fields: [{ name: 'wanted', value: '{kind}' }] },
        },
        variables: [{ name: 'kind', defaultValue: 'people' }],
        authentication: { type: 'custom-header', name: 'X-Secret' },
        pagination: { style: 'none' },
      },
      { headerValue: 'a-kept-header-value', 'header.x-second': 'a-kept-second-value' },
    ],
    [
      {
        name: 'Elsewhere',
        request: { ...echo, url: 'https://api.example.com/v2/orders' },
        authentication: { type: 'bearer' },
      },
      { token: 'a-kept-token-for-elsewhere' },
    ],
  ];
  for (const [changes, secrets] of all) {
    const settings = { ...app.form().settings, request: echo, ...changes };
    const { id } = await app.call('saveDataSource', { settings, secrets });
    if (changes.name !== 'Elsewhere') await loaded(app, id, echoedPanel(changes.name));
  }
  await loadedOpen(app);
}

async function loadedOpen(app: AppOnHost): Promise<void> {
  const { id } = await openSource(app, 'Open', '/odd/last-page', { pagination: { style: 'link-header' } });
  await loaded(app, id, { name: 'Open people' });
}

const echoedPanel = (name: string): Partial<PanelSettings> => ({
  name: `${name}, echoed`,
  filters: [{ selector: '$.value[*]' }],
  columns: [
    { key: 'method', label: 'Method', selector: '$.method', type: 'text' },
    { key: 'url', label: 'URL', selector: '$.url', type: 'text' },
  ],
});

async function loaded(app: AppOnHost, sourceId: string, changes: Partial<PanelSettings>): Promise<string> {
  const panel = await panelOn(app, sourceId, changes);
  valueOf(await rowsOf(app, panel.id));
  return panel.id;
}

const wideColumns = ['displayName', 'mail', 'jobTitle', 'department', 'officeLocation', 'city'].map((name) => ({
  key: name,
  label: name,
  selector: `$.${name}`,
  type: 'text' as const,
}));

const idOf = async (app: AppOnHost, name: string): Promise<string> =>
  (await app.call('listDataSources', undefined)).find((each) => each.name === name)?.id ?? '';

async function panelsOfDirectory(app: AppOnHost): Promise<void> {
  const directory = await idOf(app, 'Directory');
  await loaded(app, directory, { name: 'Everybody', columns: wideColumns });
  const found = await panelOn(app, directory, {
    name: 'People of a city',
    columns: wideColumns,
    variables: [{ key: 'city', label: 'City', required: false, defaultValue: '', type: 'text' }],
    rowSteps: [
      { kind: 'where', match: 'all', conditions: [{ column: 'city', operator: 'equals', value: '{$.city}' }] },
      { kind: 'sort', sorts: [{ column: 'displayName', direction: 'ascending' }] },
    ],
  });
  valueOf(await app.askMacro('loadPanel', { panelId: found.id, window: firstRows, values: { city: 'Kraków' } }));
  await loaded(app, directory, {
    name: 'Departments',
    columns: wideColumns,
    rowSteps: [
      {
        kind: 'group',
        columns: ['department'],
        aggregates: [{ key: 'people', label: 'People', function: 'count' }],
      },
    ],
    visual: { type: 'bar', category: 'department', series: ['people'] },
  });
  await loaded(app, await idOf(app, 'Directory by Basic'), { name: 'People by Basic' });
  await loaded(app, await idOf(app, 'Public client'), { name: 'People of the public client' });
  await loaded(app, await idOf(app, 'Service'), { name: 'People of the service' });
}

async function unsavedSource(app: AppOnHost): Promise<StoredSite['draft']> {
  const form = formWith(app, { name: 'Unsaved' }, { authorizeParameters: [{ name: 'hint', value: 'draft' }] });
  const { reply, callback } = await app.consent(form);
  await fetch(callback);
  return { id: reply.draftId ?? '', name: form.settings.name };
}

async function unfinishedSignIn(app: AppOnHost): Promise<StoredSite['begun']> {
  const { authorizeUrl, attemptId } = await app.call('authenticate', formWith(app, { name: 'Begun' }));
  return { authorizeUrl, attemptId, callbackUrl: app.host.webTriggerUrl('oauth-callback') };
}

/** Two reads that never come to their end: one of a reader, one that was handed to the background. */
async function liveReads(app: AppOnHost): Promise<void> {
  const behind = await panelOn(app, await idOf(app, 'Read behind'), { name: 'People read behind' });
  valueOf(await app.askMacro('loadPanel', { panelId: behind.id, window: firstRows }));
  const now = await panelOn(app, await idOf(app, 'Read just now'), { name: 'People read just now' });
  await app.demo.control.setFaults([{ on: 'api', what: { kind: 'hang' } }]);
  void app.askMacro('loadPanel', { panelId: now.id, window: firstRows }).catch(() => undefined);
  const before = (await app.demo.control.stats()).api;
  while ((await app.demo.control.stats()).api === before) await new Promise((resolve) => setTimeout(resolve, 50));
}
