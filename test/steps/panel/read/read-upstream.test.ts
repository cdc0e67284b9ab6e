import type { DataSourceSettings } from '../../../../src/shared/contract';
import type { Access } from '../../../../src/grants/access';
import type { Reading } from '../../../../src/shared/frame';
import { type Bounds, readBounds } from '../../../../src/panel/shape/read-bounds';
import { readUpstream } from '../../../../src/panel/read/read-upstream';
import type { Upstream } from '../../../../src/panel/read/upstream';
import { Problem } from '../../../../src/shared/problem';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, openAccess, tokenAccess, users, usersUrl } from '../../../support/panels';
import { type Respond, json, memoryUpstream, type MemoryUpstream, status } from '../../../support/memory-upstream';

const origin = new URL(usersUrl).origin;
const page2 = `${usersUrl}?$skiptoken=2`;
const page3 = `${usersUrl}?$skiptoken=3`;

interface Trial {
  reading?: Reading;
  problem?: Problem;
  rows: number;
  requests: MemoryUpstream['requests'];
}

interface Options {
  access?: Access;
  bounds?: Partial<Bounds>;
  settings?: Partial<DataSourceSettings>;
  values?: Record<string, string>;
  selectors?: Upstream['selectors'];
  remainingTime?: number;
  advance?: (services: ReturnType<typeof memoryServices>) => void;
}

async function read(responses: Record<string, Respond>, options: Options = {}): Promise<Trial> {
  const upstream = memoryUpstream(responses);
  const { remainingTime = 25_000, advance } = options;
  const services = memoryServices({
    remainingTime: () => remainingTime,
    fetch: async (url, init) => {
      const response = await upstream.fetch(url, init);
      advance?.(services);
      return response;
    },
  });
  const settings = dataSourceSettings({ name: 'Orders API', ...options.settings });
  const bounds = { ...readBounds, ...options.bounds };
  let rows = 0;
  const take = (document: unknown, room: number): number => {
    const taken = Math.min((document as { value: unknown[] }).value.length, room);
    rows += taken;
    return taken;
  };
  try {
    const { access = openAccess, values = {}, selectors = { rows: [], others: [] } } = options;
    const reading = await readUpstream({ settings, access, bounds, values, selectors }, services, take);
    return { reading, rows, requests: upstream.requests };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { problem, rows, requests: upstream.requests };
  }
}

const page = (count: number, next?: string) => () =>
  json({ value: users(count), ...(next && { '@odata.nextLink': next }) });

/** A body that never ends by itself: says how much of it was taken, and whether it was given up. */
function endless(): { response: Response; taken: () => number; isCancelled: () => boolean } {
  let taken = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { response: new Response(stream), taken: () => taken, isCancelled: () => cancelled };
}

