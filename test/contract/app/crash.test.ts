import type { DataSourceView, OAuth2Authentication } from '../../../src/shared/contract';
import { faultNames, type Fault } from '../../../local/platform/faults';
import type { AppOnHost } from './app-on-host';
import {
  atEveryCall,
  expectPlain,
  secretsInTheOpen,
  secretsNamed,
  settledMs,
  startFaultyApp,
  strayChunks,
  upkeepLater,
  type FaultyApp,
  type Struck,
} from './fault-runs';
import { connected, firstRows, openSource, panelOn, requestTo, rowsOf, valueOf, viewOf } from './walks';

let faulty: FaultyApp;
let app: AppOnHost;

beforeAll(async () => {
  faulty = await startFaultyApp({ users: 10 });
  app = faulty.app;
});

afterEach(() => expect(secretsInTheOpen(app)).toEqual([]));
afterAll(() => app.close());

/** A slow call decides nothing that a fast one does not, so one of a kind is enough: see the last test. */
const faults = faultNames.filter((fault) => fault !== 'slow');

/** A request small enough to be made often. */
const onePage = () => ({
  request: requestTo(app, '/v1.0/users', [{ name: '$top', value: '1' }]),
  pagination: { style: 'none' as const },
});

const formOf = ({ id, rev, settings }: DataSourceView) => ({ id, rev, settings, secrets: {} });

test.each<Fault>(faults)(
  'a save whose platform call %s leaves the old data source with its secret or the new one, and can be done again',
  async (fault) => {
    const source = await app.call('saveDataSource', { ...app.form(), ...renamed(app.form(), `Save ${fault}`, 0) });
    const look = () => app.call('getDataSource', { id: source.id });
    const work = async (turn: number) => {
      const now = await faulty.without(look);
      return app.ask('saveDataSource', { ...formOf(now), ...renamed(now, `Save ${fault}`, turn) });
    };
    const struck = await atEveryCall(faulty, fault, work, async (_struck, turn, reply) => {
      expectPlain(reply);
      const now = await look();
      const { clientId } = now.settings.authentication as OAuth2Authentication;
      if (reply?.ok) expect(clientId).toBe(clientOf(`Save ${fault}`, turn));
      const record = app.host.records().find(({ entity, key }) => entity === 'data-source' && key === source.id);
      const { credentials } = (record?.value as { record: { credentials: { secretKey: string; clientId: string } } })
        .record;
      expect(credentials.clientId).toBe(clientId);
      const secret = secretsNamed(app.host, credentials.secretKey)[0]?.value;
      expect(secret).toMatchObject({ clientId, values: { clientSecret: `secret of ${clientId}` } });
      const again = { ...formOf(now), ...renamed(now, `Save ${fault}`, turn) };
      expect((await app.call('saveDataSource', again)).rev).toBe(now.rev + 1);
    });
    expect(struck).toEqual(expect.arrayContaining(['kvs secret/set', 'kvs transaction', 'kvs secret/delete']));
    await upkeepLater(app);
    expect(secretsNamed(app.host, `credentials:${source.id}:`)).toHaveLength(1);
  },
);

const clientOf = (name: string, turn: number) => `${name}-${turn}`.replaceAll(' ', '-');

/** The form's settings with a client of that number, and its secret. */
function renamed({ settings }: Pick<DataSourceView, 'settings'>, name: string, turn: number) {
  const clientId = clientOf(name, turn);
  const authentication = { ...settings.authentication, clientId } as OAuth2Authentication;
  return { settings: { ...settings, name, authentication }, secrets: { clientSecret: `secret of ${clientId}` } };
}

