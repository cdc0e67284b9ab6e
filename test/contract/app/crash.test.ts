import type { DataSourceView, OAuth2Authentication } from '../../../src/contract';
import type { Fault, Faults } from '../../../local/platform/faults';
import { startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, openSource, panelOn, requestTo, rowsOf, valueOf, viewOf } from './walks';

jest.setTimeout(120_000);

let app: AppOnHost;
let faults: Faults | undefined;

beforeAll(async () => {
  app = await startApp({ users: 10, host: { faults: (call) => faults?.(call) } });
});

afterAll(() => app.close());

/** What was asked of the platform when the fault came, as `kvs secret/set`. */
type Struck = string;

/**
 * Runs the work again and again, with its first platform call gone wrong, its second, and so on, until it has none left;
 * `check` looks at what each run left. Resolves with the calls that were struck.
 */
async function atEveryCall(
  fault: Fault,
  work: (turn: number) => Promise<unknown>,
  check: (struck: Struck | undefined, turn: number) => Promise<void>,
): Promise<Struck[]> {
  const all: Struck[] = [];
  for (let turn = 1; turn < 100; turn += 1) {
    const struck = await struckAt(turn, fault, () => work(turn));
    await check(struck, turn);
    if (struck === undefined) return all;
    all.push(struck);
  }
  throw new Error('The work never came to its end.');
}

async function struckAt(place: number, fault: Fault, work: () => Promise<unknown>): Promise<Struck | undefined> {
  let calls = 0;
  let struck: Struck | undefined;
  faults = ({ kind, path }) => {
    calls += 1;
    if (calls !== place) return undefined;
    struck = `${kind} ${path.replace('/api/v1/', '')}`;
    return fault;
  };
  await work().catch(() => undefined);
  faults = undefined;
  return struck;
}

/** A request small enough to be made often. */
const onePage = () => ({
  request: requestTo(app, '/v1.0/users', [{ name: '$top', value: '1' }]),
  pagination: { style: 'none' as const },
});

/** Longer than a lease on a grant is kept free for its holder. */
const settled = 75_000;

const formOf = ({ id, rev, settings }: DataSourceView) => ({ id, rev, settings, secrets: {} });

/** Secrets under names that begin like this; only a test can look. */
function secretsNamed(prefix: string): { key: string; value: Record<string, unknown> }[] {
  const { db } = app.host.site();
  return db
    .all<{ key: string; json: string }>("SELECT key, json FROM kvs WHERE space = 'secret' AND key LIKE ?", `${prefix}%`)
    .map(({ key, json }) => ({ key, value: JSON.parse(json) as Record<string, unknown> }));
}

async function upkeepLater(): Promise<void> {
  app.clock.advance(3 * 3_600_000);
  await app.host.runScheduled('hourly-upkeep');
}

test.each<Fault>(['dies', 'lost', 'fails'])(
  'a save whose platform call %s leaves the old data source with its secret or the new one, and can be done again',
  async (fault) => {
    const source = await app.call('saveDataSource', { ...app.form(), ...renamed(app.form(), `Save ${fault}`, 0) });
    const look = () => app.call('getDataSource', { id: source.id });
    const work = async (turn: number) => {
      const now = await withoutFaults(look);
      return app.ask('saveDataSource', { ...formOf(now), ...renamed(now, `Save ${fault}`, turn) });
    };
    const struck = await atEveryCall(fault, work, async (_struck, turn) => {
      const now = await look();
      const { clientId } = now.settings.authentication as OAuth2Authentication;
      const record = app.host.records().find(({ entity, key }) => entity === 'data-source' && key === source.id);
      const { credentials } = (record?.value as { record: { credentials: { secretKey: string; clientId: string } } })
        .record;
      expect(credentials.clientId).toBe(clientId);
      const secret = secretsNamed(credentials.secretKey)[0]?.value;
      expect(secret).toMatchObject({ clientId, values: { clientSecret: `secret of ${clientId}` } });
      const again = { ...formOf(now), ...renamed(now, `Save ${fault}`, turn) };
      expect((await app.call('saveDataSource', again)).rev).toBe(now.rev + 1);
    });
    expect(struck).toEqual(expect.arrayContaining(['kvs secret/set', 'kvs transaction', 'kvs secret/delete']));
    await upkeepLater();
    expect(secretsNamed(`credentials:${source.id}:`)).toHaveLength(1);
  },
);

