import { type Flight, newFlight } from '../../../../../src/panel/load/flight/flight';
import { pruneFlights } from '../../../../../src/panel/load/flight/prune-flights';
import { noteWait } from '../../../../../src/panel/read/retry-after';
import { addPanel, flightWorld, load, minute, problem, view, written } from '../../../../support/flights';
import { users, usersUrl } from '../../../../support/panels';
import { json, status } from '../../../../support/memory-upstream';

describe('one request for all who ask it', () => {
  it('serves every panel that has it from one answer', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(40) }) });
    const names = [{ label: 'Who', selector: '$.displayName', type: 'text' as const }];
    const others = await Promise.all([1, 2, 3, 4].map(() => addPanel(world, { columns: names })));
    await view(world);
    for (const other of others) {
      expect(await view(world, {}, other)).toMatchObject({ view: { totalRows: 40, columns: [{ label: 'Who' }] } });
    }
    expect(world.upstream.requests).toHaveLength(1);
    world.services.advance(6 * minute);
    await view(world, { refetch: true }, others[2]);
    expect((await view(world, {})).age.fetchedAt).toBe(world.services.now());
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('does not mix up panels that give its variables other values', async () => {
    const request = {
      method: 'GET' as const,
      url: `${usersUrl}/{group}`,
      parameters: [],
      headers: [],
      body: { kind: 'none' as const },
    };
    const world = await flightWorld(
      {
        [`${usersUrl}/a`]: () => json({ value: users(1) }),
        [`${usersUrl}/b`]: () => json({ value: users(2) }),
      },
      { settings: { request, variables: [{ name: 'group', defaultValue: 'a' }] } },
    );
    const same = await addPanel(world, { variableValues: { group: 'a' } });
    const other = await addPanel(world, { variableValues: { group: 'b' } });
    expect((await view(world)).view.totalRows).toBe(1);
    expect((await view(world, {}, same)).view.totalRows).toBe(1);
    expect(world.upstream.requests).toHaveLength(1);
    expect((await view(world, {}, other)).view.totalRows).toBe(2);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('leaves a panel whose selectors fail to itself, and asks nothing for it for a while', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(3) }) });
    const broken = await addPanel(world, { filters: [{ selector: '$.people[*]' }] });
    await expect(view(world, {}, broken)).rejects.toMatchObject({ code: 'selector-matched-nothing' });
    expect((await view(world)).view.totalRows).toBe(3);
    expect(world.upstream.requests).toHaveLength(1);
    await expect(view(world, {}, broken)).rejects.toMatchObject({
      code: 'selector-matched-nothing',
      readerMessage: expect.not.stringContaining('$.people[*]') as string,
    });
    expect(world.upstream.requests).toHaveLength(1);
    world.services.advance(minute);
    await expect(view(world, {}, broken)).rejects.toMatchObject({ code: 'selector-matched-nothing' });
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('is taken over from a reader who died, by one of many, when their time is over', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(3) }) });
    const { transact } = world.services;
    world.services.transact = () => Promise.reject(new Error('the process is gone'));
    await view(world);
    world.services.transact = transact;
    expect(await load(world)).toEqual({ state: 'pending', askAgainMs: expect.any(Number) as number });
    world.services.advance(31_000);
    const replies = await Promise.all(Array.from({ length: 20 }, () => load(world)));
    expect(replies.filter(({ state }) => state === 'view')).toHaveLength(1);
    expect(world.upstream.requests).toHaveLength(2);
    expect((await view(world)).view.totalRows).toBe(3);
  });
});

describe('what has not changed', () => {
  it('is asked for by its validators, and only the head is written for a 304', async () => {
    const etag = '"v1"';
    const world = await flightWorld({
      [usersUrl]: ({ headers }) =>
        headers['if-none-match'] === etag ? status(304) : json({ value: users(3000) }, { headers: { etag } }),
    });
    const first = await view(world);
    world.services.advance(6 * minute);
    world.services.memory.log.length = 0;
    const second = await view(world, { refetch: true });
    expect(world.upstream.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, etag]);
    expect(second.view).toEqual(first.view);
    expect(second.age.fetchedAt).toBe(world.services.now());
    expect(written(world).filter((key) => key.startsWith('snapshot'))).toEqual([expect.stringMatching(/^snapshot:/)]);
    expect((await view(world)).askAgainMs).toBeUndefined();
  });

  it('is read whole again for a panel that has no rows yet', async () => {
    const world = await flightWorld({
      [usersUrl]: ({ headers }) =>
        headers['if-none-match'] ? status(304) : json({ value: users(3) }, { headers: { etag: '"v1"' } }),
    });
    await view(world);
    const late = await addPanel(world);
    expect((await view(world, {}, late)).view.totalRows).toBe(3);
  });

  it('is not written again when the answer holds the same rows', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(3000) }) });
    await view(world);
    world.services.advance(6 * minute);
    world.services.memory.log.length = 0;
    await view(world, { refetch: true });
    expect(written(world).filter((key) => key.startsWith('snapshot'))).toEqual([expect.stringMatching(/^snapshot:/)]);
    expect((await view(world, { window: { offset: 2990, count: 5 } })).view.rows).toHaveLength(5);
  });

  it('is written again once a day, so that chunks never end before their head', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(3000) }) });
    await view(world);
    world.services.advance(25 * 60 * minute);
    world.services.memory.log.length = 0;
    await view(world, { refetch: true });
    expect(written(world).some((key) => key.startsWith('snapshot-chunk:'))).toBe(true);
  });
});