test.each<Fault>(faults)(
  'a callback whose platform call %s leaves the live grant as it was or the new one, and can be tried again',
  async (fault) => {
    const source = await connected(app, { name: `Callback ${fault}`, ...onePage() });
    const work = async () => {
      const { callback } = await faulty.without(() => app.consent(formOf(source)));
      return fetch(callback);
    };
    const struck = await atEveryCall(faulty, fault, work, async () => {
      expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('authenticated');
      expect(await app.call('testDataSource', formOf(source))).toMatchObject({ status: 200 });
    });
    expect(struck).toEqual(expect.arrayContaining(['kvs secret/set', 'kvs transaction', 'egress token']));
    await upkeepLater(app);
    await app.host.runScheduled('hourly-upkeep');
    expect(secretsNamed(app.host, `tok:${source.id}:`)).toHaveLength(1);
    expect(secretsNamed(app.host, 'pending:')).toEqual([]);
  },
);

/** Where the protocol knows no cure: the server has rotated, and its response came to nobody who could store it. */
const fatal: Partial<Record<Fault, Struck[]>> = {
  lost: ['egress token'],
  dies: ['kvs secret/set'],
  'dies-after': ['egress token'],
};

test.each<Fault>(faults)(
  'of refreshes whose platform call %s, no grant is lost but where the new tokens came to nobody',
  async (fault) => {
    const source = await connected(app, { name: `Refresh ${fault}`, ...onePage() });
    const lost: Struck[] = [];
    const work = () => {
      app.clock.advance(3_600_000);
      return app.ask('testDataSource', formOf(source));
    };
    const struck = await atEveryCall(faulty, fault, work, async (where, _turn, reply) => {
      expectPlain(reply);
      app.clock.advance(settledMs);
      const report = await app.call('testDataSource', formOf(source));
      if (report.status === 200) return;
      expect(report.problem?.code).toBe('reconnect-needed');
      lost.push(where ?? 'nothing');
      const { callback } = await app.consent(formOf(source));
      expect((await fetch(callback)).status).toBe(200);
    });
    expect(lost).toEqual(fatal[fault] ?? []);
    expect(struck).toEqual(expect.arrayContaining(['kvs secret/set', 'kvs transaction', 'egress token']));
  },
);

test.each<Fault>(faults)(
  'a load whose platform call %s leaves the old rows or the new ones, all of them',
  async (fault) => {
    const source = await openSource(app, `Load ${fault}`, '/odd/huge?megabytes=1');
    const panel = await panelOn(app, source.id, { name: `Load ${fault}`, columns: wideColumns });
    const { totalRows } = viewOf(valueOf(await rowsOf(app, panel.id)));
    expect(totalRows).toBeGreaterThan(1000);
    const work = () => {
      app.clock.advance(6 * 60_000);
      return app.askMacro('loadPanel', { panelId: panel.id, window: firstRows, refresh: true });
    };
    const struck = await atEveryCall(faulty, fault, work, async (_struck, _turn, reply) => {
      expectPlain(reply);
      if (reply?.ok && reply.value.state === 'view') expect(reply.value.view).toMatchObject({ totalRows });
      app.clock.advance(settledMs);
      expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ view: { totalRows } });
      const last = { panelId: panel.id, window: { offset: totalRows - 5, count: 20 } };
      const view = viewOf(valueOf(await app.askMacro('loadPanel', last)));
      expect(view).toMatchObject({ totalRows, offset: totalRows - 5 });
      expect(view).toHaveProperty('rows.length', 5);
    });
    expect(struck).toEqual(expect.arrayContaining(['kvs set', 'egress huge']));
    await upkeepLater(app);
    expect(strayChunks(app)).toEqual([]);
  },
);

const wideColumns = ['displayName', 'mail', 'jobTitle'].map((name) => ({
  label: name,
  selector: `$.${name}`,
  type: 'text' as const,
}));

test('a slow storage makes everything slow and nothing wrong', async () => {
  faulty.set(({ kind }) => (kind === 'kvs' ? 'slow' : undefined));
  const source = await connected(app, { name: 'Slow', ...onePage() });
  const panel = await panelOn(app, source.id);
  app.clock.advance(3_600_000);
  expect(viewOf(valueOf(await rowsOf(app, panel.id)))).toMatchObject({ totalRows: 1 });
  faulty.set(undefined);
  expect(viewOf(valueOf(await rowsOf(app, panel.id)))).toMatchObject({ totalRows: 1 });
});
