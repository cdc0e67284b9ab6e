import { runSlowFetch } from '../../../../src/panel/load/flight/run-slow-fetch';
import { ownFailuresToday } from '../../../../src/own-accounts/own-failures';
import { ownReasons } from '../../../../src/own-accounts/own-reasons';
import type { SlowFetch } from '../../../../src/ports';
import type { Problem } from '../../../../src/shared/problem';
import type { PanelSettings } from '../../../../src/shared/contract';
import { addPanel, minute, tableOf } from '../../../support/flights';
import { json, type Respond, status } from '../../../support/memory-upstream';
import { users, usersUrl } from '../../../support/panels';
import { connect, leaveGrant, loadAs, readersWorld, type ReadersWorld, seenBy } from '../../../support/reader-accounts';

const keysOf = ({ services }: ReadersWorld, prefix = '') =>
  [...services.memory.open.keys()].filter((key) => key.startsWith(prefix));
const written = ({ services }: ReadersWorld) =>
  services.memory.log
    .filter(({ name }) => ['set', 'create', 'transact', 'secret-set'].includes(name))
    .map(({ key }) => key);
const failing = (world: ReadersWorld, accountId: string) =>
  seenBy(world, accountId, { refetch: true }).then(
    () => Promise.reject(new Error('a problem was expected')),
    (error: unknown) => error as Problem,
  );

/** A world of `each reader`, in which these have connected accounts. */
async function world(
  sees: Parameters<typeof readersWorld>[1],
  options: Parameters<typeof readersWorld>[2] = {},
): Promise<ReadersWorld> {
  const at = await readersWorld('each-reader', { shared: ['all'], ...sees }, options);
  for (const account of Object.keys(sees)) await connect(at, account);
  return at;
}

it('a load notes on which day the account was used last, by one write a day', async () => {
  const at = await world({ ada: ['ada 1'] });
  const id = `${at.dataSource.id}:ada`;
  const readers = at.services.memory.records('reader');
  readers.set(id, { rev: 1, by: 'x', id, usedOn: '2029-12-31' });
  await seenBy(at, 'ada');
  expect(readers.get(id)).toMatchObject({ usedOn: '2030-01-01', rev: 2 });
  at.services.advance(6 * minute);
  await seenBy(at, 'ada', { refetch: true });
  expect(readers.get(id)).toMatchObject({ rev: 2 });
});

describe('rows that a reader’s own account brought', () => {
  it('are kept under that account by one write, and shown to them from there', async () => {
    const at = await world({ ada: ['ada 1'], bob: ['bob 1'] });
    await seenBy(at, 'bob'); // takes portions of the minute's budgets, for ada as well
    at.services.memory.log.length = 0;
    await seenBy(at, 'ada');
    const prefix = `own-rows:ada:${at.dataSource.id}:${at.panel.id}:`;
    expect(written(at)).toEqual([expect.stringMatching(new RegExp(`^${prefix}[0-9a-f]{64}$`))]);
    expect(at.services.memory.records('flight').size).toBe(0);
    expect(keysOf(at, 'snapshot')).toEqual([]);
    at.services.memory.log.length = 0;
    expect(await seenBy(at, 'ada')).toBe('ada 1');
    expect(written(at)).toEqual([]);
    expect(at.asked()).toEqual(['bob', 'ada']);
    expect(keysOf(at, 'own-rows:ada:')).toHaveLength(1);
    expect(keysOf(at, 'own-rows:bob:')).toHaveLength(1);
  });

  it('are found by their prefix where they need chunks as well, and read from those', async () => {
    const many = users(6000).map(({ displayName }) => displayName);
    const at = await world({ ada: many });
    await seenBy(at, 'ada');
    const window = { offset: 5000, count: 3, sorts: [{ column: 'c0', direction: 'descending' as const }] };
    const view = tableOf(await loadAs(at, 'ada', { window }));
    expect(view.view.rows.map(([name]) => name)).toEqual(['User 000999', 'User 000998', 'User 000997']);
    expect(keysOf(at, 'snapshot')).toEqual([]);
    expect(keysOf(at, `own-rows:ada:${at.dataSource.id}:${at.panel.id}:`).length).toBeGreaterThan(1);
    expect(at.asked()).toEqual(['ada']);
  });

  it('of an account that was connected anew are none of the one before', async () => {
    const at = await world({ ada: ['before'] });
    await seenBy(at, 'ada');
    at.sees.ada = ['after'];
    await connect(at, 'ada');
    expect(await seenBy(at, 'ada')).toBe('after');
  });

  it('stand in while the API fails, for as long as an admin allows beyond their freshness', async () => {
    const at = await world({ ada: ['ada 1'] });
    const records = at.services.memory.records('data-source');
    Object.assign(at.dataSource.settings.authentication, { ownRowsSeconds: 120 });
    records.set(at.dataSource.id, at.dataSource);
    await seenBy(at, 'ada');
    at.sees.ada = status(500);
    at.services.advance(6 * minute);
    expect(tableOf(await loadAs(at, 'ada', { refetch: true })).age.staleReason).toContain('status 500');
    at.services.advance(2 * minute);
    expect(await failing(at, 'ada')).toMatchObject({ code: 'remote-failed' });
  });

  it('are not kept at all where an admin allows no time, and come anew with each load', async () => {
    const freshness = { freshSeconds: 0, staleSeconds: 0, keepSeconds: 0 };
    const at = await world({ ada: ['ada 1'] }, { authentication: { ownRowsSeconds: 0 }, panel: { freshness } });
    expect([await seenBy(at, 'ada'), await seenBy(at, 'ada')]).toEqual(['ada 1', 'ada 1']);
    expect(keysOf(at, 'own-rows:')).toEqual([]);
    expect(at.asked()).toEqual(['ada', 'ada']);
  });

  it('are of five values at most that a reader gives', async () => {
    const variables: PanelSettings['variables'] = [
      { key: 'q', label: 'q', required: false, defaultValue: '', type: 'text' },
    ];
    const filters = [{ selector: "$.value[?@.displayName != '{$.q}']", ignoreOnFail: true }];
    const at = await world({ ada: ['ada 1'] }, { panel: { variables, filters } });
    await seenBy(at, 'ada');
    for (let each = 0; each < 9; each += 1) expect(await seenBy(at, 'ada', { values: { q: `${each}` } })).toBe('ada 1');
    expect(keysOf(at, 'own-rows:ada:')).toHaveLength(5);
  });
});

