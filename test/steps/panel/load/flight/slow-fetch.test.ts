import { runSlowFetch } from '../../../../../src/panel/load/flight/run-slow-fetch';
import type { PanelServices } from '../../../../../src/panel/load/panel-services';
import { noteWait } from '../../../../../src/panel/read/retry-after';
import type { SlowFetch } from '../../../../../src/ports';
import { Problem } from '../../../../../src/shared/problem';
import { addPanel, flightWorld, load, minute, view } from '../../../../support/flights';
import { type PanelWorld, users, usersUrl } from '../../../../support/panels';
import { type Respond, json } from '../../../../support/memory-upstream';

interface SlowWorld {
  world: PanelWorld;
  /** What was pushed and not yet delivered. */
  jobs: SlowFetch[];
  /** Delivers the oldest event to a function with 15 minutes. */
  deliver(changes?: Partial<PanelServices>): Promise<unknown>;
}

const nothing = { pagesRead: 0, rowsRead: 0 };

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

describe('a source too slow for a reader’s call', () => {
  it('shows the first part at once, goes on in the background, and shows everything when it is there', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    const part = await view(world);
    expect(part).toMatchObject({ reading: { stopReason: 'time-limit' }, progress: { pagesRead: 10, rowsRead: 1000 } });
    expect(part.askAgainMs).toBeGreaterThan(0);
    expect(jobs).toHaveLength(1);
    const meanwhile = await view(world, { refetch: true });
    expect(meanwhile).toMatchObject({ view: { totalRows: 1000 }, progress: { pagesRead: 0 } });
    expect(await deliver()).toBe('done');
    const whole = await view(world, { refetch: true });
    expect(whole).toMatchObject({ view: { totalRows: 3000 }, reading: { stopReason: 'complete', pagesRead: 30 } });
    expect(whole.askAgainMs).toBeUndefined();
    expect(jobs).toEqual([]);
  });

  it('is handed over without a read the next time', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    await view(world);
    await deliver();
    world.services.advance(6 * minute);
    const before = world.upstream.requests.length;
    expect(await view(world, { refetch: true })).toMatchObject({ view: { totalRows: 3000 } });
    expect(world.upstream.requests).toHaveLength(before);
    expect(jobs).toHaveLength(1);
    await deliver();
    expect((await view(world)).askAgainMs).toBeUndefined();
  });

  it('tells how far the read is to those who wait', async () => {
    const { world, deliver } = await slowWorld(10, 18_000);
    const { memory } = world.services;
    memory.fate = ({ name, key }) => (name === 'set' && key.startsWith('snapshot') ? 'fail' : 'work');
    await view(world);
    memory.fate = () => 'work';
    const seen = [await load(world)];
    await deliver({
      delay: () => Promise.resolve(),
      fetch: async (...request) => {
        seen.push(await load(world));
        return world.services.fetch(...request);
      },
    });
    const progress = seen.map((reply) => reply.state === 'pending' && reply.progress);
    expect(progress.slice(0, 2)).toEqual([nothing, nothing]);
    expect(progress.at(-1)).toEqual({ pagesRead: 9, rowsRead: 900 });
    expect([...memory.open.keys()].filter((key) => key.startsWith('read-progress:'))).toEqual([]);
  });

  it('is handed over when not even its first answer comes in time', async () => {
    const { world, jobs, deliver } = await slowWorld(1, 0);
    const { services } = world;
    const inTime = services.fetch;
    services.fetch = () => Promise.reject(new Problem('remote-timeout', 'The server took too long to respond.'));
    expect(await load(world)).toMatchObject({ state: 'pending', progress: nothing });
    expect(jobs).toHaveLength(1);
    await deliver({ fetch: inTime });
    expect((await view(world)).view.totalRows).toBe(100);
  });

  it('reads what takes more pages than a reader’s call has requests', async () => {
    const { world, deliver } = await slowWorld(120, 1);
    expect(await view(world)).toMatchObject({ reading: { stopReason: 'page-limit' }, view: { totalRows: 9000 } });
    await deliver();
    expect(await view(world)).toMatchObject({ reading: { stopReason: 'complete' }, view: { totalRows: 12_000 } });
  });

  it('respects a limit that an admin has set', async () => {
    const { world, jobs } = await slowWorld(30, 2000);
    const { dataSource, services } = world;
    const { limits } = dataSource.settings;
    const changed = { ...dataSource, rev: 2, settings: { ...dataSource.settings, limits: { ...limits, seconds: 6 } } };
    await services.dataSources.replace(dataSource.id, 1, changed);
    expect(await view(world)).toMatchObject({ reading: { stopReason: 'time-limit' }, view: { totalRows: 300 } });
    expect(jobs).toEqual([]);
    expect((await view(world)).askAgainMs).toBeUndefined();
  });

  it('shows what a reader’s call can read while no event can be pushed', async () => {
    const { world } = await slowWorld(30, 2000, () => false);
    expect(await view(world)).toMatchObject({ reading: { stopReason: 'time-limit' }, view: { totalRows: 1000 } });
    expect(await view(world)).toMatchObject({ askAgainMs: 0, view: { totalRows: 1000 } });
  });
});