describe('an answer that is a problem', () => {
  const withToken = tokenAccess([origin]);

  it.each<[string, Respond, Options, string, string]>([
    ['nothing', () => new Response(''), {}, 'response-unreadable', 'returned an empty response'],
    ['half a body', () => new Response('{"value":[{"a"'), {}, 'response-unreadable', 'ends abruptly'],
    ['a word', () => new Response('OK'), {}, 'response-unreadable', 'not JSON'],
    [
      '401 without credentials',
      () => status(401),
      {},
      'remote-unauthorized',
      'requires a sign-in (status 401). An admin can set up',
    ],
    [
      '401 with credentials',
      () => status(401),
      { access: withToken },
      'remote-unauthorized',
      'does not accept our sign-in (status 401). An admin can reconnect',
    ],
    ['403', () => status(403), {}, 'remote-forbidden', 'refused our access (status 403)'],
    ['404', () => status(404), {}, 'remote-not-found', 'has nothing at this address (status 404)'],
    ['400', () => status(400), {}, 'remote-refused', 'did not accept our request (status 400)'],
    ['429', () => status(429, { 'retry-after': '90' }), {}, 'remote-rate-limited', 'asks us to wait 90 seconds'],
    ['429 without a time', () => status(429), {}, 'remote-rate-limited', 'asks us to wait 30 seconds'],
    [
      '429 until a date',
      () => status(429, { 'retry-after': 'Tue, 01 Jan 2030 12:10:00 GMT' }),
      {},
      'remote-rate-limited',
      '10 minutes',
    ],
    ['500', () => status(500), {}, 'remote-failed', 'failed (status 500)'],
    ['503', () => status(503, { 'retry-after': '60' }), {}, 'remote-failed', 'failed (status 503)'],
  ])('%s ends in one sentence that names the data source', async (_, response, options, code, sentence) => {
    const { problem } = await read({ [usersUrl]: response }, options);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toMatch(/^Orders API /);
    expect(problem?.message).toContain(sentence);
    expect(problem?.message).not.toContain('example.com');
  });

  it('keeps what the remote said for admins', async () => {
    const { problem } = await read({ [usersUrl]: () => status(403, {}, 'scope User.Read.All is missing') });
    expect(problem?.message).not.toContain('User.Read.All');
    expect(problem?.details).toMatchObject({ detail: 'scope User.Read.All is missing', status: 403 });
  });

  it('a body larger than the bound is not read to its end', async () => {
    const body = endless();
    const { problem } = await read({ [usersUrl]: () => body.response }, { bounds: { bytes: 1024 * 1024 } });
    expect(problem).toMatchObject({ code: 'response-too-large', message: expect.stringContaining('more than 1 MB') });
    expect(body.taken()).toBeLessThan(1_400_000);
    expect(body.isCancelled()).toBe(true);
  });

  it('a connection that breaks in the middle of a body is tried again, twice at most', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.error(new TypeError('terminated')),
        }),
      );
    const once = await read({ [usersUrl]: (_, attempt) => (attempt === 1 ? broken() : page(3)()) });
    expect(once.reading).toMatchObject({ stopReason: 'complete', rowsRead: 3 });
    const always = await read({ [usersUrl]: broken });
    expect(always.problem).toMatchObject({
      code: 'remote-unreachable',
      message: expect.stringContaining('Orders API was lost'),
    });
    expect(always.requests).toHaveLength(3);
  });

  it('a body that does not come in time ends in a timeout', async () => {
    const silent = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const { problem } = await read({ [usersUrl]: silent }, { bounds: { requestMs: 30 } });
    expect(problem).toMatchObject({
      code: 'remote-timeout',
      message: expect.stringContaining('Orders API took too long'),
    });
  });

  it('nothing is asked when the invocation has no time left', async () => {
    const { problem, requests } = await read({ [usersUrl]: page(1) }, { remainingTime: 2000 });
    expect(problem?.code).toBe('remote-timeout');
    expect(requests).toEqual([]);
  });
});

describe('reading page after page', () => {
  it('reads until there is no next link', async () => {
    const { reading, rows } = await read({ [usersUrl]: page(3, page2), [page2]: page(3, page3), [page3]: page(1) });
    expect(reading).toMatchObject({ stopReason: 'complete', pagesRead: 3, rowsRead: 7, warnings: [] });
    expect(rows).toBe(7);
  });

  it('counts the bytes of all bodies', async () => {
    const { reading } = await read({ [usersUrl]: page(3, page2), [page2]: page(3) });
    const bytes =
      JSON.stringify({ value: users(3), '@odata.nextLink': page2 }).length + JSON.stringify({ value: users(3) }).length;
    expect(reading?.bytesRead).toBe(bytes);
  });

  it.each<[string, Record<string, Respond>, Options, Partial<Reading>]>([
    [
      'a link to another host',
      { [usersUrl]: page(2, 'https://evil.example.com/users') },
      {},
      { stopReason: 'foreign-link', rowsRead: 2 },
    ],
    ['a link to the page itself', { [usersUrl]: page(2, usersUrl) }, {}, { stopReason: 'complete', rowsRead: 2 }],
    [
      'links in a circle',
      { [usersUrl]: page(2, page2), [page2]: page(2, usersUrl) },
      {},
      { stopReason: 'repeated-link', rowsRead: 4 },
    ],
    [
      'the bound of pages',
      { [usersUrl]: page(2, page2), [page2]: page(2, page3) },
      { bounds: { pages: 2 } },
      { stopReason: 'page-limit', pagesRead: 2 },
    ],
    [
      'the bound of rows',
      { [usersUrl]: page(2, page2), [page2]: page(2, page3) },
      { bounds: { rows: 3 } },
      { stopReason: 'row-limit', rowsRead: 3 },
    ],
    [
      'the bound of bytes',
      { [usersUrl]: page(9, page2), [page2]: page(9, page3) },
      { bounds: { bytes: 800 } },
      { stopReason: 'byte-limit', rowsRead: 9 },
    ],
    [
      'the bound of time',
      { [usersUrl]: page(2, page2), [page2]: page(2, page3) },
      { advance: (services) => services.advance(11_000) },
      { stopReason: 'time-limit', rowsRead: 4 },
    ],
    [
      'a page that fails',
      { [usersUrl]: page(2, page2), [page2]: () => status(500) },
      {},
      { stopReason: 'failed', rowsRead: 2, pagesRead: 1 },
    ],
    [
      'a page cut off',
      { [usersUrl]: page(2, page2), [page2]: () => new Response('{"value":[') },
      {},
      { stopReason: 'failed', rowsRead: 2 },
    ],
  ])('keeps what was read at %s', async (_, responses, options, expected) => {
    const { reading, rows, requests } = await read(responses, options);
    expect(reading).toMatchObject(expected);
    expect(rows).toBe(expected.rowsRead ?? rows);
    expect(requests.every(({ url }) => new URL(url).origin === origin)).toBe(true);
  });

  it('waits a short time that the remote asks for, and goes on', async () => {
    const busyOnce: Respond = (_, attempt) => (attempt === 1 ? status(429, { 'retry-after': '2' }) : page(2)());
    const { reading, requests } = await read({ [usersUrl]: page(2, page2), [page2]: busyOnce });
    expect(reading).toMatchObject({ stopReason: 'complete', rowsRead: 4, durationMs: 2000 });
    expect(requests).toHaveLength(3);
  });

  it('does not wait again and again', async () => {
    const { problem, requests } = await read({ [usersUrl]: () => status(429, { 'retry-after': '1' }) });
    expect(problem?.code).toBe('remote-rate-limited');
    expect(requests).toHaveLength(3);
  });
});

