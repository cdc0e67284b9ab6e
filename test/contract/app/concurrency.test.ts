import type { OAuth2Authentication } from '../../../src/shared/contract';
import { startApp, type AppOnHost } from './app-on-host';
import {
  connected,
  firstRows,
  formWith,
  openSource,
  panelOn,
  peopleSettings,
  problemOf,
  rowsOf,
  valueOf,
} from './walks';

const many = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 40, host: { workers: 4 } });
});

afterAll(() => app.close());

/** Their previews share no read with the readers, so they contend for the token alone. */
const admins = 30;

test('a hundred readers at the moment of expiry lead to one refresh, the grant lives, and all get rows', async () => {
  const source = await connected(app, { name: 'Expiring' });
  const panels = await many(10, (index) => panelOn(app, source.id, { name: `People ${index}` }));
  app.clock.advance(3_600_000);
  const before = await app.demo.control.stats();
  const previews = many(admins, (index) => app.ask('previewPanel', { settings: panels[index % 10]!.settings }));
  const requested = await many(100, (index) =>
    app.askMacro('loadPanel', { panelId: panels[index % panels.length]!.id, window: firstRows }),
  );
  const previewed = (await previews).map((reply) => (reply.ok ? 'rows' : reply.problem.code));
  expect(previewed.filter((outcome) => outcome !== 'rows' && outcome !== 'busy')).toEqual([]);
  const states = requested.map((reply) => (reply.ok ? reply.value.state : JSON.stringify(reply.problem)));
  expect(new Set(states.filter((state) => state !== 'view' && state !== 'pending'))).toEqual(new Set());
  const replies = await many(100, (index) => rowsOf(app, panels[index % panels.length]!.id));
  for (const reply of replies) expect(valueOf(reply)).toMatchObject({ state: 'view', view: { totalRows: 40 } });
  const after = await app.demo.control.stats();
  expect(after.refreshes - before.refreshes).toBe(1);
  expect(after.tokenRefusals).toBe(before.tokenRefusals);
  expect(after.grantsRevoked).toBe(before.grantsRevoked);
  expect(after.apiRefusals).toBe(before.apiRefusals);
  expect(after.api - before.api).toBeLessThanOrEqual(panels.length + admins);
  app.clock.advance(3_600_000);
  expect(valueOf(await rowsOf(app, panels[0]!.id))).toMatchObject({ state: 'view', age: {} });
  expect((await app.demo.control.stats()).refreshes - before.refreshes).toBe(2);
  expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('authenticated');
});

test('many callbacks with the same state at the same moment lead to one exchange', async () => {
  const form = formWith(app, { name: 'Called back' });
  const { reply, callback } = await app.consent(form);
  const before = await app.demo.control.stats();
  const pages = await many(8, () => fetch(callback));
  expect(pages.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400, 400, 400]);
  const after = await app.demo.control.stats();
  expect(after.codeExchanges - before.codeExchanges).toBe(1);
  expect(after.tokenRefusals).toBe(before.tokenRefusals);
  const saved = await app.call('saveDataSource', { ...form, draftId: reply.draftId });
  const test = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
  expect(await app.call('testDataSource', test)).toMatchObject({ status: 200 });
});

test('admins who save at once do not mix one’s secret with the other’s URL', async () => {
  const saved = await connected(app, { name: 'Contested' });
  for (let turn = 0; turn < 3; turn += 1) {
    const { rev, settings } = await app.call('getDataSource', { id: saved.id });
    const save = (index: number) => {
      const clientId = `client-${turn}-${index}`;
      const authentication = { ...settings.authentication, clientId } as OAuth2Authentication;
      const secrets = { clientSecret: `the secret of ${clientId}` };
      return app.ask('saveDataSource', { id: saved.id, rev, settings: { ...settings, authentication }, secrets });
    };
    const replies = await many(4, save);
    const codes = replies.map((reply) => (reply.ok ? 'saved' : reply.problem.code));
    expect(codes.sort()).toEqual(['conflict', 'conflict', 'conflict', 'saved']);
    const now = await app.call('getDataSource', { id: saved.id });
    const { clientId } = now.settings.authentication as OAuth2Authentication;
    expect(secretsOf(saved.id)).toMatchObject([{ clientId, values: { clientSecret: `the secret of ${clientId}` } }]);
  }
});

