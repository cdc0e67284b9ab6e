import { runSlowFetch } from '../../../../../src/panel/load/flight/run-slow-fetch';
import type { SnapshotHead } from '../../../../../src/panel/load/snapshot/head';
import type { PanelServices } from '../../../../../src/panel/load/panel-services';
import { noteWait } from '../../../../../src/panel/read/retry-after';
import type { SlowFetch } from '../../../../../src/ports';
import { Problem } from '../../../../../src/shared/problem';
import { addPanel, flightWorld, load, minute, type ViewReply, view, whole } from '../../../../support/flights';
import { type PanelWorld, users, usersUrl } from '../../../../support/panels';
import { type Respond, json } from '../../../../support/memory-upstream';

interface SlowWorld {
  world: PanelWorld;
  /** What was pushed and not yet delivered. */
  jobs: SlowFetch[];
  /** Delivers the oldest event to a function with 15 minutes. */
  deliver(changes?: Partial<PanelServices>): Promise<unknown>;
}

/** A directory of so many pages of 100, each of which takes its time. */
async function slowWorld(pages: number, pageMs: number, isTaken = () => true): Promise<SlowWorld> {
  const jobs: SlowFetch[] = [];
  const link = (page: number) => (page === 0 ? usersUrl : `${usersUrl}?page=${page}`);
  const responding =
    (page: number): Respond =>
    () => {
      world.services.advance(pageMs);
      const next = page + 1 < pages ? { '@odata.nextLink': link(page + 1) } : {};
      return json({ value: users(100, page * 100), ...next });
    };
  const responses = Array.from({ length: pages }, (_, page) => [link(page), responding(page)] as const);
  const world: PanelWorld = await flightWorld(Object.fromEntries(responses), {
    settings: { limits: { pages: 90, rows: 200_000, megabytes: 32, seconds: 20, requestsPerMinute: 10_000 } },
    services: {
      pushSlowFetch: async (job) => {
        if (isTaken()) jobs.push(job);
        return isTaken();
      },
    },
  });
  const deliver = (changes: Partial<PanelServices> = {}) => {
    const job = jobs.shift();
    if (!job) throw new Error('an event was expected');
    return runSlowFetch(job, { ...world.services, remainingTime: () => 900_000, ...changes });
  };
  return { world, jobs, deliver };
}

