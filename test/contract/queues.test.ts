import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AsyncEvent } from '@forge/events';
import { createClock } from '../../local/shared/clock';
import type { HostOptions } from '../../local/host/host';
import type { FixtureHost } from './fixture-host';
import { startFixture } from './fixture-host';

type Body = { name: string; task?: string; [more: string]: unknown };
type Pushed = { jobId: string };
type Refused = { refused: string; message: string; failedEvents?: object[] };
type Begun = { event: AsyncEvent<Body>; context: Record<string, unknown> };
const day = 86_400_000;
const stats = (success: number, inProgress: number, failed: number) => ({ success, inProgress, failed });

/** What a test asks of the queues of a fixture host in one word. */
function queuesOf({ host, logged, call, storage }: FixtureHost) {
  const lines = (start: string) => logged.map(({ text }) => text).filter((text) => text.startsWith(start));
  const valuesOf = <T>(start: string) => lines(start).map((text) => JSON.parse(text.slice(start.length)) as T);
  return {
    push: <T = Pushed>(queue: string, push: object) => call<T>('queue', { queue, push }),
    raw: (queue: string, raw: object[]) => call<number>('queue', { queue, raw }),
    stats: (queue: string, { jobId }: Pushed) => call('queue', { queue, stats: jobId }),
    cancel: (queue: string, { jobId }: Pushed) => call('queue', { queue, cancel: jobId }),
    /** What each delivery of the named work was given, the oldest first. */
    begun: (name: string) => valuesOf<Begun>(`begin ${name} `),
    /** What each delivery of the named work yielded. */
    ended: (name: string) => valuesOf<unknown>(`end ${name} `),
    /** The begins and ends of the named work in the order they came. */
    steps: (name: string) =>
      logged.map(({ text }) => text.split(' ')).flatMap(([step, of]) => (of === name ? [step] : [])),
    openGate: () => storage(['set', 'gate', 'open']),
    closeGate: () => storage(['delete', 'gate']),
    later: (milliseconds: number) => {
      host.clock.advance(milliseconds);
      return host.drainQueues();
    },
  };
}

let app: FixtureHost;
let queues: ReturnType<typeof queuesOf>;
beforeAll(async () => {
  app = await startFixture({ workers: 4, clock: createClock() });
  queues = queuesOf(app);
});
afterEach(() => queues.later(60_000)); // each test has its own minute to push in

async function another(options: Partial<HostOptions>) {
  const fixture = await startFixture({ clock: createClock(), ...options });
  return { ...fixture, ...queuesOf(fixture) };
}

describe('a pushed event', () => {
  test('reaches the consumer of its queue with its job, and counts as a success', async () => {
    const body = { name: 'first', nested: { list: [1, null, 'x'] }, constructor: 'kept' };
    const job = await queues.push('plain', { body });
    await app.host.drainQueues();
    const [{ event }] = queues.begun('first') as [Begun];
    expect(event).toEqual({ body, queueName: 'plain', jobId: job.jobId, eventId: expect.any(String) });
    expect(await queues.stats('plain', job)).toEqual(stats(1, 0, 0));
  });

  test('runs without a user, for up to the 900 seconds of its function', async () => {
    await queues.push('long', { body: { name: 'intro', task: 'introduce' } });
    await queues.push('plain', { body: { name: 'brief', task: 'introduce' } });
    await app.host.drainQueues();
    expect(queues.begun('intro')[0]!.context).not.toHaveProperty('principal');
    expect(queues.ended('intro')).toEqual([
      { who: 'NEEDS_AUTHENTICATION_ERR', moduleKey: 'long-work', seconds: expect.any(Number) },
    ]);
    const [{ seconds: long }, { seconds: brief }] = [...queues.ended('intro'), ...queues.ended('brief')] as [
      { seconds: number },
      { seconds: number },
    ];
    expect([long > 890 && long <= 900, brief > 45 && brief <= 55]).toEqual([true, true]);
  });

  test('waits for its delay by the clock', async () => {
    const job = await queues.push('plain', [
      { body: { name: 'soon' } },
      { body: { name: 'delayed' }, delayInSeconds: 600 },
    ]);
    await queues.later(590_000);
    expect([queues.begun('soon').length, queues.begun('delayed').length]).toEqual([1, 0]);
    expect(await queues.stats('plain', job)).toEqual(stats(1, 1, 0));
    await queues.later(10_000);
    expect(queues.begun('delayed').map(({ event }) => event.delayInSeconds)).toEqual([600]);
    expect(await queues.stats('plain', job)).toEqual(stats(2, 0, 0));
  });

  test('runs by itself once the clock is moved, without being asked for', async () => {
    await queues.push('plain', { body: { name: 'unasked' }, delayInSeconds: 300 });
    app.host.clock.advance(300_000);
    await eventually(() => queues.ended('unasked').length === 1);
  });
});