it('stops asking in the background as soon as the source has asked somebody else to wait', async () => {
  const { world, deliver } = await slowWorld(30, 2000);
  await view(world);
  const { services, dataSource, upstream } = world;
  const before = upstream.requests.length;
  await deliver({
    fetch: async (...request) => {
      if (upstream.requests.length === before + 1)
        await noteWait(services.storage, dataSource.id, { waitMs: 600_000, status: 429 }, services.now());
      return services.fetch(...request);
    },
  });
  expect(upstream.requests.length - before).toBe(2);
  expect((await view(world)).view.totalRows).toBe(1000);
});

describe('an event', () => {
  it('that comes twice leads to one read', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    await view(world);
    jobs.push(...jobs);
    const before = world.upstream.requests.length;
    const ends = await Promise.all([deliver(), deliver()]);
    expect(ends.sort()).toEqual(['done', 'taken']);
    expect(world.upstream.requests).toHaveLength(before + 30);
  });

  it('whose data source has changed since is dropped', async () => {
    const { world, deliver } = await slowWorld(30, 2000);
    await view(world);
    const { dataSource, services } = world;
    await services.dataSources.replace(dataSource.id, 1, { ...dataSource, rev: 2 });
    expect(await deliver()).toBe('outdated');
  });

  it('that is lost is pushed again once its lease has run out', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    await view(world);
    jobs.length = 0;
    await view(world, { refetch: true });
    expect(jobs).toEqual([]);
    world.services.advance(3 * minute);
    await view(world, { refetch: true });
    expect(jobs).toHaveLength(1);
    await deliver();
    expect((await view(world)).view.totalRows).toBe(3000);
  });

  it('whose function died is made good by the next one', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    await view(world);
    const died = deliver({
      fetch: () => Promise.reject(new Error('the process is gone')),
      flights: {
        ...world.services.flights,
        replace: async (id, rev, value) =>
          value.holder === ''
            ? Promise.reject(new Error('the process is gone'))
            : world.services.flights.replace(id, rev, value),
      },
    });
    await expect(died).rejects.toThrow('the process is gone');
    world.services.advance(4 * minute);
    await view(world, { refetch: true });
    expect(jobs).toHaveLength(1);
    expect(await deliver()).toBe('done');
    expect((await view(world)).view.totalRows).toBe(3000);
  });

  it('that fails as well lets the source rest, and readers learn why', async () => {
    const { world, jobs, deliver } = await slowWorld(2, 21_000);
    const failing = { fetch: () => Promise.resolve(new Response('', { status: 500 })), delay: () => Promise.resolve() };
    await view(world);
    await deliver(failing);
    world.services.advance(2 * 60 * minute);
    await load(world);
    await deliver(failing);
    expect((await view(world)).age.staleReason).toContain('status 500');
    expect(jobs).toEqual([]);
  });
});

it('keeps within the requests of a minute in the background too', async () => {
  const { world, deliver } = await slowWorld(120, 1);
  const { dataSource, services } = world;
  const limits = { ...dataSource.settings.limits, requestsPerMinute: 20 };
  const settings = { ...dataSource.settings, limits };
  await services.dataSources.replace(dataSource.id, 1, { ...dataSource, rev: 2, settings });
  await view(world);
  services.advance(minute);
  const minutes = new Map<number, number>();
  await deliver({
    fetch: (...request) => {
      const now = Math.floor(services.now() / minute);
      minutes.set(now, (minutes.get(now) ?? 0) + 1);
      return services.fetch(...request);
    },
  });
  expect((await view(world)).view.totalRows).toBe(12_000);
  expect(Math.max(...minutes.values())).toBe(20);
  expect(minutes.size).toBe(6);
});

describe('an event', () => {
  it('that comes once more after its read has ended does not read again', async () => {
    const { world, jobs, deliver } = await slowWorld(30, 2000);
    await view(world);
    const [job] = jobs;
    await deliver();
    const before = world.upstream.requests.length;
    if (job) jobs.push(job);
    expect(await deliver()).toBe('outdated');
    expect(world.upstream.requests).toHaveLength(before);
  });

  it('whose panel was deleted meanwhile does not hold up the other panels of the request', async () => {
    const { world, jobs, deliver } = await slowWorld(3, 21_000);
    const other = await addPanel(world);
    await load(world);
    expect(jobs).toHaveLength(1);
    await world.services.panels.delete(world.panel.id);
    await expect(deliver()).rejects.toMatchObject({ code: 'not-found' });
    await load(world, { refetch: true }, other);
    expect(jobs).toHaveLength(1);
  });
});
