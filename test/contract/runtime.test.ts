import { createClock } from '../../local/shared/clock';
import type { FixtureHost } from './fixture-host';
import { startFixture } from './fixture-host';

let app: FixtureHost;
const clock = createClock();

beforeAll(async () => {
  app = await startFixture({ clock, variables: { FIXTURE_VARIABLE: 'blue' }, limits: { resolverSeconds: 3 } });
});
afterAll(() => app.host.close());

test('a resolver gets payload and context, the account from the platform', async () => {
  const reply = await app.call<{ payload: object; context: Record<string, unknown> }>('hello', { a: [1] });
  expect(reply.payload).toEqual({ a: [1] });
  expect(reply.context).toMatchObject({
    accountId: app.accounts.editor,
    moduleKey: 'fixture-macro',
    accountType: 'licensed',
  });
});

test('an uncaught error reaches the caller as its message, without the stack', async () => {
  const { invocation, ...reply } = await app.host.invoke({
    functionKey: 'fail',
    moduleKey: 'fixture-macro',
    accountId: app.accounts.editor,
  });
  expect(reply).toEqual({ ok: false, message: 'It went wrong.' });
  expect(app.logged.find((entry) => entry.invocation === invocation)?.text).toContain('at ');
});

test('200 concurrent invocations never see the identity of another', async () => {
  const { admin, editor, reader } = app.accounts;
  const replies = await Promise.all(
    Array.from({ length: 200 }, (_, at) =>
      app.call<{ accountId: string; expected: string; same: boolean }>(
        'identity',
        { pause: at % 7 },
        [admin, editor, reader][at % 3],
      ),
    ),
  );
  expect(new Set(replies.map(({ expected }) => expected)).size).toBe(3);
  expect(replies.filter(({ accountId, expected, same }) => accountId !== expected || !same)).toEqual([]);
});

test('two installations on the same threads share no storage', async () => {
  const write = { moduleKey: 'fixture-macro', accountId: app.accounts.editor, functionKey: 'storage' };
  await app.host.invoke({ ...write, payload: [['set', 'mine', 1]] });
  const other = await app.host.invoke({ ...write, payload: [['get', 'mine']], site: 'other' });
  expect(other).toMatchObject({ ok: true, body: [null] });
});

test('a busy loop is ended at the time limit, and the next call is answered', async () => {
  await expect(app.call('spin')).rejects.toThrow('longer than its limit of 3 seconds');
  expect(await app.call('hello', 1)).toMatchObject({ payload: 1 });
});

test.each([
  ['that takes more memory than the manifest gives it', 'hoard', "The function's process failed"],
  ['that ends its process', 'leave', 'The function ended its process.'],
])('a function %s fails alone, and the next call is answered', async (_name, functionKey, message) => {
  await expect(app.call(functionKey)).rejects.toThrow(message);
  expect(await app.call('hello', 1)).toMatchObject({ payload: 1 });
});

test('a platform call after the reply is refused and named in the log', async () => {
  const late = app.logged.length;
  expect(await app.call('late')).toBe('replied');
  await eventually(() =>
    app.logged.slice(late).some(({ text }) => text.startsWith('late: Platform call after the reply')),
  );
  expect(app.logged.slice(late).map(({ text }) => text)).toContain(
    'Platform call after the reply: fpp /wiki/rest/api/user/current',
  );
});

test('what an invocation leaves running never acts in the name of the next one on its thread', async () => {
  const { host, call, logged, accounts } = await startFixture({ workers: 1 });
  const left = call('late', undefined, accounts.admin);
  const next = await call<{ accountId: string }>('identity', { pause: 60 }, accounts.reader);
  expect([await left, next.accountId]).toEqual(['replied', accounts.reader]);
  const refused = 'late: Platform call after the reply of the invocation: fpp /wiki/rest/api/user/current';
  await eventually(() => logged.some(({ text }) => text === refused));
  expect(host.calls()).toHaveLength(1);
  await host.close();
});

test('a platform call that is not modelled fails loudly, by name', async () => {
  const before = app.logged.length;
  await expect(app.call('graph')).rejects.toThrow('HOST_NOT_MODELLED');
  expect(app.logged.slice(before).map(({ text }) => text)).toContain(
    'Not modelled by the local host: fpp/stargate POST /graphql',
  );
});

test('a connection that would pass the host by is refused where it is made, not where its module is loaded', async () => {
  expect(await app.call('side-door')).toContain('HOST_NOT_MODELLED');
});

test('functions see the Forge variables and nothing of the machine', async () => {
  expect(await app.call('environment')).toEqual({ variable: 'blue' });
});

test('functions follow the clock of the host', async () => {
  clock.advance(86_400_000);
  expect(Math.abs((await app.call<number>('now')) - clock.now())).toBeLessThan(2_000);
  expect(clock.now() - Date.now()).toBeGreaterThan(86_000_000);
});

test('a request above 500 KB and a reply above 5 MB are refused', async () => {
  await expect(app.call('hello', 'x'.repeat(500 * 1024))).rejects.toThrow('the limit is 512000');
  expect(await app.call<string>('large', { bytes: 5 * 1024 * 1024 - 2 })).toHaveLength(5 * 1024 * 1024 - 2);
  await expect(app.call('large', { bytes: 5 * 1024 * 1024 })).rejects.toThrow('reply is larger than');
});

test('more than 1,200 invocations a minute by one user are refused', async () => {
  const { host, call, accounts } = await startFixture({ limits: { invocationsPerMinuteAndUser: 3 } });
  const replies = await Promise.allSettled(Array.from({ length: 8 }, () => call('now')));
  expect(replies.some(({ status }) => status === 'rejected')).toBe(true);
  expect(await call('now', undefined, accounts.reader)).toEqual(expect.any(Number));
  await host.close();
});

test('a scheduled trigger runs without a user, so that asUser needs authentication', async () => {
  expect(await app.host.runScheduled('nightly')).toMatchObject({
    ok: true,
    value: { answer: 'NEEDS_AUTHENTICATION_ERR' },
  });
});

test('with schedules on, a trigger runs when the clock says so, and once for each interval', async () => {
  const moved = createClock();
  const { host } = await startFixture({ clock: moved, schedules: true });
  const runs = () => host.calls().filter(({ kind }) => kind === 'confluence').length;
  moved.advance(300_000);
  await eventually(() => runs() === 1);
  moved.advance(5 * 86_400_000);
  await eventually(() => runs() === 2);
  await host.close();
});

async function eventually(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
