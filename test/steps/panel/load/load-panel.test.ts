import { loadPanel } from '../../../../src/panel/load/load-panel';
import { Problem, toProblemReply } from '../../../../src/shared/problem';
import { tableOf, type ViewReply } from '../../../support/flights';
import { dataSourceSettings, type PanelWorld, panelWorld, users, usersUrl } from '../../../support/panels';
import { json, status } from '../../../support/memory-upstream';

const window = { offset: 0, count: 25 };
const minute = 60_000;

async function view(world: PanelWorld, request: object = {}): Promise<ViewReply> {
  const reply = await loadPanel({ panelId: world.panel.id, window, ...request }, {}, world.services);
  return tableOf(reply);
}

const names = (reply: ViewReply) => reply.view.rows.map(([name]) => name);
/** All keys but the data source's health, which every reading notes. */
const keysOf = (world: PanelWorld) =>
  [...world.services.memory.open.keys()].filter((key) => !key.startsWith('health:'));
const operations = (world: PanelWorld) => world.services.memory.log.map(({ name }) => name);

/** Two pages of users, the second behind a next link. */
function pages(count: number) {
  return {
    [usersUrl]: () => json({ value: users(count), '@odata.nextLink': `${usersUrl}?$skiptoken=2` }),
    [`${usersUrl}?$skiptoken=2`]: () => json({ value: users(count, count) }),
  };
}