describe('a delivery again', () => {
  test('is asked for with an InvocationError and comes with its context', async () => {
    const retryData = { page: 3 };
    const job = await queues.push('plain', { body: { name: 'again', task: 'retry', retries: 2, retryData } });
    await app.host.drainQueues();
    expect(await queues.stats('plain', job)).toEqual(stats(0, 1, 0));
    await queues.later(59_000);
    expect(queues.begun('again')).toHaveLength(1);
    await queues.later(1_000);
    await queues.later(60_000);
    expect(await queues.stats('plain', job)).toEqual(stats(1, 0, 0));
    const contexts = queues.begun('again').map(({ event }) => event.retryContext);
    expect(contexts).toEqual([
      undefined,
      expect.objectContaining({ retryCount: 1, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData }),
      expect.objectContaining({ retryCount: 2, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData }),
    ]);
    const [{ remainingTimeMs: first }, { remainingTimeMs: second, startTime }] = [
      contexts[1]!.retentionWindow!,
      contexts[2]!.retentionWindow!,
    ];
    expect(first).toBeLessThanOrEqual(day - 60_000);
    expect(first - second).toBeGreaterThanOrEqual(60_000);
    expect(Math.abs(Date.parse(startTime) + day - app.host.clock.now() - second)).toBeLessThan(10_000);
  });

  test('is never later than 900 seconds, whatever retryAfter says', async () => {
    await queues.push('plain', { body: { name: 'capped', task: 'retry', retries: 1, retryAfter: 5_000 } });
    await app.host.drainQueues();
    await queues.later(900_000);
    expect(queues.begun('capped')).toHaveLength(2);
  });

  test('follows an error by itself, with growing waits, until the event is a day old', async () => {
    const job = await queues.push('plain', { body: { name: 'failing', task: 'fail' } });
    await app.host.drainQueues();
    await queues.later(10_000);
    await queues.later(10_000);
    expect(queues.begun('failing')).toHaveLength(2);
    await queues.later(10_000);
    expect(queues.begun('failing')).toHaveLength(3);
    expect(app.logged.map(({ text }) => text)).toContain('The consumer "plain-work" failed: The work failed.');
    expect(await queues.stats('plain', job)).toEqual(stats(0, 1, 0));
    await queues.later(day);
    expect(queues.begun('failing')).toHaveLength(3);
    expect(await queues.stats('plain', job)).toEqual(stats(0, 0, 1));
  });

  test('with more than 4 KB of retryData counts as a failure of the function', async () => {
    const body = { name: 'heavy', task: 'retry', retries: 1, retryData: 'x'.repeat(4 * 1024) };
    await queues.push('plain', { body });
    await app.host.drainQueues();
    await queues.later(10_000);
    expect(queues.begun('heavy').at(-1)!.event.retryContext).toMatchObject({ retryCount: 1, retryData: null });
  });

  test.each([
    ['spin', 'quick', 'FUNCTION_TIME_OUT', 'The function ran longer than its limit of 1 seconds.'],
    ['hoard', 'plain', 'FUNCTION_OUT_OF_MEMORY', "The function's process failed"],
  ])(
    'names the reason when the work was ended for it: %s',
    async (task, queue, retryReason, message) => {
      const job = await queues.push(queue, { body: { name: task, task } });
      expect(await app.call('hello', 1)).toMatchObject({ payload: 1 });
      await app.host.drainQueues();
      expect(app.logged.some(({ text }) => text.includes(message))).toBe(true);
      const again = queues.later(10_000);
      await eventually(() => queues.begun(task).length === 2);
      expect(queues.begun(task)[1]!.event.retryContext).toMatchObject({ retryCount: 1, retryReason });
      await queues.cancel(queue, job);
      await again;
      expect(await queues.stats(queue, job)).toEqual(stats(0, 0, 1));
    },
    30_000,
  );
});