describe('a list of many pages', () => {
  it('shows its first page after one response, with a ticket for the rest, which is read from the next page on', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    const first = await view(world);
    expect(first).toMatchObject({
      view: { totalRows: 100 },
      reading: { stopReason: 'unfinished' },
      part: { rows: 100, pages: 1 },
      ticket: expect.any(String) as string,
    });
    expect(world.upstream.requests).toHaveLength(1);
    const more = await view(world, { carry: first.ticket });
    expect(more).toMatchObject({ part: { rows: 1100 }, view: { totalRows: 1100 } });
    expect(jobs).toHaveLength(1);
    expect(await deliver()).toBe('done');
    const all = await view(world);
    expect(all).toMatchObject({ view: { totalRows: 3000 }, reading: { stopReason: 'complete', pagesRead: 30 } });
    expect(all.askAgainMs ?? all.ticket ?? all.part).toBeUndefined();
    expect(new Set(world.upstream.requests.map(({ url }) => url)).size).toBe(30);
    expect(world.upstream.requests).toHaveLength(30);
  });

  it('comes whole in one call where its pages are quick', async () => {
    const { world } = await slowWorld(4, 50);
    expect(await view(world)).toMatchObject({ view: { totalRows: 400 }, reading: { stopReason: 'complete' } });
  });

  it('is awaited by a panel that is shown only when complete, with how far it is', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    const patient = await addPanel(world, { onlyWhenComplete: true });
    const pending = { state: 'pending', progress: { pagesRead: 10, rowsRead: 1000 } };
    expect(await load(world, {}, patient)).toMatchObject(pending);
    expect(await load(world, {}, patient)).toMatchObject(pending);
    expect(jobs).toHaveLength(1);
    expect(await deliver()).toBe('done');
    expect(await view(world, {}, patient)).toMatchObject({ view: { totalRows: 3000 } });
  });

  it('never shows fewer rows than before, nor other ones', async () => {
    const { world } = await slowWorld(40, 700);
    const seen: ViewReply[] = [];
    await whole(world, { window: { offset: 0, count: 500 } }, seen);
    const counts = seen.map(({ view: { totalRows } }) => totalRows);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBe(4000);
    expect(counts.length).toBeGreaterThan(2);
    for (const { view: shown } of seen) expect(shown.rows).toEqual(seen.at(-1)!.view.rows.slice(0, shown.rows.length));
  });

  it('is looked at as far as a reader has seen it, until they ask for more', async () => {
    const { world } = await slowWorld(10, 1000);
    const first = await view(world, { window: { offset: 0, count: 500 } });
    const upTo = { reading: first.reading.id ?? '', rows: 100 };
    const window = { offset: 0, count: 500, sorts: [{ column: 'c0', direction: 'descending' as const }] };
    const carried = await view(world, { carry: first.ticket, upTo, window });
    expect(carried).toMatchObject({ view: { totalRows: 100 }, reading: { id: upTo.reading, stopReason: 'complete' } });
    expect(carried.view.rows).toEqual(first.view.rows);
    expect((await view(world, { upTo, window })).view.totalRows).toBe(100);
    expect((await view(world, { window })).view.totalRows).toBe(1000);
    expect((await view(world, { upTo: { ...upTo, reading: 'another' }, window })).view.totalRows).toBe(1000);
    const second = { ...window, offset: 50, count: 25 };
    const top = first.view.rows[49]; // the 51st of a hundred whose names go down
    const moved = await view(world, { keepTop: upTo, window: second });
    expect(moved.view).toMatchObject({ totalRows: 1000, whole: false });
    expect(moved.view.offset).not.toBe(50);
    expect(moved.view.rows).toContainEqual(top);
    expect((await view(world, { keepTop: { ...upTo, reading: 'another' }, window: second })).view.offset).toBe(50);
  });

  it('is read on by the next reader where nobody brings the ticket', async () => {
    const { world } = await slowWorld(5, 1000);
    const first = await view(world);
    expect((await view(world)).ticket).toBeUndefined();
    world.services.advance(5001);
    const next = await view(world);
    expect(next.ticket).toEqual(expect.any(String));
    expect((await view(world, { carry: first.ticket })).part).toBeDefined();
    expect(world.upstream.requests).toHaveLength(1);
    expect((await view(world, { carry: next.ticket })).view.totalRows).toBe(500);
    expect(world.upstream.requests).toHaveLength(5);
  });

  it('keeps complete rows until new ones are complete, and says that these are being read', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    await whole(world);
    world.services.advance(62 * minute);
    jobs.length = 0;
    const late = await view(world);
    expect(late).toMatchObject({ view: { totalRows: 3000 }, age: { staleReason: 'New rows are being read.' } });
    expect(late).toMatchObject({ progress: { pagesRead: 1, rowsRead: 100 }, ticket: expect.any(String) as string });
    const carried = await view(world, { carry: late.ticket });
    expect(carried).toMatchObject({ view: { totalRows: 3000 }, progress: { rowsRead: 1100 } });
    expect(await deliver()).toBe('done');
    expect((await view(world)).age).toEqual({ fetchedAt: expect.any(Number) as number, staleReason: undefined });
    expect([...world.services.memory.open.keys()].filter((key) => key.startsWith('snapshot-aside:'))).toEqual([]);
  });

  it('leaves no place behind, and no rows but those that are shown', async () => {
    const { world } = await slowWorld(40, 700);
    await whole(world);
    const { memory } = world.services;
    expect([...memory.secret.keys()]).toEqual([]);
    const [head] = [...memory.open].filter(([key]) => key.startsWith('snapshot:')).map(([, value]) => value);
    const { writes } = head as SnapshotHead;
    const chunks = [...memory.open.keys()].filter((key) => key.startsWith('snapshot-chunk:'));
    expect(chunks).toHaveLength(writes.reduce((sum, each) => sum + each.chunks.length, 0));
  });

  it('never has its place in an open record, an event or a reply', async () => {
    const { world, jobs } = await slowWorld(30, 2000);
    const first = await load(world);
    const second = await load(world, { carry: first.state === 'view' ? first.ticket : '' });
    const open = JSON.stringify([
      [...world.services.memory.open],
      [...world.services.memory.entities.values()].map((each) => [...each]),
    ]);
    expect(open + JSON.stringify([jobs, first, second])).not.toContain('page=');
    expect(world.services.memory.secret.size).toBe(1);
  });

  it('is begun anew once where the source has forgotten the place', async () => {
    const { world } = await slowWorld(3, 1000);
    const first = await view(world);
    const { services } = world;
    const { fetch } = services;
    let isForgotten = true;
    services.fetch = (url, init) => {
      const isGone = isForgotten && url.search !== '';
      isForgotten &&= !isGone;
      return isGone ? Promise.resolve(new Response('', { status: 410 })) : fetch(url, init);
    };
    expect(await view(world, { carry: first.ticket })).toMatchObject({ view: { totalRows: 300 } });
  });

  it('makes rows that depend on the moment for the one at which it began', async () => {
    const due = (number: number) => new Date(Date.UTC(2030, 0, 1, 12) + (number - 450) * 400).toISOString();
    const pages = Object.fromEntries(
      [0, 1, 2].map((page) => [
        page === 0 ? usersUrl : `${usersUrl}?page=${page}`,
        () => {
          world.services.advance(minute);
          const value = Array.from({ length: 300 }, (_, row) => ({ due: due(page * 300 + row) }));
          return json({ value, ...(page < 2 && { '@odata.nextLink': `${usersUrl}?page=${page + 1}` }) });
        },
      ]),
    );
    const world: PanelWorld = await flightWorld(pages, {
      panel: {
        columns: [{ key: 'due', label: 'Due', selector: '$.due', type: 'date-time' }],
        rowSteps: [
          { kind: 'where', match: 'all', conditions: [{ column: 'due', operator: 'less', value: '{$.now}' }] },
        ],
      },
    });
    world.services.advance(3 * minute);
    expect((await whole(world)).view.totalRows).toBe(450);
  });
});

