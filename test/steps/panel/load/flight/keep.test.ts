import { randomBytes } from 'node:crypto';
import { snapshotChunkKey, snapshotKey, snapshotWriteKey } from '../../../../../src/keys';
import { headSchema } from '../../../../../src/panel/load/snapshot/head';
import { pruneSnapshots } from '../../../../../src/panel/load/snapshot/prune-snapshots';
import { addPanel, flightWorld, load, minute, view, whole } from '../../../../support/flights';
import { type PanelWorld, users, usersUrl } from '../../../../support/panels';
import { json, status } from '../../../../support/memory-upstream';

const etag = '"v1"';
const unlessUnchanged = (value: () => unknown[]) => (request: { headers: Record<string, string> }) =>
  request.headers['if-none-match'] === etag ? status(304) : json({ value: value() }, { headers: { etag } });

describe('rows that depend on the moment', () => {
  it('are chosen anew though the answer has not changed', async () => {
    let due = '';
    const world = await flightWorld(
      { [usersUrl]: unlessUnchanged(() => [{ displayName: 'Task', due }]) },
      {
        panel: {
          columns: [{ key: 'due', label: 'Due', selector: '$.due', type: 'date-time' }],
          rowSteps: [
            { kind: 'where', match: 'all', conditions: [{ column: 'due', operator: 'less', value: '{$.now}' }] },
          ],
        },
      },
    );
    due = new Date(world.services.now() + 30 * minute).toISOString();
    expect((await view(world)).view.totalRows).toBe(0);
    world.services.advance(60 * minute);
    expect((await view(world, { refetch: true })).view.totalRows).toBe(1);
  });
});

describe('rows that were read are shown', () => {
  const failing = (world: PanelWorld, fails: (call: { name: string; key: string }) => boolean) => {
    world.services.memory.fate = (call) => (fails(call) ? 'fail' : 'work');
  };

  it('though the budget of writes cannot be reached', async () => {
    const value = Array.from({ length: 1000 }, () => ({ displayName: randomBytes(900).toString('base64') }));
    const world = await flightWorld({ [usersUrl]: () => json({ value }) });
    failing(world, ({ name, key }) => key === 'snapshot-writes' && name !== 'get');
    expect((await view(world)).view.totalRows).toBe(1000);
  });

  it('though a head that stands cannot be renewed', async () => {
    const world = await flightWorld({ [usersUrl]: unlessUnchanged(() => users(30)) });
    await view(world);
    world.services.advance(70 * minute);
    failing(world, ({ name, key }) => name === 'set' && key.startsWith('snapshot:'));
    expect((await view(world)).view.totalRows).toBe(30);
  });

  it('though the other panels of the source cannot be looked up', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(30) }) });
    failing(world, ({ name }) => name === 'list');
    expect((await view(world)).view.totalRows).toBe(30);
  });
});

test('a snapshot of few cells with long texts counts in the budget of writes by its bytes', async () => {
  const long = () => randomBytes(900).toString('base64');
  const world = await flightWorld({
    [usersUrl]: () => json({ value: Array.from({ length: 4500 }, () => ({ displayName: long() })) }),
  });
  await view(world);
  const { memory } = world.services;
  const chunks = [...memory.open].filter(([key]) => key.startsWith('snapshot-chunk:'));
  const bytes = chunks.reduce((sum, [, chunk]) => sum + JSON.stringify(chunk).length, 0);
  const { used } = memory.records('budget').get('snapshot-writes') as { used: number };
  expect(used).toBeGreaterThan((0.95 * bytes) / 10_240);
});

test('a list that grows shows fewer parts while the writes of the minute are used up', async () => {
  const [pages, pageRows] = [16, 200];
  const link = (page: number) => (page === 0 ? usersUrl : `${usersUrl}?page=${page}`);
  const partsWith = async (used: number): Promise<number> => {
    const responses = Array.from({ length: pages }, (_, page) => {
      const respond = () => {
        world.services.advance(700);
        const value = Array.from({ length: pageRows }, () => ({ displayName: randomBytes(900).toString('base64') }));
        return json({ value, ...(page + 1 < pages && { '@odata.nextLink': link(page + 1) }) });
      };
      return [link(page), respond] as const;
    });
    const world: PanelWorld = await flightWorld(Object.fromEntries(responses));
    const { services } = world;
    const spent = { schema: 1, rev: 1, by: 'somebody', minute: Math.floor(services.now() / minute), used };
    await services.budgets.create('snapshot-writes', spent);
    expect((await whole(world)).view.totalRows).toBe(pages * pageRows);
    return services.memory.log.filter(({ name, key }) => name === 'set' && key.startsWith('snapshot-write:')).length;
  };
  expect(await partsWith(2000)).toBeLessThan(await partsWith(0));
});