describe('at the same time', () => {
  test('events run beside each other, and no more of one concurrency key than its limit, across queues', async () => {
    const concurrency = { key: 'one-source', limit: 1 };
    await queues.closeGate();
    await queues.push(
      'plain',
      [1, 2, 3].map(() => ({ body: { name: 'free', task: 'wait' } })),
    );
    await eventually(() => queues.begun('free').length === 3);
    await queues.openGate();
    await app.host.drainQueues();

    await queues.closeGate();
    const event = { body: { name: 'held', task: 'wait' }, concurrency };
    await queues.push('plain', [event, event]);
    await queues.push('long', [event, { body: { name: 'beside' } }]);
    await eventually(() => queues.begun('held').length === 1 && queues.ended('beside').length === 1);
    await queues.openGate();
    await app.host.drainQueues();
    expect(queues.steps('held')).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end']);
  });

  test('consumers leave a worker to the resolvers', async () => {
    const small = await another({ workers: 2 });
    await small.push(
      'long',
      [1, 2].map(() => ({ body: { name: 'hold', task: 'wait' } })),
    );
    await eventually(() => small.begun('hold').length === 1);
    expect(await small.call('hello', 1)).toMatchObject({ payload: 1 });
    expect(small.begun('hold')).toHaveLength(1);
    await small.openGate();
    await small.host.drainQueues();
    expect(small.steps('hold')).toEqual(['begin', 'end', 'begin', 'end']);
    await small.host.close();
  });
});

describe('a cancelled job', () => {
  test('runs nothing that has not begun, retries included; what runs goes on', async () => {
    await queues.closeGate();
    const job = await queues.push('plain', [
      { body: { name: 'running', task: 'wait' } },
      { body: { name: 'to-come' }, delayInSeconds: 60 },
      { body: { name: 'retrying', task: 'retry', retries: 1, retryAfter: 60 } },
    ]);
    const other = await queues.push('plain', { body: { name: 'other' }, delayInSeconds: 60 });
    await eventually(() => queues.begun('running').length === 1 && queues.ended('retrying').length === 1);
    expect(await queues.cancel('plain', job)).toBeUndefined();
    expect(await queues.stats('plain', job)).toEqual(stats(0, 1, 2));
    await queues.openGate();
    await queues.later(60_000);
    expect(await queues.stats('plain', job)).toEqual(stats(1, 0, 2));
    expect(['to-come', 'retrying', 'other'].map((name) => queues.begun(name).length)).toEqual([0, 1, 1]);
    expect(await queues.stats('plain', other)).toEqual(stats(1, 0, 0));
  });

  test('must exist in its queue, as for its stats', async () => {
    const job = await queues.push('plain', { body: { name: 'known' } });
    const missing = { refused: 'JobDoesNotExistError' };
    expect(await queues.cancel('long', job)).toMatchObject(missing);
    expect(await queues.stats('plain', { jobId: 'unknown' })).toMatchObject(missing);
  });
});

