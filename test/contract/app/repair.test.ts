import type { DataSourceView, PanelView } from '../../../src/shared/contract';
import { approve, startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, panelOn, rowsOf, valueOf, viewOf } from './walks';

jest.setTimeout(60_000);

let app: AppOnHost;
let source: DataSourceView;
let panel: PanelView;

beforeAll(async () => {
  app = await startApp({ users: 10 });
});

afterAll(() => app.close());

/** As many as there were when the record was so large that nothing could be written any more. */
const tries = 2900;

beforeEach(async () => {
  source = await connected(app, { name: `Outage ${Math.random()}` });
  panel = await panelOn(app, source.id);
  app.clock.advance(2 * 3_600_000);
  outgrow();
});

const grantKey = () => `${source.id}:shared`;
const found = () => app.host.records().find(({ entity, key }) => entity === 'grant' && key === grantKey());

/** Leaves the grant as an earlier version of the app left it after a token endpoint had been out of reach for days. */
function outgrow(): void {
  const { record, ...index } = found()?.value as { record: Record<string, unknown>; schema: number };
  const name = (number: number) => `tok:${grantKey()}:${number}:${'0'.repeat(24)}`;
  const names = Array.from({ length: tries }, (_, number) => name(number));
  const until = app.clock.now() - 75_000;
  const old = {
    ...index,
    schema: 1,
    record: { ...record, schema: 1, tries: names, next: name(tries), holder: 'dead', until },
  };
  expect(JSON.stringify(old).length).toBeGreaterThan(200_000);
  app.host.site().kvs.store.write({ space: 'open', entity: 'grant' }, grantKey(), JSON.stringify(old), null);
}

const size = () => JSON.stringify(found()?.value ?? '').length;
const form = () => ({ id: source.id, rev: source.rev, settings: source.settings, secrets: {} });

test('a reader gets rows by one refresh, and the reads of it are few', async () => {
  const { units } = app.host.site().kvs.meter;
  const before = { ...units, refreshes: (await app.demo.control.stats()).refreshes };
  expect(viewOf(valueOf(await rowsOf(app, panel.id)))).toMatchObject({ totalRows: 10 });
  expect((await app.demo.control.stats()).refreshes).toBe(before.refreshes + 1);
  expect(units.read - before.read).toBeLessThan(150);
  expect(size()).toBeLessThan(20_000);
});

test('Authenticate makes it good', async () => {
  const { callback } = await app.consent(form());
  expect((await fetch(callback)).status).toBe(200);
  expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('authenticated');
  expect(size()).toBeLessThan(20_000);
});

test('Disconnect makes it small', async () => {
  expect((await app.call('disconnect', { id: source.id })).badge.state).toBe('not-authenticated');
  expect(size()).toBeLessThan(20_000);
  expect(app.host.secretKeys().filter((key) => key.startsWith(`tok:${source.id}`))).toEqual([]);
});

test('Delete deletes it', async () => {
  expect(await app.call('deleteDataSource', { id: source.id })).toEqual({ deletedPanels: ['People'] });
  app.clock.advance(3 * 3_600_000);
  await app.host.runScheduled('hourly-upkeep');
  await app.host.runScheduled('hourly-upkeep');
  expect(found()).toBeUndefined();
});

const minute = 60_000;

test.each<[string, () => unknown, () => unknown]>([
  [
    'responds with failures',
    () => app.demo.control.setFaults([{ on: 'token', what: { kind: 'status', status: 503 } }]),
    () => app.demo.control.setFaults([]),
  ],
  [
    'is on a host that nobody approves any more',
    () => approve(app.host, ['https://api.example.com']),
    () => approve(app.host, [app.demo.origin]),
  ],
])(
  'while the token endpoint %s, a reader a minute costs hardly a write, and rows come again afterwards',
  async (_what, begin, end) => {
    await rowsOf(app, panel.id);
    app.clock.advance(2 * 60 * minute);
    await begin();
    const { units } = app.host.site().kvs.meter;
    const load = () => app.askMacro('loadPanel', { panelId: panel.id, window: firstRows });
    const hour = async () => {
      const before = units.written;
      for (let count = 0; count < 60; count += 1) {
        await load();
        app.clock.advance(minute);
      }
      return units.written - before;
    };
    await hour();
    expect(await hour()).toBeLessThan(100);
    expect(size()).toBeLessThan(5000);
    await end();
    app.clock.advance(15 * minute);
    const rows = valueOf(await load());
    expect(rows).toMatchObject({ state: 'view', view: { totalRows: 10 } });
    expect(rows).not.toHaveProperty('age.staleReason', expect.anything());
  },
);
