import type {
  AdminCalls,
  CallOutput,
  DataSourceForm,
  DataSourceSettings,
  DataSourceView,
  LoadReply,
  LoadRequest,
  PanelSummary,
} from '../../../src/shared/contract';
import { createClock } from '../../../local/shared/clock';
import { copyOfDemoState, readStoredSite, restoreRecords } from '../../support/stored-site';
import { createBrowser } from '../demo/browser';
import { startApp, type AppOnHost } from './app-on-host';
import { firstRows, problemOf, rowsOf, stored, valueOf, viewOf } from './walks';

const site = readStoredSite();
const demoState = copyOfDemoState();
const minute = 60_000;
const leaseMs = 31_000;
const backgroundLeaseMs = 181_000;

let app: AppOnHost;
let sources: CallOutput<AdminCalls, 'listDataSources'>;
let panels: PanelSummary[];

/** The tests follow the time: each goes on where the one before it left, and each has data sources of its own. */
beforeAll(async () => {
  app = await startWhenPortIsFree();
  restoreRecords(app.host, site.records);
  app.clock.advance(2001); // by which queries lag behind, and what lies there was written long ago
  sources = await app.call('listDataSources', undefined);
  panels = await app.call('listPanels', undefined);
});

afterAll(() => app.close().finally(demoState.forget));