test('a panel that reads XML with other lists does not change what its companion reads', async () => {
  const xml = '<r><row><name>A</name><tag><id>7</id></tag></row></r>';
  const response = () => new Response(xml, { headers: { 'content-type': 'application/xml' } });
  const panel = {
    filters: [{ selector: '$.r.row' }],
    columns: [{ label: 'Tag', selector: '$.tag.id', type: 'number' as const }],
  };
  const world = await flightWorld({ [usersUrl]: response }, { panel });
  const columns = [{ label: 'Id', selector: '$.id', type: 'number' as const }];
  const other = await addPanel(world, { filters: [{ selector: '$.r.row.tag[*]' }], columns });
  expect((await view(world)).view.rows).toEqual([[7]]);
  expect((await view(world, {}, other)).view.rows).toEqual([[7]]);
});

test('what a broken-off write left is pruned beside two hundred writes that live', async () => {
  const { services, panel } = await flightWorld({});
  const { storage, now } = services;
  const startedAt = now() - 120 * minute;
  const put = async (writeId: string, headKey: string) => {
    await storage.set(snapshotWriteKey(writeId), { headKeys: [headKey], chunkCount: 1, startedAt });
    await storage.set(snapshotChunkKey(writeId, 0), {});
  };
  for (let number = 0; number < 200; number += 1) {
    const writeId = `a${String(number).padStart(21, '0')}`;
    const headKey = snapshotKey(panel.id, String(number).padStart(64, '0'));
    await storage.set(headKey, {
      schema: headSchema,
      readingId: 'r',
      rows: 'r',
      first: {},
      writes: [{ id: writeId }],
      reading: { fetchedAt: now() },
    });
    await put(writeId, headKey);
  }
  const broken = 'b'.padEnd(22, '0');
  await put(broken, snapshotKey(panel.id, '0'.repeat(64)));
  await pruneSnapshots(services);
  expect(await storage.get(snapshotChunkKey(broken, 0))).toBeUndefined();
  expect(await storage.get(snapshotChunkKey(`a${'0'.repeat(21)}`, 0))).toBeDefined();
});

test('readers whose values each make a long read stay within the requests of a minute', async () => {
  const limits = { pages: 90, rows: 200_000, megabytes: 32, seconds: 20, requestsPerMinute: 60 };
  const link = (group: number, page: number) => `${usersUrl}/g${group}${page ? `?page=${page}` : ''}`;
  const responses = Object.fromEntries(
    Array.from({ length: 50 * 40 }, (_, number) => {
      const [group, page] = [Math.floor(number / 40), number % 40];
      const next = page < 39 ? { '@odata.nextLink': link(group, page + 1) } : {};
      return [link(group, page), () => json({ value: users(5, page * 5), ...next })] as const;
    }),
  );
  const none = { parameters: [], headers: [], body: { kind: 'none' as const } };
  const world = await flightWorld(responses, {
    settings: {
      request: { method: 'GET', url: `${usersUrl}/{group}`, ...none },
      variables: [{ name: 'group', defaultValue: 'g0' }],
      limits,
    },
    panel: { variables: [{ key: 'group', label: 'Group', type: 'text', required: false, defaultValue: 'g0' }] },
  });
  await Promise.all(Array.from({ length: 50 }, (_, group) => load(world, { values: { group: `g${group}` } })));
  expect(world.upstream.requests.length).toBeLessThanOrEqual(60);
});

test('redirects count as the requests they are', async () => {
  const limits = { pages: 90, rows: 1000, megabytes: 32, seconds: 20, requestsPerMinute: 10 };
  const freshness = { freshSeconds: 0, staleSeconds: 0, keepSeconds: 3600 };
  const world = await flightWorld(
    {
      [usersUrl]: () => new Response(null, { status: 302, headers: { location: `${usersUrl}/` } }),
      [`${usersUrl}/`]: () => json({ value: users(3) }),
    },
    { settings: { limits, freshness } },
  );
  for (let turn = 0; turn < 30; turn += 1) await load(world, { refetch: true });
  expect(world.upstream.requests.length).toBeLessThanOrEqual(10);
});