describe('a source that fails', () => {
  it('is left alone for a growing while, until it answers again', async () => {
    let isFailing = true;
    const world = await flightWorld({ [usersUrl]: () => (isFailing ? status(500) : json({ value: users(1) })) });
    const rests: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      await problem(world);
      const { code, details } = await problem(world);
      expect(code).toBe('remote-failed');
      rests.push(details.retryAfterMs ?? 0);
      world.services.advance(details.retryAfterMs ?? 0);
    }
    expect(world.upstream.requests).toHaveLength(7);
    expect(rests.map((ms) => ms / 1000)).toEqual([30, 60, 120, 240, 480, 900, 900]);
    isFailing = false;
    await view(world);
    isFailing = true;
    world.services.advance(62 * minute);
    expect((await view(world)).age.staleReason).toContain('Directory failed (status 500).');
    world.services.advance(31_000);
    await view(world);
    expect(world.upstream.requests).toHaveLength(10);
  });

  it('is left alone as long as it says, and longer only when it says so again', async () => {
    const world = await flightWorld({ [usersUrl]: () => status(429, { 'retry-after': '5' }) });
    const rests: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      await problem(world);
      const { details } = await problem(world);
      rests.push((details.retryAfterMs ?? 0) / 1000);
      world.services.advance(details.retryAfterMs ?? 0);
    }
    expect(world.upstream.requests).toHaveLength(4);
    expect(rests).toEqual([5, 10, 20, 40]);
  });

  it('is asked as soon as a wait is over that another request of it met', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(3) }) });
    const { services, dataSource, upstream } = world;
    await noteWait(services.storage, { id: dataSource.id }, { waitMs: 5000, status: 429 }, services.now());
    services.advance(4000);
    expect(await problem(world)).toMatchObject({ code: 'remote-rate-limited', details: { retryAfterMs: 1000 } });
    expect(upstream.requests).toHaveLength(0);
    services.advance(1000);
    expect((await view(world)).view.totalRows).toBe(3);
  });

  it('is asked sooner by a reader who asks for new rows by hand', async () => {
    const world = await flightWorld({ [usersUrl]: () => status(500) });
    await problem(world);
    world.services.advance(31_000);
    await problem(world);
    world.services.advance(31_000);
    await problem(world);
    expect(world.upstream.requests).toHaveLength(2);
    await problem(world, { refresh: true });
    expect(world.upstream.requests).toHaveLength(3);
    await problem(world, { refresh: true });
    expect(world.upstream.requests).toHaveLength(3);
  });

  it('says why while stale rows are shown behind which it was asked', async () => {
    let isFailing = false;
    const world = await flightWorld({ [usersUrl]: () => (isFailing ? status(503) : json({ value: users(1) })) });
    await view(world);
    isFailing = true;
    world.services.advance(6 * minute);
    expect(await view(world)).toMatchObject({ askAgainMs: 0, age: { staleReason: undefined } });
    const second = await view(world, { refetch: true });
    expect(second.age.staleReason).toContain('Directory failed (status 503).');
    expect(second.askAgainMs).toBeUndefined();
  });
});