describe('limits', () => {
  const late = (count: number, size = 0) =>
    Array.from({ length: count }, () => ({ body: { name: 'bulk', filler: 'x'.repeat(size) }, delayInSeconds: 900 }));

  test('500 events a minute for each installation', async () => {
    const { host, push, call, accounts, later } = await another({});
    for (let pushes = 0; pushes < 10; pushes += 1) expect(await push('plain', late(50))).toHaveProperty('jobId');
    expect(await push<Refused>('plain', late(1))).toMatchObject({ refused: 'RateLimitError' });
    const payload = { queue: 'plain', push: late(1) };
    const elsewhere = { functionKey: 'queue', payload, moduleKey: 'fixture-macro', accountId: accounts.editor };
    expect(await host.invoke({ ...elsewhere, site: 'other' })).toMatchObject({ body: { jobId: expect.any(String) } });
    await later(60_000);
    expect(await call('queue', payload)).toHaveProperty('jobId');
    await host.close();
  });

  test('50 events and 200 KB a push, at the host as in the package', async () => {
    expect(await queues.push('plain', late(51))).toMatchObject({ refused: 'TooManyEventsError' });
    expect(await queues.push('plain', late(2, 100 * 1024))).toMatchObject({ refused: 'PayloadTooBigError' });
    expect(await queues.raw('plain', late(51))).toBe(413);
    expect(await queues.raw('plain', late(2, 100 * 1024))).toBe(413);
    expect(await queues.raw('plain', late(50, 3 * 1024))).toBe(201);
  });

  test('100 KB an event, when its consumer may run longer than 55 seconds', async () => {
    const large = late(1, 100 * 1024);
    expect(await queues.push<Refused>('long', large)).toEqual({
      refused: 'PayloadTooBigError',
      message: 'An event for a function of more than 55 s can have up to 102400 bytes.',
    });
    expect(await queues.push('plain', large)).toHaveProperty('jobId');
    expect(await queues.push('long', late(2, 90 * 1024))).toHaveProperty('jobId');
  });

  test('delays and concurrency that cannot be are refused event by event, the rest is kept', async () => {
    const good = { body: { name: 'good' } };
    const bad = { body: { name: 'bad' }, concurrency: { key: 'k', limit: 0 } };
    const refused = await queues.push<Refused>('plain', [bad, good]);
    expect(refused).toMatchObject({ refused: 'PartialSuccessError', message: 'Failed to process 1 event(s).' });
    expect(refused.failedEvents).toEqual([
      { errorMessage: 'concurrency needs a key and a limit of at least 1.', payload: bad },
    ]);
    expect(await queues.raw('plain', [{ ...good, delayInSeconds: 901 }])).toBe(202);
    await queues.later(901_000);
    expect([queues.begun('good').length, queues.begun('bad').length]).toEqual([1, 0]);
  });

  test('1,000 pushes in a chain that began with one invocation', async () => {
    const { host, push, begun, ended, logged } = await another({ limits: { pushesOfChain: 4 } });
    await push('plain', { body: { name: 'link', task: 'chain' } });
    await host.drainQueues();
    expect([begun('link').length, ended('link').length]).toEqual([4, 3]);
    const refused = 'The consumer "plain-work" failed: The limit on cyclic invocation has been reached.';
    expect(logged.map(({ text }) => text)).toContain(refused);
    expect(await push('plain', { body: { name: 'fresh' } })).toHaveProperty('jobId');
    await host.close();
  });

  test('100 outbound requests for each minute that the function may run', async () => {
    const { host, push, ended } = await another({ limits: { outboundRequests: 2 } });
    await push('long', { body: { name: 'many', task: 'exhaust' } });
    await push('plain', { body: { name: 'few', task: 'exhaust' } });
    await host.drainQueues();
    expect([...ended('many'), ...ended('few')]).toEqual([31, 3].map((sent) => ({ sent, name: 'RATE_LIMIT_EXCEEDED' })));
    await host.close();
  });

  test('a queue that nothing consumes is refused by name', async () => {
    expect(await queues.push('nowhere', late(1))).toMatchObject({
      refused: 'InternalServerError',
      message: '400 Bad Request: The manifest has no consumer for the queue "nowhere".',
    });
  });
});

test('a restart goes on: what waits, what ran, what is to be retried and what was counted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'queues-'));
  const db = join(folder, 'kept.sqlite');
  const clock = createClock();
  const first = await another({ db, clock, workers: 3 });
  const jobs = [
    await first.push('plain', { body: { name: 'done' } }),
    await first.push('plain', { body: { name: 'delayed' }, delayInSeconds: 60 }),
    await first.push('plain', { body: { name: 'again', task: 'retry', retries: 1, retryData: 7 } }),
  ];
  await first.host.drainQueues();
  jobs.push(await first.push('long', { body: { name: 'cut', task: 'wait' } }));
  await eventually(() => first.begun('cut').length === 1);
  await first.host.close();
  expect(first.ended('cut')).toEqual([]);

  const second = await another({ db, clock });
  await second.openGate();
  await second.host.drainQueues();
  expect(second.begun('cut').map(({ event }) => event.retryContext)).toEqual([undefined]);
  expect([second.ended('cut').length, second.begun('delayed').length]).toEqual([1, 0]);
  await second.later(60_000);
  expect(second.begun('delayed')).toHaveLength(1);
  expect(second.begun('again')[0]!.event.retryContext).toMatchObject({ retryCount: 1, retryData: 7 });
  const counted = jobs.map((job, at) => second.stats(at === 3 ? 'long' : 'plain', job));
  expect(await Promise.all(counted)).toEqual(jobs.map(() => stats(1, 0, 0)));
  await second.host.close();
  rmSync(folder, { recursive: true });
});

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