describe('credentials on the way', () => {
  const authorization = (trial: Trial) => trial.requests.map(({ headers }) => headers.authorization);

  it('are refreshed once after a 401, and the request is repeated', async () => {
    const access = tokenAccess([origin]);
    const picky: Respond = ({ headers }) => (headers.authorization === 'Bearer second-token' ? page(2)() : status(401));
    const trial = await read({ [usersUrl]: picky }, { access });
    expect(trial.reading?.rowsRead).toBe(2);
    expect(authorization(trial)).toEqual(['Bearer first-token', 'Bearer second-token']);
  });

  it('are not tried a third time', async () => {
    const access = tokenAccess([origin]);
    const trial = await read({ [usersUrl]: () => status(401) }, { access });
    expect(trial.problem?.code).toBe('remote-unauthorized');
    expect(trial.requests).toHaveLength(2);
    expect(access.refusals).toBe(1);
  });

  it('never go to an origin they were not obtained for', async () => {
    const trial = await read({ [usersUrl]: page(1) }, { access: tokenAccess(['https://other.example.com']) });
    expect(trial.problem?.code).toBe('host-not-allowed');
    expect(trial.requests).toEqual([]);
  });
});

describe('redirects', () => {
  const elsewhere = 'https://files.example.net/users';

  it('are followed on the same origin with the credentials', async () => {
    const moved = `${origin}/v2/users`;
    const responses = { [usersUrl]: () => status(302, { location: '/v2/users' }), [moved]: page(2) };
    const trial = await read(responses, { access: tokenAccess([origin]) });
    expect(trial.reading?.rowsRead).toBe(2);
    expect(trial.requests[1]).toMatchObject({ url: moved, headers: { authorization: 'Bearer first-token' } });
  });

  it('are followed to another origin only without credentials', async () => {
    const responses = { [usersUrl]: () => status(307, { location: elsewhere }), [elsewhere]: page(2) };
    expect((await read(responses)).reading?.rowsRead).toBe(2);
    const withToken = await read(responses, { access: tokenAccess([origin]) });
    expect(withToken.reading?.rowsRead).toBe(2);
    expect(withToken.requests[1]?.headers).not.toHaveProperty('authorization');
  });

  it('say that a host is not approved without its name', async () => {
    const refused = () => Promise.reject(new Problem('host-not-allowed', 'Nobody has approved it.'));
    const { problem } = await read({ [usersUrl]: () => status(307, { location: elsewhere }), [elsewhere]: refused });
    expect(problem).toMatchObject({
      code: 'host-not-allowed',
      message: expect.stringMatching(/^Orders API is on a host/),
    });
    expect(problem?.message).not.toContain('files.example.net');
  });

  it('end after five', async () => {
    const { problem, requests } = await read({ [usersUrl]: () => status(301, { location: usersUrl }) });
    expect(problem).toMatchObject({
      code: 'remote-failed',
      message: expect.stringContaining('redirects more than 5 times'),
    });
    expect(requests).toHaveLength(6);
  });

  it('without a readable address are a problem', async () => {
    const { problem } = await read({ [usersUrl]: () => status(302, { location: 'https://' }) });
    expect(problem?.code).toBe('remote-failed');
  });
});