describe('politeness', () => {
  const limits = { pages: 90, rows: 200_000, megabytes: 32, seconds: 20, requestsPerMinute: 3 };
  const response = () => json({ value: users(1) });

  it('asks a data source so many times a minute and no more, whatever is asked of it', async () => {
    const urls = ['a', 'b', 'c', 'd', 'e'].map((name) => `${usersUrl}/${name}`);
    const request = {
      method: 'GET' as const,
      url: `${usersUrl}/{x}`,
      parameters: [],
      headers: [],
      body: { kind: 'none' as const },
    };
    const settings = { limits, request, variables: [{ name: 'x', defaultValue: 'a' }] };
    const world = await flightWorld(Object.fromEntries(urls.map((url) => [url, response])), { settings });
    const panels = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((x) => addPanel(world, { variableValues: { x } })));
    const replies = [];
    for (const each of panels) replies.push(await load(world, {}, each));
    expect(replies.map(({ state }) => state)).toEqual(['view', 'view', 'view', 'pending', 'pending']);
    expect(world.upstream.requests).toHaveLength(3);
    const [, , , fourth] = replies;
    world.services.advance(fourth?.state === 'pending' ? fourth.askAgainMs : 0);
    expect(await load(world, {}, panels[3])).toMatchObject({ state: 'view' });
    expect(await load(world, {}, panels[4])).toMatchObject({ state: 'view' });
  });

  it('counts the pages of a long read for whoever comes next', async () => {
    const world = await flightWorld(
      {
        [usersUrl]: () => json({ value: users(1), '@odata.nextLink': `${usersUrl}?p=2` }),
        [`${usersUrl}?p=2`]: () => json({ value: users(1), '@odata.nextLink': `${usersUrl}?p=3` }),
        [`${usersUrl}?p=3`]: response,
      },
      { settings: { limits } },
    );
    await view(world);
    world.services.advance(31_000);
    const busy = await view(world, { refresh: true });
    expect(busy.age.staleReason).toContain('reached the number of requests per minute');
    world.services.advance(busy.askAgainMs ?? 0);
    expect((await view(world, { refresh: true })).age.staleReason).toBeUndefined();
  });
});

describe('what a view costs', () => {
  const unit = 10 * 1024;

  it('is little enough for three hundred a minute of five panels with a thousand readers', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(5000) }) });
    await view(world);
    const { memory } = world.services;
    memory.log.length = 0;
    await view(world);
    const names = memory.log.map(({ name }) => name);
    expect(names.every((name) => name === 'get')).toBe(true);
    expect(names.length).toBeLessThanOrEqual(4);
    const sizes = memory.log.map(({ key }) => sizeOf(memory.open.get(key) ?? entity(key)));
    const units = sizes.reduce((sum, size) => sum + Math.max(1, Math.ceil(size / unit)), 0);
    expect(300 * units).toBeLessThanOrEqual(4000);
    const sizeOfHead = Math.max(...sizes);
    expect(sizeOfHead).toBeLessThanOrEqual(unit);

    function entity(key: string): unknown {
      return [...memory.entities.values()].map((records) => records.get(key)).find(Boolean);
    }
  });

  const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
});

describe('pruning flights', () => {
  it('deletes what nobody has asked for a day, and spares what is held', async () => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(1) }) });
    const { services } = world;
    await view(world);
    expect(await pruneFlights(services)).toEqual({ flights: 0, budgets: 0 });
    services.advance(25 * 60 * minute);
    expect(await pruneFlights(services)).toEqual({ flights: 1, budgets: 1 });
    expect(await services.flights.list()).toEqual([]);
    expect((await view(world, { refetch: true })).age.fetchedAt).toBe(services.now());
  });

  const used = async (count: number) => {
    const world = await flightWorld({ [usersUrl]: () => json({ value: users(1) }) });
    await view(world);
    const [[, one]] = [...world.services.memory.records('flight')] as [[string, Flight]];
    for (let each = 1; each < count; each += 1)
      await world.services.flights.create(`f${each}`, { ...one, id: `f${each}` });
    return world;
  };

  it('reads what has expired and no more', async () => {
    const { services } = await used(30);
    await pruneFlights(services);
    services.advance(25 * 60 * minute);
    for (let each = 0; each < 50; each += 1) {
      const lease = { holder: '', since: services.now(), until: 0, waits: '' as const };
      await services.flights.create(`new${each}`, newFlight(`new${each}`, 'source', lease, 'x'));
    }
    services.memory.log.length = 0;
    expect(await pruneFlights(services)).toEqual({ flights: 30, budgets: 1 });
    const { log } = services.memory;
    expect(log.filter(({ name }) => name === 'list').map(({ key }) => key)).toEqual([
      'flight expired',
      'budget expired',
    ]);
    expect(log.filter(({ name, key }) => name === 'get' && /^new/.test(key))).toEqual([]);
  });

  it('goes on without the index until the platform has built it, and for records from before it', async () => {
    const { services } = await used(5);
    const { flights } = services;
    const older = { ...(await flights.get('f1'))!, expiresAt: undefined, rev: 2, by: 'x' };
    await flights.replace('f1', 1, older);
    services.advance(25 * 60 * minute);
    const unbuilt = { ...flights, expired: () => Promise.resolve(undefined) };
    await services.storage.set('upkeep:expiry-indexed', true);
    expect(await pruneFlights({ ...services, flights: unbuilt })).toEqual({ flights: 5, budgets: 1 });
    await services.storage.delete('upkeep:expiry-indexed');
    await flights.create('f1', { ...older, usedAt: services.now() });
    expect(await pruneFlights(services)).toEqual({ flights: 0, budgets: 0 });
    services.advance(25 * 60 * minute);
    expect(await pruneFlights(services)).toEqual({ flights: 1, budgets: 0 });
  });
});