describe('a source too slow for a reader’s call', () => {
  it('is handed over when not even its first response comes in time, and the next time without a read', async () => {
    const { world, jobs, deliver } = await slowWorld(1, 0);
    const { services } = world;
    const inTime = services.fetch;
    services.fetch = () => Promise.reject(new Problem('remote-timeout', 'The server took too long to respond.'));
    expect(await load(world)).toMatchObject({ state: 'pending', progress: { pagesRead: 0, rowsRead: 0 } });
    expect(jobs).toHaveLength(1);
    const slowly: typeof inTime = (...request) => {
      services.advance(20_000);
      return inTime(...request);
    };
    await deliver({ fetch: slowly });
    expect((await view(world)).view.totalRows).toBe(100);
    services.advance(6 * minute);
    const before = world.upstream.requests.length;
    expect(await view(world, { refetch: true })).toMatchObject({ view: { totalRows: 100 } });
    expect(world.upstream.requests).toHaveLength(before);
    expect(jobs).toHaveLength(1);
  });

  it('leaves a later page that is too slow to the background, and gives no ticket to the browser', async () => {
    const { world, jobs, deliver } = await slowWorld(3, 1000);
    const { services } = world;
    const first = await view(world);
    const inTime = services.fetch;
    services.fetch = () => Promise.reject(new Problem('remote-timeout', 'The server took too long to respond.'));
    const carried = await view(world, { carry: first.ticket });
    expect(carried).toMatchObject({ part: { rows: 100 } });
    expect(carried.ticket).toBeUndefined();
    expect(jobs).toHaveLength(1);
    expect(await deliver({ fetch: inTime })).toBe('done');
    expect((await view(world)).view.totalRows).toBe(300);
  });

  it('reads what takes more pages than a reader’s call has requests', async () => {
    const { world } = await slowWorld(250, 80);
    expect(await whole(world)).toMatchObject({ reading: { stopReason: 'complete' }, view: { totalRows: 25_000 } });
  });

  it('respects a limit that an admin has set, for all calls together', async () => {
    const { world, jobs } = await slowWorld(30, 2000);
    const { dataSource, services } = world;
    const { limits } = dataSource.settings;
    const changed = { ...dataSource, rev: 2, settings: { ...dataSource.settings, limits: { ...limits, seconds: 6 } } };
    await services.dataSources.replace(dataSource.id, 1, changed);
    expect(await whole(world)).toMatchObject({ reading: { stopReason: 'time-limit' }, view: { totalRows: 300 } });
    expect(jobs).toEqual([]);
    expect((await view(world)).askAgainMs).toBeUndefined();
  });

  it('is read on by readers alone while no event can be pushed', async () => {
    const { world } = await slowWorld(30, 2000, () => false);
    expect(await whole(world)).toMatchObject({ reading: { stopReason: 'complete' }, view: { totalRows: 3000 } });
  });
});

it('stops reading in the background as soon as the source has asked somebody else to wait', async () => {
  const { world, deliver } = await slowWorld(30, 2000);
  const first = await view(world);
  const carried = await view(world, { carry: first.ticket });
  const { services, dataSource, upstream } = world;
  const before = upstream.requests.length;
  await deliver({
    fetch: async (...request) => {
      if (upstream.requests.length === before + 1)
        await noteWait(services.storage, { id: dataSource.id }, { waitMs: 300_000, status: 429 }, services.now());
      return services.fetch(...request);
    },
  });
  expect(upstream.requests.length - before).toBe(2);
  const rows = carried.view.totalRows + 200;
  expect((await view(world)).view.totalRows).toBe(rows);
  services.advance(300_000);
  expect((await whole(world)).view.totalRows).toBe(3000);
  expect(upstream.requests).toHaveLength(30);
});