describe('loading a panel', () => {
  it('reads all pages and answers the asked window', async () => {
    const world = await panelWorld(pages(600));
    const reply = await view(world, { window: { offset: 598, count: 4 } });
    expect(names(reply)).toEqual(['User 000598', 'User 000599', 'User 000600', 'User 000601']);
    expect(reply).toMatchObject({ title: 'People', rowsPerPage: 25, view: { totalRows: 1200, matchingRows: 1200 } });
    expect(reply.reading).toMatchObject({ pagesRead: 2, rowsRead: 1200, stopReason: 'complete', warnings: [] });
    expect(reply.age).toEqual({ fetchedAt: world.services.now(), staleReason: undefined });
  });

  it('answers a first page from a fresh snapshot with at most four storage calls and no request', async () => {
    const world = await panelWorld(pages(5000));
    const cold = await view(world);
    world.services.memory.log.length = 0;
    const warm = await view(world);
    expect(warm.view.rows).toEqual(cold.view.rows);
    expect(operations(world)).toEqual(['get', 'get', 'get']);
    expect(world.services.memory.entities.get('grant')?.size).toBe(0);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('keeps the whole of a small frame in the head, so that it needs no chunk', async () => {
    const world = await panelWorld(pages(40));
    await view(world);
    const warm = await view(world, { window: { ...window, sorts: [{ column: 'c1', direction: 'descending' }] } });
    expect(warm.view).toMatchObject({ whole: true, totalRows: 80 });
    expect(keysOf(world).filter((key) => !key.startsWith('snapshot:'))).toEqual([]);
  });

  it('sorts, searches and pages a large frame from its snapshot', async () => {
    const world = await panelWorld(pages(3000));
    await view(world);
    const sorted = await view(world, {
      window: { offset: 10, count: 3, sorts: [{ column: 'c1', direction: 'descending' }], search: 'user 00' },
    });
    const ages = sorted.view.rows.map(([, age]) => age);
    const expected = users(6000)
      .map(({ age }) => age)
      .sort((a, b) => b - a);
    expect(ages).toEqual(expected.slice(10, 13));
    expect(sorted.view).toMatchObject({ whole: false, offset: 10, matchingRows: 6000 });
    expect(names(await view(world, { window: { offset: 0, count: 2, search: '000042' } }))).toEqual(['User 000042']);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('shows stale rows at once, and reads anew behind them when it is asked again', async () => {
    const world = await panelWorld(pages(30));
    const first = await view(world);
    world.services.advance(6 * minute);
    const stale = await view(world);
    expect(stale).toMatchObject({ askAgainMs: 0, age: { fetchedAt: first.age.fetchedAt, staleReason: undefined } });
    expect(world.upstream.requests).toHaveLength(2);
    const second = await view(world, { refetch: true });
    expect(second.age.fetchedAt).toBe(world.services.now());
    expect(second.askAgainMs).toBeUndefined();
    expect(world.upstream.requests).toHaveLength(4);
    await view(world, { refetch: true });
    expect(world.upstream.requests).toHaveLength(4);
  });

  it('makes the reader wait for new rows once the kept ones are too old to be shown', async () => {
    const world = await panelWorld(pages(30));
    await view(world);
    world.services.advance(61 * minute);
    expect((await view(world)).age.fetchedAt).toBe(world.services.now());
    expect(world.upstream.requests).toHaveLength(4);
  });

  it('goes by the ages of the panel, then those of the data source', async () => {
    const ages = (freshSeconds: number) => ({ freshSeconds, staleSeconds: 2 * freshSeconds, keepSeconds: 600 });
    const world = await panelWorld(pages(3), { settings: { freshness: ages(60) } });
    await view(world);
    world.services.advance(90_000);
    expect(await view(world)).toMatchObject({ askAgainMs: 0 });
    const own = await panelWorld(pages(3), { settings: { freshness: ages(60) }, panel: { freshness: ages(100) } });
    await view(own);
    own.services.advance(90_000);
    expect((await view(own)).askAgainMs).toBeUndefined();
    own.services.advance(120_000);
    expect((await view(own)).age.fetchedAt).toBe(own.services.now());
  });

  it('deletes the old chunks when the rows have changed', async () => {
    let change = 0;
    const world = await panelWorld({ [usersUrl]: () => json({ value: users(6000, change) }) });
    await view(world);
    const before = keysOf(world);
    change = 1;
    world.services.advance(6 * minute);
    await view(world, { refetch: true });
    const after = keysOf(world);
    expect(world.upstream.requests).toHaveLength(2);
    expect(after).toHaveLength(before.length);
    expect(after.filter((key) => before.includes(key))).toEqual(before.filter((key) => key.startsWith('snapshot:')));
  });

  it('asks the remote for a refresh only when the rows have a minimum age', async () => {
    const world = await panelWorld(pages(10));
    await view(world);
    await view(world, { refresh: true });
    expect(world.upstream.requests).toHaveLength(2);
    world.services.advance(minute);
    await view(world, { refresh: true });
    expect(world.upstream.requests).toHaveLength(4);
  });

  it('answers pending while another reader reads, and their rows afterwards', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let reached = (): void => undefined;
    const reading = new Promise<void>((resolve) => (reached = resolve));
    const world = await panelWorld({
      [usersUrl]: async () => {
        reached();
        await held;
        return json({ value: users(3) });
      },
    });
    const first = view(world);
    await reading;
    const second = await loadPanel({ panelId: world.panel.id, window }, {}, world.services);
    expect(second).toEqual({ state: 'pending', askAgainMs: expect.any(Number) });
    letGo();
    expect(names(await first)).toHaveLength(3);
    expect(names(await view(world))).toHaveLength(3);
    expect(world.upstream.requests).toHaveLength(1);
  });

  it('asks the remote once for fifty readers who come at the same moment', async () => {
    const world = await panelWorld(pages(700));
    const untilView = async (): Promise<ViewReply> => {
      for (;;) {
        const reply = await loadPanel({ panelId: world.panel.id, window }, {}, world.services);
        if (reply.state === 'view') return tableOf(reply);
      }
    };
    const replies = await Promise.all(Array.from({ length: 50 }, untilView));
    expect(new Set(replies.map((reply) => JSON.stringify(reply.view.rows))).size).toBe(1);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('answers the new rows when the old chunks go while they are being read', async () => {
    let last = 5998;
    const world = await panelWorld({ [usersUrl]: () => json({ value: users(++last) }) });
    await view(world);
    const { memory } = world.services;
    const sorted = { window: { offset: 0, count: 2, sorts: [{ column: 'c0', direction: 'descending' }] } };
    let isReplaced = false;
    memory.turn = async ({ key }) => {
      if (isReplaced || !key.startsWith('snapshot-chunk:')) return;
      isReplaced = true;
      world.services.advance(minute);
      await view(world, { refresh: true });
    };
    const reply = await view(world, sorted);
    expect(isReplaced).toBe(true);
    expect(names(reply)).toEqual(['User 005999', 'User 005998']);
    expect(reply.age.fetchedAt).toBe(world.services.now());
  });

  it('reads anew when chunks are lost', async () => {
    const world = await panelWorld(pages(3000));
    await view(world);
    for (const key of world.services.memory.open.keys()) {
      if (key.startsWith('snapshot-chunk:')) world.services.memory.open.delete(key);
    }
    expect(names(await view(world, { window: { offset: 5000, count: 1 } }))).toEqual(['User 005000']);
    expect(world.upstream.requests).toHaveLength(4);
  });
});

describe('a panel whose remote fails', () => {
  const failures = [
    ['a server error', () => status(500), 'Directory failed (status 500).'],
    ['too many requests', () => status(429, { 'retry-after': '120' }), 'Directory has received too many requests'],
    [
      'a refused sign-in',
      () => status(401),
      'The API does not accept the sign-in of this data source. An admin can see why in its settings.',
    ],
    [
      'a refused access',
      () => status(403),
      'The API does not allow this data source to read these rows. An admin can see why in its settings.',
    ],
    ['a web page', () => new Response('<!doctype html><title>Sign in</title>'), 'Directory returned a web page'],
    [
      'a lost connection',
      () => Promise.reject(new Problem('remote-unreachable', 'The server at api.example.com cannot be reached.')),
      'Directory cannot be reached.',
    ],
  ] as const;

  it.each(failures)('shows the last good rows with the reason after %s', async (_, failing, sentence) => {
    let isFailing = false;
    const world = await panelWorld({ [usersUrl]: async () => (isFailing ? failing() : json({ value: users(3) })) });
    const good = await view(world);
    isFailing = true;
    world.services.advance(6 * minute);
    const stale = await view(world, { refetch: true });
    expect(stale.view).toEqual(good.view);
    expect(stale.age.fetchedAt).toBe(good.age.fetchedAt);
    expect(stale.age.staleReason).toContain(sentence);
    expect(stale.age.staleReason).not.toContain('example.com');
  });

  it.each(failures)('answers the problem after %s when no rows are kept', async (_, failing, sentence) => {
    const world = await panelWorld({ [usersUrl]: async () => failing() });
    const problem: unknown = await view(world).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).readerMessage).toContain(sentence);
    expect((problem as Problem).readerMessage).not.toContain('example.com');
    expect([...world.services.memory.open.keys()].filter((key) => key.startsWith('snapshot'))).toEqual([]);
  });

  it('tells a reader of a request stored without an encoder that it needs a change, and not where', async () => {
    const request = { ...dataSourceSettings().request, parameters: [{ name: '$filter', value: "name eq '{x}'" }] };
    const world = await panelWorld({}, { settings: { request, variables: [{ name: 'x', defaultValue: 'a' }] } });
    const problem = (await view(world).catch((error: unknown) => error)) as Problem;
    expect(toProblemReply(problem, 'everyone')).toMatchObject({
      code: 'invalid-input',
      message: 'The request of this data source needs a change.',
      fields: undefined,
    });
    expect(world.upstream.requests).toEqual([]);
  });

  it('does not show rows that are older than a week', async () => {
    let isFailing = false;
    const world = await panelWorld({ [usersUrl]: async () => (isFailing ? status(500) : json({ value: users(3) })) });
    await view(world);
    isFailing = true;
    world.services.advance(8 * 24 * 60 * minute);
    await expect(view(world)).rejects.toMatchObject({ code: 'remote-failed' });
  });

  it('does not ask again before the time is over that the remote asked for', async () => {
    const world = await panelWorld({ [usersUrl]: () => status(429, { 'retry-after': '120' }) });
    await expect(view(world)).rejects.toMatchObject({ code: 'remote-rate-limited' });
    world.services.advance(minute);
    await expect(view(world)).rejects.toMatchObject({ code: 'remote-rate-limited', details: { retryAfterMs: minute } });
    expect(world.upstream.requests).toHaveLength(1);
    world.services.advance(minute);
    await expect(view(world)).rejects.toMatchObject({ code: 'remote-rate-limited' });
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('keeps what was read when a later page fails, says so, and soon tries again', async () => {
    const second = `${usersUrl}?$skiptoken=2`;
    const world = await panelWorld({ ...pages(3), [second]: () => status(500) });
    const cut = await view(world);
    expect(cut.view.totalRows).toBe(3);
    expect(cut.reading).toMatchObject({ stopReason: 'failed', pagesRead: 1 });
    expect(cut.reading.warnings).toEqual([
      expect.stringContaining('Page 2 is missing. Directory failed (status 500).'),
    ]);
    world.services.advance(minute);
    await view(world, { refetch: true });
    expect(world.upstream.requests.map(({ url }) => url)).toEqual([usersUrl, second, second]);
  });

  it('prefers whole rows of before to those of a reading that broke off', async () => {
    let isFailing = false;
    const world = await panelWorld({
      ...pages(3),
      [`${usersUrl}?$skiptoken=2`]: () => (isFailing ? status(500) : json({ value: users(3, 3) })),
    });
    await view(world);
    isFailing = true;
    world.services.advance(6 * minute);
    const reply = await view(world, { refetch: true });
    expect(reply.view.totalRows).toBe(6);
    expect(reply.age.staleReason).toContain('Page 2 is missing.');
  });
});

describe('who may see a panel', () => {
  const named = { settings: { allowedSpaces: { mode: 'named' as const, spaceIds: ['10'] } } };
  const contentIn = (spaceId: string) => ({
    readable: async (id: string) => ({ id, spaceId }),
    editable: async () => undefined,
  });

  it('shows it on a page the reader can read in a named space', async () => {
    const world = await panelWorld(pages(2), { ...named, services: { content: contentIn('10') } });
    const reply = await loadPanel({ panelId: world.panel.id, window }, { claimedContentId: '7' }, world.services);
    expect(reply).toMatchObject({ state: 'view' });
  });

  it.each([
    ['in another space', { content: contentIn('11') }, { claimedContentId: '7' }],
    ['without a page', { content: contentIn('10') }, {}],
    ['on a page they cannot read', {}, { claimedContentId: '7' }],
  ])('refuses it %s, and asks neither remote nor snapshot', async (_, services, caller) => {
    const world = await panelWorld(pages(2), { ...named, services });
    const requested = loadPanel({ panelId: world.panel.id, window }, caller, world.services);
    await expect(requested).rejects.toMatchObject({ code: 'forbidden' });
    expect(world.upstream.requests).toEqual([]);
    expect(world.services.memory.log.some(({ key }) => key.startsWith('snapshot'))).toBe(false);
  });

  it('refuses it where nobody has decided on spaces', async () => {
    const world = await panelWorld(pages(2), { settings: { allowedSpaces: { mode: 'undecided' } } });
    await expect(view(world)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each(['', 'x', '../data-source', 'f'.repeat(32)])('knows no panel with the forged id "%s"', async (panelId) => {
    const world = await panelWorld(pages(2));
    await expect(loadPanel({ panelId, window }, {}, world.services)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a panel saved by a newer version', async () => {
    const world = await panelWorld(pages(2));
    await world.services.panels.replace(world.panel.id, 1, { ...world.panel, rev: 2, schema: 99 });
    await expect(view(world)).rejects.toMatchObject({ code: 'record-newer' });
  });
});