describe('an account that the API or the service refuses', () => {
  it('brings the card after a 401, and nothing that it brought is left', async () => {
    const at = await world({ ada: ['ada 1'], bob: ['bob 1'] });
    const other = await addPanel(at);
    for (const panel of [at.panel, other]) await loadAs(at, 'ada', {}, panel);
    await seenBy(at, 'bob');
    at.sees.ada = status(401);
    at.services.advance(6 * minute);
    expect(await loadAs(at, 'ada', { refetch: true })).toMatchObject({
      state: 'connect',
      card: { reconnect: ownReasons.refused },
    });
    expect(keysOf(at, 'own-rows:ada:')).toEqual([]);
    expect(keysOf(at, 'own-rows:bob:')).toHaveLength(1);
    const asked = at.asked().length;
    expect(await seenBy(at, 'ada')).toBe('connect');
    expect((await loadAs(at, 'ada', {}, other)).state).toBe('connect');
    expect(at.asked()).toHaveLength(asked);
    expect(await seenBy(at, 'bob', { refetch: true })).toBe('bob 1');
    expect(await ownFailuresToday(at.dataSource.id, at.services)).toEqual([
      { reason: 'The API did not accept the sign-in.', count: 1 },
    ]);
  });

  it('loses the rows of one panel after a 403, which says that it is about their account', async () => {
    const at = await world({ ada: ['ada 1'] });
    const other = await addPanel(at);
    for (const panel of [at.panel, other]) await loadAs(at, 'ada', {}, panel);
    at.sees.ada = status(403);
    at.services.advance(6 * minute);
    expect(await failing(at, 'ada')).toMatchObject({
      code: 'remote-forbidden',
      details: { readerMessage: 'Your account at Directory may not read these rows.' },
    });
    expect(keysOf(at, 'own-rows:ada:')).toEqual([expect.stringContaining(other.id)]);
  });

  it('in the middle of a list shows nothing of it', async () => {
    const next = `${usersUrl}?page=2`;
    const first = () => json({ value: users(3), '@odata.nextLink': next });
    const at = await world({ ada: first }, { responses: { [next]: () => status(401) } });
    expect(await seenBy(at, 'ada')).toBe('connect');
    expect(keysOf(at, 'own-rows:')).toEqual([]);
  });

  it('is none of the data source’s trouble, while an API that fails for all is', async () => {
    const at = await world({ ada: status(401), bob: status(403), cleo: status(429), dora: status(500) });
    const health = () => at.services.memory.open.get(`health:${at.dataSource.id}`);
    await seenBy(at, 'ada');
    for (const account of ['bob', 'cleo']) await failing(at, account);
    expect(health()).toBeUndefined();
    await failing(at, 'dora');
    expect(health()).toMatchObject({ lastFailure: {} });
  });

  it.each([
    ['disconnects it', { state: 'none', epoch: 2 }],
    ['has it ended by the service', { state: 'reconnect' }],
    ['connects another one', { epoch: 2 }],
  ] as const)('shows nothing that is still on its way when its reader %s', async (_what, change) => {
    const at = await world({
      ada: () => {
        leaveGrant(at, 'ada', change);
        return json({ value: users(3) });
      },
    });
    expect(await seenBy(at, 'ada')).toBe('connect');
    expect(keysOf(at, 'own-rows:')).toEqual([]);
  });
});