/** A list of which a reader's call has read what it could, with the event for the rest under way. */
async function handedOver(): Promise<SlowWorld> {
  const slow = await slowWorld(30, 2000);
  const first = await view(slow.world);
  await view(slow.world, { carry: first.ticket });
  return slow;
}

describe('an event', () => {
  it('that comes twice leads to one read', async () => {
    const { world, jobs, deliver } = await handedOver();
    jobs.push(...jobs);
    const ends = await Promise.all([deliver(), deliver()]);
    expect(ends.sort()).toEqual(['done', 'taken']);
    expect(world.upstream.requests).toHaveLength(30);
  });

  it('that comes once more after its read has ended does not read again', async () => {
    const { world, jobs, deliver } = await handedOver();
    const [job] = jobs;
    await deliver();
    if (job) jobs.push(job);
    expect(await deliver()).toBe('outdated');
    expect(world.upstream.requests).toHaveLength(30);
  });

  it('that finds its ticket brought by a browser does nothing', async () => {
    const { world, jobs, deliver } = await slowWorld(12, 2000);
    const first = await view(world);
    const second = await view(world, { carry: first.ticket });
    await view(world, { carry: second.ticket });
    expect(jobs).toHaveLength(1);
    expect(await deliver()).toBe('outdated');
    expect((await view(world)).view.totalRows).toBe(1200);
    expect(world.upstream.requests).toHaveLength(12);
  });

  it('whose data source has changed since is dropped', async () => {
    const { world, deliver } = await handedOver();
    const { dataSource, services } = world;
    await services.dataSources.replace(dataSource.id, 1, { ...dataSource, rev: 2 });
    expect(await deliver()).toBe('outdated');
  });

  it('that is lost leaves the rest to the next reader, from where it was left', async () => {
    const { world, jobs } = await handedOver();
    jobs.length = 0;
    world.services.advance(16_000);
    expect((await whole(world)).view.totalRows).toBe(3000);
    expect(world.upstream.requests).toHaveLength(30);
  });

  it('whose function died is made good by the next reader, from the last publication', async () => {
    const { world, deliver } = await handedOver();
    const { fetch } = world.services;
    let left = 3;
    const dying: typeof fetch = (...request) =>
      left-- > 0 ? fetch(...request) : Promise.reject(new Error('the process is gone'));
    const died = deliver({ fetch: dying, transact: () => Promise.reject(new Error('the process is gone')) });
    await expect(died).rejects.toThrow('the process is gone');
    world.services.advance(31_000);
    expect((await whole(world)).view.totalRows).toBe(3000);
  });

  it('that fails as well lets the source rest, and readers learn why', async () => {
    const { world, deliver } = await handedOver();
    const { dataSource } = world;
    await deliver({ fetch: () => Promise.resolve(new Response('', { status: 500 })), delay: () => Promise.resolve() });
    const seen = await view(world);
    expect(seen.age.staleReason).toContain('Page 12 is missing.');
    expect(seen.age.staleReason).toContain(`${dataSource.settings.name} failed (status 500).`);
    expect(seen.view.totalRows).toBe(1100);
    world.services.advance(31_000);
    expect((await whole(world)).view.totalRows).toBe(3000);
  });

  it('whose panel was deleted meanwhile does not hold up the other panels of the request', async () => {
    const { world, deliver } = await slowWorld(30, 2000);
    const other = await addPanel(world);
    const first = await view(world);
    await view(world, { carry: first.ticket });
    await world.services.panels.delete(world.panel.id);
    await expect(deliver()).rejects.toMatchObject({ code: 'not-found' });
    world.services.advance(16_000);
    const rest = await view(world, {}, other);
    expect(rest.ticket).toEqual(expect.any(String));
    expect(await view(world, { carry: rest.ticket }, other)).toMatchObject({ part: { rows: 2100 } });
  });
});

it('leaves a quarter of the requests of a minute to first pages, in the background too', async () => {
  const { world, jobs, deliver } = await slowWorld(120, 500);
  const { dataSource, services } = world;
  const limits = { ...dataSource.settings.limits, requestsPerMinute: 20 };
  const settings = { ...dataSource.settings, limits };
  await services.dataSources.replace(dataSource.id, 1, { ...dataSource, rev: 2, settings });
  const minutes = new Map<number, number>();
  const counting = services.fetch;
  services.fetch = (...request) => {
    const now = Math.floor(services.now() / minute);
    minutes.set(now, (minutes.get(now) ?? 0) + 1);
    return counting(...request);
  };
  const first = await view(world);
  const carried = await view(world, { carry: first.ticket });
  expect(carried.ticket).toBeUndefined();
  expect(jobs).toHaveLength(1);
  services.advance(minute);
  await deliver({ fetch: services.fetch });
  expect((await view(world)).view.totalRows).toBe(12_000);
  expect(Math.max(...minutes.values())).toBe(15);
});