/** The form's settings with a client of that number, and its secret. */
function renamed({ settings }: Pick<DataSourceView, 'settings'>, name: string, turn: number) {
  const clientId = `${name}-${turn}`.replaceAll(' ', '-');
  const authentication = { ...settings.authentication, clientId } as OAuth2Authentication;
  return { settings: { ...settings, name, authentication }, secrets: { clientSecret: `secret of ${clientId}` } };
}

async function withoutFaults<T>(work: () => Promise<T>): Promise<T> {
  const suspended = faults;
  faults = undefined;
  const result = await work();
  faults = suspended;
  return result;
}

test.each<Fault>(['dies', 'lost'])(
  'a callback whose platform call %s leaves the live grant as it was or the new one, and can be tried again',
  async (fault) => {
    const source = await connected(app, { name: `Callback ${fault}`, ...onePage() });
    const work = async () => {
      const { callback } = await withoutFaults(() => app.consent(formOf(source)));
      return fetch(callback);
    };
    const struck = await atEveryCall(fault, work, async () => {
      expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('authenticated');
      expect(await app.call('testDataSource', formOf(source))).toMatchObject({ status: 200 });
    });
    expect(struck).toEqual(expect.arrayContaining(['kvs secret/set', 'kvs transaction']));
    await upkeepLater();
    await app.host.runScheduled('hourly-upkeep');
    expect(secretsNamed(`tok:${source.id}:`)).toHaveLength(1);
    expect(secretsNamed('pending:')).toEqual([]);
  },
);

test.each<[Fault, string[]]>([
  ['dies', ['kvs secret/set']],
  ['lost', []],
  ['fails', []],
])(
  'of refreshes whose platform call %s, no grant is lost but where a dead process had the new tokens',
  async (fault, fatal) => {
    const source = await connected(app, { name: `Refresh ${fault}`, ...onePage() });
    const lost: Struck[] = [];
    const work = () => {
      app.clock.advance(3_600_000);
      return app.call('testDataSource', formOf(source));
    };
    const struck = await atEveryCall(fault, work, async (where) => {
      app.clock.advance(settled);
      const report = await app.call('testDataSource', formOf(source));
      if (report.status === 200) return;
      expect(report.problem?.code).toBe('reconnect-needed');
      lost.push(where ?? 'nothing');
      const { callback } = await app.consent(formOf(source));
      expect((await fetch(callback)).status).toBe(200);
    });
    expect(lost).toEqual(fatal);
    expect(struck).toEqual(expect.arrayContaining(['kvs secret/set', 'kvs transaction']));
  },
);

test.each<Fault>(['dies', 'lost'])(
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
    const struck = await atEveryCall(fault, work, async () => {
      app.clock.advance(settled);
      expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ view: { totalRows } });
      const last = { panelId: panel.id, window: { offset: totalRows - 5, count: 20 } };
      const view = viewOf(valueOf(await app.askMacro('loadPanel', last)));
      expect(view).toMatchObject({ totalRows, offset: totalRows - 5 });
      expect(view.rows).toHaveLength(5);
    });
    expect(struck).toEqual(expect.arrayContaining(['kvs set', expect.stringMatching(/^egress /)]));
    await upkeepLater();
    const open = app.host.records();
    const writes = new Set(
      open.filter(({ key }) => key.startsWith('snapshot:')).map(({ value }) => (value as { writeId: string }).writeId),
    );
    const chunks = open
      .filter(({ key }) => key.startsWith('snapshot-chunk:'))
      .map(({ key }) => key.split(':')[1] ?? '');
    expect(chunks.filter((writeId) => !writes.has(writeId))).toEqual([]);
    expect(chunks.length).toBeGreaterThan(0);
  },
);

const wideColumns = ['displayName', 'mail', 'jobTitle'].map((name) => ({
  label: name,
  selector: `$.${name}`,
  type: 'text' as const,
}));