it('nothing is shown of an account that is on its way when an admin disconnects all readers', async () => {
  const at = await world({
    ada: () => {
      const records = at.services.memory.records('data-source');
      records.set(at.dataSource.id, { ...at.dataSource, rev: 2, readersEpoch: 1 });
      return json({ value: users(3) });
    },
  });
  expect(await loadAs(at, 'ada')).toMatchObject({ state: 'connect', card: { reconnect: ownReasons.allDisconnected } });
  expect(keysOf(at, 'own-rows:')).toEqual([]);
});

describe('an account that is told to wait', () => {
  it('waits alone, until three of them are told within a minute', async () => {
    const wait = () => status(429, { 'retry-after': '60' });
    const at = await world({ ada: wait, bob: wait, cleo: wait, dora: ['dora 1'], emil: ['emil 1'] });
    for (const account of ['ada', 'bob']) expect((await failing(at, account)).code).toBe('remote-rate-limited');
    const asked = at.asked().length;
    expect((await failing(at, 'ada')).code).toBe('remote-rate-limited');
    expect(at.asked()).toHaveLength(asked);
    expect(await seenBy(at, 'dora')).toBe('dora 1');
    await failing(at, 'cleo');
    expect((await failing(at, 'emil')).code).toBe('remote-rate-limited');
    at.services.advance(61_000);
    expect(await seenBy(at, 'emil')).toBe('emil 1');
    expect(JSON.stringify(keysOf(at, 'remote-wait'))).not.toContain('ada');
  });

  it('waits with all others where the API is not available', async () => {
    const at = await world({ ada: status(503, { 'retry-after': '60' }), bob: ['bob 1'] });
    await failing(at, 'ada');
    expect((await failing(at, 'bob')).code).toBe('remote-rate-limited');
    expect(at.asked()).not.toContain('bob');
  });
});

describe('a list too long for one call', () => {
  const pages = 30;
  const link = (page: number) => (page === 0 ? usersUrl : `${usersUrl}?page=${page}`);

  async function longList() {
    const jobs: SlowFetch[] = [];
    const page =
      (number: number): Respond =>
      () => {
        at.services.advance(2000);
        const next = number + 1 < pages ? { '@odata.nextLink': link(number + 1) } : {};
        return json({ value: users(100, number * 100), ...next });
      };
    const responses = Object.fromEntries(Array.from({ length: pages }, (_, number) => [link(number), page(number)]));
    const pushSlowFetch = (job: SlowFetch) => Promise.resolve(jobs.push(job) > 0);
    const at = await world({ ada: [] }, { responses, services: { pushSlowFetch } });
    const first = tableOf(await loadAs(at, 'ada'));
    const carried = tableOf(await loadAs(at, 'ada', { carry: first.ticket }));
    expect(carried.part).toBeDefined();
    expect(jobs).toHaveLength(1);
    const deliver = (job = jobs[0]!) => runSlowFetch(job, { ...at.services, remainingTime: () => 900_000 });
    return { at, job: jobs[0]!, deliver };
  }

  it('goes to the background with the account, and comes to them alone', async () => {
    const { at, job, deliver } = await longList();
    expect(job.accountId).toBe('ada');
    expect(await deliver()).toBe('done');
    expect(tableOf(await loadAs(at, 'ada')).view.totalRows).toBe(3000);
    expect(new Set(at.asked())).toEqual(new Set(['ada']));
    expect(keysOf(at, 'snapshot')).toEqual([]);
    expect(at.upstream.requests).toHaveLength(pages);
  });

  it.each([
    ['was disconnected', { state: 'none', epoch: 2 }],
    ['was connected anew', { epoch: 2 }],
    ['is of no use any more', { state: 'reconnect' }],
  ] as const)('is not read on for an account that %s', async (_what, change) => {
    const { at, deliver } = await longList();
    const requests = at.upstream.requests.length;
    leaveGrant(at, 'ada', change);
    expect(await deliver()).toBe('outdated');
    expect(at.upstream.requests).toHaveLength(requests);
  });

  it('is dropped with all its rows where the account is disconnected while it is read', async () => {
    const { at, deliver } = await longList();
    const { fetch } = at.services;
    at.services.fetch = (url, init) => {
      if (url.href.endsWith('page=20')) leaveGrant(at, 'ada', { state: 'none', epoch: 2 });
      return fetch(url, init);
    };
    await expect(deliver()).rejects.toMatchObject({ code: 'connect-needed' });
    expect(keysOf(at, 'own-rows:')).toEqual([]);
    expect(await seenBy(at, 'ada')).toBe('connect');
  });

  it('is not read on by an event that names another account', async () => {
    const { at, job, deliver } = await longList();
    await connect(at, 'bob');
    expect(await deliver({ ...job, accountId: 'bob' })).toBe('outdated');
    expect(await deliver({ ...job, accountId: undefined })).toBe('outdated');
  });
});
