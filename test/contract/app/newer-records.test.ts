import type { DataSourceView, PanelView } from '../../../src/shared/contract';
import { startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, panelOn, peopleSettings, problemOf, rowsOf, stored, valueOf } from './walks';

let app: AppOnHost;
let source: DataSourceView;
let panel: PanelView;

beforeAll(async () => {
  app = await startApp({ users: 10 });
});

afterAll(() => app.close());

beforeEach(async () => {
  source = await connected(app, { name: `Kept ${Math.random()}` });
  panel = await panelOn(app, source.id);
  valueOf(await rowsOf(app, panel.id));
});

/** Rewrites a record as a version of the app after this one would: a higher schema, and members nobody knows yet. */
function saveAsNewer(entity: string, key: string): void {
  const found = app.host.records().find((each) => each.entity === entity && each.key === key);
  const { record, ...index } = found?.value as { record: object; schema: number };
  const newer = { ...index, schema: 99, record: { ...record, schema: 99, later: 'unknown' } };
  app.host.site().kvs.store.write({ space: 'open', entity }, key, JSON.stringify(newer), null);
}

const sentence = /saved by a newer version of the app\. .*admin can update the app/;

async function expectRefused(requested: Promise<Parameters<typeof problemOf>[0]>): Promise<void> {
  expect(problemOf(await requested)).toMatchObject({
    code: 'record-newer',
    message: expect.stringMatching(sentence) as string,
  });
}

const storedForm = () => ({ id: source.id, rev: source.rev, settings: source.settings, secrets: {} });

const onDataSource: [string, () => Promise<Parameters<typeof problemOf>[0]>][] = [
  ['getDataSource', () => app.ask('getDataSource', { id: source.id })],
  ['saveDataSource', () => app.ask('saveDataSource', storedForm())],
  ['deleteDataSource', () => app.ask('deleteDataSource', { id: source.id })],
  ['authenticate', () => app.ask('authenticate', storedForm())],
  ['disconnect', () => app.ask('disconnect', { id: source.id })],
  ['testDataSource', () => app.ask('testDataSource', storedForm())],
  ['proposePanel', () => app.ask('proposePanel', { dataSourceId: source.id })],
  ['previewPanel', () => app.ask('previewPanel', { settings: panel.settings })],
  ['savePanel', () => app.ask('savePanel', { settings: peopleSettings(source.id) })],
  ['loadPanel', () => app.askMacro('loadPanel', { panelId: panel.id, window: firstRows })],
  ['previewChoice', () => app.askMacro('previewChoice', { panelId: panel.id }, { accountId: app.editor })],
];

test.each(onDataSource)('%s refuses a data source of a newer version and leaves it alone', async (_key, ask) => {
  saveAsNewer('data-source', source.id);
  const before = stored(app);
  await expectRefused(ask());
  expect(stored(app)).toEqual(before);
});

const onPanel: typeof onDataSource = [
  ['getPanel', () => app.ask('getPanel', { id: panel.id })],
  ['savePanel', () => app.ask('savePanel', { id: panel.id, rev: panel.rev, settings: panel.settings })],
  ['deletePanel', () => app.ask('deletePanel', { id: panel.id })],
  ['loadPanel', () => app.askMacro('loadPanel', { panelId: panel.id, window: firstRows })],
  ['previewChoice', () => app.askMacro('previewChoice', { panelId: panel.id }, { accountId: app.editor })],
];

test.each(onPanel)('%s refuses a panel of a newer version and leaves it alone', async (_key, ask) => {
  saveAsNewer('panel', panel.id);
  const before = stored(app);
  await expectRefused(ask());
  expect(stored(app)).toEqual(before);
});

const onGrant: typeof onDataSource = [
  ['saveDataSource without authentication', () => app.ask('saveDataSource', withoutAuthentication())],
  ['deleteDataSource', () => app.ask('deleteDataSource', { id: source.id })],
  ['disconnect', () => app.ask('disconnect', { id: source.id })],
  ['authenticate', () => app.ask('authenticate', storedForm())],
  ['proposePanel', () => app.ask('proposePanel', { dataSourceId: source.id })],
  ['previewPanel', () => app.ask('previewPanel', { settings: panel.settings })],
  ['loadPanel', () => app.askMacro('loadPanel', { panelId: panel.id, window: firstRows })],
];

const withoutAuthentication = () => ({
  ...storedForm(),
  settings: { ...source.settings, authentication: { type: 'none' as const } },
});

test.each(onGrant)('%s refuses a grant of a newer version and leaves it alone', async (_key, ask) => {
  app.clock.advance(2 * 3_600_000);
  saveAsNewer('grant', `${source.id}:shared`);
  const before = stored(app);
  await expectRefused(ask());
  expect(stored(app)).toEqual(before);
});

test('the test of a data source with a newer grant says so in its report, and its badge too', async () => {
  saveAsNewer('grant', `${source.id}:shared`);
  expect(await app.call('testDataSource', storedForm())).toMatchObject({ problem: { code: 'record-newer' } });
  const { badge } = await app.call('getDataSource', { id: source.id });
  expect(badge).toMatchObject({ state: 'reconnect-needed', reason: expect.stringMatching(sentence) as string });
});

test('a sign-in ends with a grant of a newer version left as it was', async () => {
  const { reply, callback } = await app.consent(storedForm());
  saveAsNewer('grant', `${source.id}:shared`);
  const tokens = () => app.host.secretKeys().filter((key) => key.startsWith('tok:'));
  const before = tokens();
  expect((await fetch(callback)).status).toBe(400);
  expect((await app.call('authenticationStatus', { attemptId: reply.attemptId })).problem?.code).toBe('record-newer');
  expect(tokens()).toEqual(before);
});

test('upkeep leaves records of a newer version alone, with all that belongs to them', async () => {
  saveAsNewer('data-source', source.id);
  saveAsNewer('panel', panel.id);
  saveAsNewer('grant', `${source.id}:shared`);
  const own = () => {
    const { open, secrets } = stored(app);
    return [...open.filter(({ key }) => key.includes(source.id)), ...secrets.filter((key) => key.includes(source.id))];
  };
  const before = own();
  app.clock.advance(30 * 3_600_000);
  await app.host.runScheduled('hourly-upkeep');
  expect(own()).toEqual(before);
});

test('the lists show a newer data source by its name, and no newer panel', async () => {
  saveAsNewer('data-source', source.id);
  saveAsNewer('panel', panel.id);
  const line = (await app.call('listDataSources', undefined)).find(({ id }) => id === source.id);
  expect(line).toMatchObject({
    name: source.settings.name,
    badge: { reason: expect.stringMatching(sentence) as string },
  });
  expect((await app.call('listPanels', undefined)).map(({ id }) => id)).not.toContain(panel.id);
  const choices = valueOf(await app.askMacro('listPanelChoices', { text: '' }, { accountId: app.editor }));
  expect(choices.map(({ id }) => id)).not.toContain(panel.id);
});

test('rows that a newer version kept are read anew, not guessed at', async () => {
  const head = app.host.records().find(({ key }) => key.startsWith(`snapshot:${panel.id}`))!;
  const store = app.host.site().kvs.store;
  store.write({ space: 'open', entity: '' }, head.key, JSON.stringify({ ...(head.value as object), schema: 99 }), null);
  const before = (await app.demo.control.stats()).api;
  expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ view: { totalRows: 10 } });
  expect((await app.demo.control.stats()).api).toBe(before + 1);
});