/** Another run of the same test on this machine may have the port, which stands in the records. */
async function startWhenPortIsFree(): Promise<AppOnHost> {
  for (let left = 60; ; left -= 1) {
    const clock = createClock();
    clock.advance(site.writtenAt - clock.now());
    try {
      return await startApp({ clock, port: site.demoPort, stateFile: demoState.file, users: 1500 });
    } catch (error) {
      if (left === 0 || !(error instanceof Error && error.message.includes('is in use'))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

const open = (name: string): Promise<DataSourceView> =>
  app.call('getDataSource', { id: sources.find((each) => each.name === name)?.id ?? '' });

const formOf = ({ id, rev, settings }: DataSourceView): DataSourceForm => ({ id, rev, settings, secrets: {} });

const panelNamed = (name: string): string => panels.find((each) => each.name === name)?.id ?? '';

const load = async (name: string, more: Partial<LoadRequest> = {}): Promise<LoadReply> =>
  valueOf(await app.askMacro('loadPanel', { panelId: panelNamed(name), window: firstRows, ...more }));

const rowsRead = async (name: string): Promise<LoadReply> => valueOf(await rowsOf(app, panelNamed(name)));

/** Requests that reached the demo while the work was done. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = await app.demo.control.stats();
  await work();
  const after = await app.demo.control.stats();
  return after.api + after.odd - before.api - before.odd;
}

const authenticated = { state: 'authenticated' };
const known: [
  string,
  DataSourceSettings['authentication']['type'],
  DataSourceSettings['pagination']['style'],
  object,
][] = [
  ['By a header of its own', 'custom-header', 'none', authenticated],
  ['By key in a header', 'api-key', 'cursor', authenticated],
  ['By key in the query', 'api-key', 'cursor', authenticated],
  ['By password', 'basic', 'page-number', authenticated],
  ['By token', 'bearer', 'offset-limit', authenticated],
  ['Directory', 'oauth2', 'odata-next-link', { ...authenticated, hasRefreshToken: true }],
  ['Directory by Basic', 'oauth2', 'none', { ...authenticated, hasRefreshToken: true }],
  ['Elsewhere', 'bearer', 'odata-next-link', authenticated],
  ['Ended', 'oauth2', 'odata-next-link', { state: 'reconnect-needed' }],
  ['Open', 'none', 'link-header', { state: 'not-needed' }],
  ['Public client', 'oauth2', 'next-url', { ...authenticated, hasRefreshToken: true }],
  ['Read behind', 'oauth2', 'odata-next-link', authenticated],
  ['Read just now', 'oauth2', 'odata-next-link', authenticated],
  ['Service', 'oauth2', 'odata-next-link', authenticated],
  ['Weekend', 'oauth2', 'odata-next-link', authenticated],
];

test('every data source is listed, and no other', () => {
  expect(sources.map(({ name }) => name)).toEqual(known.map(([name]) => name));
});

test.each(known)('%s is opened with its %s, its %s and its badge', async (name, type, style, badge) => {
  const { settings, badge: shown } = await open(name);
  expect([settings.authentication.type, settings.pagination.style]).toEqual([type, style]);
  expect(shown).toMatchObject(badge);
  expect(sources.find((each) => each.name === name)).toMatchObject({ authenticationType: type, badge });
});

test.each<[string, number]>([
  ['By a header of its own, echoed', 1],
  ['By key in a header, echoed', 1],
  ['By key in the query, echoed', 1],
  ['By password, echoed', 2],
  ['By token, echoed', 2],
  ['Everybody', 1500],
  ['Open people', 3],
  ['People by Basic', 999],
  ['People of a city', 1500],
  ['People of the public client', 1500],
  ['People of the service', 1500],
])('the panel "%s" shows the %i rows that were kept, and asks nobody', async (name, totalRows) => {
  const requested = await requestsOf(async () => {
    expect(viewOf(await load(name))).toMatchObject({ totalRows });
  });
  expect(requested).toBe(0);
});

test('kept rows are there beyond the first ones, for values of a reader, and drawn as a chart', async () => {
  const requested = await requestsOf(async () => {
    const last = viewOf(await load('Everybody', { window: { offset: 1490, count: 20 } }));
    expect(last).toMatchObject({ offset: 1490, totalRows: 1500 });
    expect(last.rows).toHaveLength(10);
    const city = viewOf(await load('People of a city', { values: { city: 'Kraków' } }));
    expect(city.rows.length).toBeGreaterThan(0);
    expect(city.rows.every((row) => row[5] === 'Kraków')).toBe(true);
    expect(await load('Departments')).toMatchObject({ view: { visual: 'bar' } });
  });
  expect(requested).toBe(0);
});

test('a read that somebody is at is waited for, and one in the background shows what there is of it', async () => {
  const requested = await requestsOf(async () => {
    expect(await load('People read just now')).toMatchObject({ state: 'pending' });
    expect(await load('People read behind')).toMatchObject({ state: 'view', view: { totalRows: 500 } });
  });
  expect(requested).toBe(0);
});

test('a sign-in that was begun before is finished', async () => {
  const { authorizeUrl, callbackUrl, attemptId } = site.begun;
  const browser = createBrowser(callbackUrl);
  const signIn = await (await browser.open(authorizeUrl)).press('Ada Lindqvist');
  const { url } = await signIn.press('Accept');
  const callback = new URL(app.host.webTriggerUrl('oauth-callback'));
  callback.search = new URL(url).search;
  expect((await fetch(callback)).status).toBe(200);
  expect(await app.call('authenticationStatus', { attemptId })).toMatchObject({ state: 'authenticated' });
});

test('the grant of a data source that nobody had saved becomes its own with Save, without a secret typed', async () => {
  const { settings } = site.records.find(({ key }) => key === `draft:${site.draft.id}`)?.value as DataSourceForm;
  expect(settings.name).toBe(site.draft.name);
  const saved = await app.call('saveDataSource', { settings, secrets: {}, draftId: site.draft.id });
  expect(saved).toMatchObject({ badge: authenticated, storedSecrets: { clientSecret: true } });
  expect(await app.call('testDataSource', formOf(saved))).toMatchObject({ status: 200 });
});

/** Moves the clock on to so much after the records were written, and not back. */
const timeAfterStart = (milliseconds: number): void =>
  app.clock.advance(Math.max(0, site.writtenAt + milliseconds - app.clock.now()));

test('a read whose reader has gone is taken over when its lease has ended', async () => {
  timeAfterStart(leaseMs);
  expect(viewOf(await rowsRead('People read just now'))).toMatchObject({ totalRows: 1500 });
});

test('a read that nobody goes on with in the background is taken up again when its lease has ended', async () => {
  timeAfterStart(backgroundLeaseMs);
  const reply = await load('People read behind', { refetch: true });
  expect(reply).toMatchObject({ state: 'view' });
  const record = app.host.records().find(({ key, entity }) => entity === 'flight' && key === behindFlight());
  expect(record?.value).not.toMatchObject({ record: { holder: heldBehind().holder } });
});

interface HeldFlight {
  holder: string;
  inBackground: boolean;
}
const flightsOf = () =>
  site.records
    .filter(({ entity }) => entity === 'flight')
    .map(({ key, value }) => ({ key, ...(value as { record: HeldFlight }).record }));
const heldBehind = () => flightsOf().find(({ holder, inBackground }) => holder !== '' && inBackground)!;
const behindFlight = () => heldBehind().key;

const reached = known.map(([name]) => name).filter((name) => !['Elsewhere', 'Ended', 'Weekend'].includes(name));

test.each(reached)(
  '%s is tested with the secrets and grants it has, after its access token has ended',
  async (name) => {
    timeAfterStart(6 * minute);
    const report = await app.call('testDataSource', formOf(await open(name)));
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ status: 200, reading: { rowsRead: expect.any(Number) as number } });
  },
);

test.each<[string, string[]]>([
  ['By a header of its own', ['x-secret', 'x-second', 'x-tenant']],
  ['By key in a header', ['x-api-key']],
  ['By password', ['authorization']],
  ['By token', ['authorization']],
])('the kept secrets of %s are sent', async (name, headers) => {
  const { requests } = await app.call('testDataSource', formOf(await open(name)));
  expect(requests[0]?.requestHeaders.map((each) => each.name)).toEqual(expect.arrayContaining(headers));
});

test.each<[string, number]>([
  ['By password, echoed', 2],
  ['Everybody', 1500],
  ['Open people', 3],
  ['People of the public client', 1500],
  ['People of the service', 1500],
])('the panel "%s" reads its %i rows anew, asked by a reader', async (name, totalRows) => {
  timeAfterStart(11 * minute);
  const requested = await requestsOf(async () => {
    expect(viewOf(await load(name, { refresh: true }))).toMatchObject({ totalRows });
  });
  expect(requested).toBeGreaterThan(0);
});

test.each(known.map(([name]) => name))('%s is saved unchanged, and no secret has to be typed', async (name) => {
  const before = await open(name);
  const saved = await app.call('saveDataSource', formOf(before));
  expect(saved).toMatchObject({ rev: before.rev + 1, settings: before.settings, storedSecrets: before.storedSecrets });
  expect(saved.badge.state).toBe(before.badge.state);
});

test.each([
  ['By password', { request: { url: 'https://other.example.com/' } }],
  ['Directory', { authentication: { tokenUrl: 'https://other.example.com/token' } }],
])('the secret of %s has to be typed again where its receiver changes', async (name, changes) => {
  const form = formOf(await open(name));
  const { request, authentication } = { request: {}, authentication: {}, ...changes };
  const settings = {
    ...form.settings,
    request: { ...form.settings.request, ...request },
    authentication: { ...form.settings.authentication, ...authentication },
  };
  const { code, fields } = problemOf(await app.ask('saveDataSource', { ...form, settings }));
  expect([code, fields?.[0]?.path]).toEqual(['invalid-input', expect.stringMatching(/^secrets\./)]);
});

test('panels are saved unchanged', async () => {
  for (const { id } of panels) {
    const { rev, settings } = await app.call('getPanel', { id });
    expect(await app.call('savePanel', { id, rev, settings })).toMatchObject({ rev: rev + 1, settings });
  }
});

test('a grant with 300 names that dead holders left is refreshed, and lets go of them', async () => {
  const weekend = await open('Weekend');
  const grant = () => grantOf(weekend.id);
  expect(grant().tries).toHaveLength(300);
  expect(await app.call('testDataSource', formOf(weekend))).toMatchObject({ status: 200 });
  expect(grant()).toMatchObject({ state: 'ok', tries: [] });
  expect(viewOf(await rowsRead('People of the weekend'))).toMatchObject({ totalRows: 1500 });
});

const grantOf = (dataSourceId: string) => {
  const found = app.host.records().find(({ entity, key }) => entity === 'grant' && key.startsWith(dataSourceId));
  return (found?.value as { record: { state: string; tries: string[] } }).record;
};

test.each(['Weekend', 'Ended'])('%s is authenticated anew, disconnected and deleted', async (name) => {
  const source = await open(name);
  putBack(({ key }) => key.startsWith(source.id) && key.endsWith(':shared'));
  const { callback } = await app.consent(formOf(source));
  expect((await fetch(callback)).status).toBe(200);
  expect((await open(name)).badge.state).toBe('authenticated');
  putBack(({ key }) => key.startsWith(source.id) && key.endsWith(':shared'));
  expect((await app.call('disconnect', { id: source.id })).badge.state).toBe('not-authenticated');
  await app.call('deleteDataSource', { id: source.id });
  expect(stored(app).secrets.filter((key) => key.startsWith(`credentials:${source.id}`))).toEqual([]);
});

/** Records as they were written, whatever has become of them. */
const putBack = (isMeant: (record: (typeof site.records)[number]) => boolean): void =>
  restoreRecords(app.host, site.records.filter(isMeant));

test('the hourly job leaves all that is in use', async () => {
  const left = (await app.call('listDataSources', undefined)).map(({ name }) => name);
  timeAfterStart(26 * 60 * minute);
  await app.host.runScheduled('hourly-upkeep');
  expect((await app.call('listDataSources', undefined)).map(({ name }) => name)).toEqual(left);
  expect(viewOf(await rowsRead('Everybody'))).toMatchObject({ totalRows: 1500 });
  expect(viewOf(await rowsRead('By token, echoed'))).toMatchObject({ totalRows: 2 });
});

test('the hourly job forgets what nobody requests any more, of before and of now', async () => {
  const requests = () => app.host.records().filter(({ entity }) => entity === 'flight' || entity === 'budget');
  const later = async (hours: number) => {
    app.clock.advance(hours * 60 * minute);
    await app.host.runScheduled('hourly-upkeep');
    return requests().length;
  };
  expect(requests().length).toBeGreaterThan(0);
  expect(await later(26)).toBe(0);
  await later(1);
  expect(app.host.records().map(({ key }) => key)).toContain('upkeep:expiry-indexed');
  expect(viewOf(await rowsRead('By token, echoed'))).toMatchObject({ totalRows: 2 });
  expect(await later(26)).toBe(0);
});

test('records of a version after this one are told in a sentence, and the others go on', async () => {
  const { id } = await open('Directory');
  writeAs('data-source', id, { schema: 99 });
  writeAs('panel', panelNamed('Open people'), { schema: 99 });
  const sentence = expect.stringMatching(/^This .+ was saved by a newer version of the app\. .+\.$/) as string;
  const newer = { code: 'record-newer', message: sentence };
  expect(problemOf(await app.ask('getDataSource', { id }))).toMatchObject(newer);
  expect(problemOf(await app.ask('getPanel', { id: panelNamed('Open people') }))).toMatchObject(newer);
  for (const name of ['Everybody', 'Open people'])
    expect(problemOf(await rowsOf(app, panelNamed(name)))).toMatchObject(newer);
  expect((await app.call('listDataSources', undefined)).find((each) => each.id === id)?.badge.reason).toEqual(sentence);
  expect(viewOf(await rowsRead('By token, echoed'))).toMatchObject({ totalRows: 2 });
});

type Damage = [what: string, damaged: (stored: StoredEntity) => object];

interface StoredEntity {
  record: { settings?: object; schema: number; rev: number; by: string; id: string };
  [index: string]: unknown;
}

const damages: Damage[] = [
  ['no record', (stored) => ({ ...stored, record: null })],
  ['a record of another shape', (stored) => ({ ...stored, record: { value: 'text' } })],
  [
    'a record that ends early',
    ({ record: { schema, rev, by, id }, ...index }) => ({ ...index, record: { schema, rev, by, id } }),
  ],
  ['a record with empty settings', ({ record, ...index }) => ({ ...index, record: { ...record, settings: {} } })],
];

describe.each(damages)('where storage holds %s', (_what, damaged) => {
  const damage = (entity: string, key: string) => {
    putBack(({ key: each }) => [id(), panelNamed('Everybody'), `${id()}:shared`].includes(each));
    const { value } = site.records.find((each) => each.entity === entity && each.key === key)!;
    restoreRecords(app.host, [{ space: 'open', entity, key, expires: null, value: damaged(value as StoredEntity) }]);
  };
  const id = () => sources.find(({ name }) => name === 'Directory')!.id;
  const damagedSentence = expect.stringMatching(/^This .+ cannot be read, because .+ is damaged\. .+\.$/) as string;
  const unreadable = { code: 'record-unreadable', message: damagedSentence };

  test('a data source says so where it is used, and loses nothing that belongs to it', async () => {
    damage('data-source', id());
    expect(problemOf(await app.ask('getDataSource', { id: id() }))).toMatchObject(unreadable);
    expect(problemOf(await rowsOf(app, panelNamed('Everybody')))).toMatchObject(unreadable);
    const before = stored(app);
    await app.host.runScheduled('hourly-upkeep');
    expect(kept(stored(app), id())).toEqual(kept(before, id()));
    const line = (await app.call('listDataSources', undefined)).find((each) => each.id === id());
    expect(line).toMatchObject({ name: 'Directory', badge: { reason: damagedSentence } });
  });

  test('a panel says so where it is shown, and the others are listed', async () => {
    damage('panel', panelNamed('Everybody'));
    expect(problemOf(await app.ask('getPanel', { id: panelNamed('Everybody') }))).toMatchObject(unreadable);
    expect(problemOf(await rowsOf(app, panelNamed('Everybody')))).toMatchObject(unreadable);
    expect((await app.call('listPanels', undefined)).map(({ name }) => name)).toContain('Departments');
    const choices = valueOf(await app.askMacro('listPanelChoices', { text: '' }, { accountId: app.editor }));
    expect(choices.map(({ name }) => name)).toContain('Departments');
  });
});

/** What of all that is stored belongs to the data source. */
const kept = ({ open: records, secrets }: ReturnType<typeof stored>, dataSourceId: string): string[] =>
  [...records.map(({ key }) => key), ...secrets].filter((key) => key.includes(dataSourceId));

test.each(damages.slice(0, 3))('where storage holds %s, a grant says so and is left alone', async (_what, damaged) => {
  const { id } = await open('Service');
  const key = `${id}:shared`;
  const { value } = site.records.find((each) => each.entity === 'grant' && each.key === key)!;
  const changed = damaged(value as StoredEntity);
  restoreRecords(app.host, [{ space: 'open', entity: 'grant', key, expires: null, value: changed }]);
  const { badge } = await open('Service');
  expect(badge).toMatchObject({ state: 'reconnect-needed', reason: expect.stringMatching(/is damaged\./) as string });
  const { problem } = await app.call('testDataSource', formOf(await open('Service')));
  expect(problem).toMatchObject({ code: 'record-unreadable' });
  await app.host.runScheduled('hourly-upkeep');
  expect(app.host.records().find((each) => each.entity === 'grant' && each.key === key)?.value).toEqual(changed);
});

test('kept rows and notes of a read that are damaged are passed over, and the rows are read', async () => {
  const panelId = panelNamed('By token, echoed');
  await load('By token, echoed');
  for (const { entity, key, value } of app.host.records()) {
    const { schema, ...rest } = value as { schema: number; record?: { dataSourceId?: string } };
    const isHead = key.startsWith(`snapshot:${panelId}`);
    const damaged = isHead ? { schema } : { ...rest, schema, record: null };
    if (isHead || entity === 'flight')
      restoreRecords(app.host, [{ space: 'open', entity, key, expires: null, value: damaged }]);
  }
  expect(viewOf(await rowsRead('By token, echoed'))).toMatchObject({ totalRows: 2 });
});

/** Rewrites a record with other members than it has. */
function writeAs(entity: string, key: string, changes: object): void {
  const { value } = site.records.find((each) => each.entity === entity && each.key === key)!;
  const { record, ...index } = value as { record: object };
  const changed = { ...index, ...changes, record: { ...record, ...changes } };
  restoreRecords(app.host, [{ space: 'open', entity, key, expires: null, value: changed }]);
}