/** The stored secrets of a data source; only a test can look. */
function secretsOf(id: string): unknown[] {
  const { db } = app.host.site();
  return db
    .all<{ json: string }>("SELECT json FROM kvs WHERE space = 'secret' AND key LIKE ?", `credentials:${id}:%`)
    .map(({ json }) => JSON.parse(json) as unknown);
}

test('admins who save a panel at once get one winner', async () => {
  const source = await openSource(app, 'Shared', '/odd/last-page');
  const panel = await panelOn(app, source.id);
  const save = (index: number) =>
    app.ask('savePanel', { id: panel.id, rev: panel.rev, settings: { ...panel.settings, name: `Name ${index}` } });
  const replies = await many(4, save);
  const [winner, ...others] = replies.filter(({ ok }) => ok);
  expect(others).toEqual([]);
  const { settings } = valueOf(winner!);
  expect((await app.call('getPanel', { id: panel.id })).settings).toEqual(settings);
  expect((await app.call('getDataSource', { id: source.id })).panels).toEqual([{ id: panel.id, name: settings.name }]);
});

/** Queries are behind all of it: each call follows the one before at once. */
test('whatever an admin did a moment ago stands in every list, and a deletion finds the panel made just before', async () => {
  const [kept, gone] = [
    await openSource(app, 'Kept', '/odd/last-page'),
    await openSource(app, 'Gone', '/odd/last-page'),
  ];
  const twice = await app.ask('saveDataSource', { settings: { ...gone.settings, name: 'kept ' }, secrets: {} });
  expect(problemOf(twice)).toMatchObject({ fields: [{ path: 'name' }] });
  const panel = await panelOn(app, kept.id, { name: 'Before' });
  await app.call('savePanel', { id: panel.id, rev: panel.rev, settings: { ...panel.settings, name: 'After' } });
  const deleted = await panelOn(app, kept.id, { name: 'Deleted' });
  await app.call('deletePanel', { id: deleted.id });
  await panelOn(app, gone.id, { name: 'Made a second before' });
  expect(await app.call('deleteDataSource', { id: gone.id })).toEqual({ deletedPanels: ['Made a second before'] });

  const sources = await app.call('listDataSources', undefined);
  expect(sources.filter(({ name }) => name === 'Kept' || name === 'Gone')).toMatchObject([
    { name: 'Kept', panelCount: 1 },
  ]);
  const panels = (await app.call('listPanels', undefined)).filter(({ dataSourceId }) => dataSourceId === kept.id);
  expect(panels).toMatchObject([{ name: 'After', dataSourceName: 'Kept' }]);
  expect((await app.call('getDataSource', { id: kept.id })).panels).toEqual([{ id: panel.id, name: 'After' }]);
  const choices = valueOf(await app.askMacro('listPanelChoices', { text: 'Kept' }, { accountId: app.editor }));
  expect(choices).toMatchObject([{ name: 'After' }]);
});

test('panels saved at the moment of their data source’s deletion are not left behind', async () => {
  const source = await openSource(app, 'Deleted meanwhile', '/odd/last-page');
  const saves = many(8, (index) => app.ask('savePanel', { settings: peopleSettings(source.id, { name: `${index}` }) }));
  await app.call('deleteDataSource', { id: source.id });
  await saves;
  const left = app.host
    .records()
    .filter(({ entity, value }) => entity === 'panel' && JSON.stringify(value).includes(source.id));
  expect(left).toEqual([]);
});

test('a deletion at the moment of many loads leaves nothing of the data source', async () => {
  const source = await connected(app, { name: 'To delete' });
  const panel = await panelOn(app, source.id);
  const loads = many(12, () => app.askMacro('loadPanel', { panelId: panel.id, window: firstRows }));
  await app.call('deleteDataSource', { id: source.id });
  const codes = (await loads).map((reply) => (reply.ok ? reply.value.state : reply.problem.code));
  const fit = ['view', 'pending', 'not-found', 'not-authenticated', 'reconnect-needed', 'busy', 'remote-unauthorized'];
  expect(codes.filter((code) => !fit.includes(code))).toEqual([]);
  app.clock.advance(26 * 3_600_000);
  await app.host.runScheduled('hourly-upkeep');
  await app.host.runScheduled('hourly-upkeep');
  const traces = [...app.host.records().map(({ key }) => key), ...app.host.secretKeys()];
  expect(traces.filter((key) => key.includes(source.id) || key.includes(panel.id))).toEqual([]);
});
