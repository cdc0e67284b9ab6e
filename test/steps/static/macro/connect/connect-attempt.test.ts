import type { ConnectionStatus, ProblemReply } from '../../../../../src/shared/contract';
import type { AttemptPorts, ConnectAttempt } from '../../../../../static/macro/connect/connect-attempt';
import { connectAttempt } from '../../../../../static/macro/connect/connect-attempt';
import { CallError } from '../../../../../static/shared/call-error';

const problem = (retry: boolean): ProblemReply => ({
  code: retry ? 'busy' : 'authorization-denied',
  title: 'No',
  message: 'It did not work.',
  actor: 'reader',
  retry,
});

/** An attempt whose clock runs by its own pauses; `statuses` come one after the other, the last again and again. */
function attempt(statuses: (ConnectionStatus | CallError)[], ports: Partial<AttemptPorts> = {}) {
  const told: ConnectAttempt[] = [];
  const opened: string[] = [];
  const pauses: number[] = [];
  let time = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const connected = jest.fn(() => end());
  const control = connectAttempt({
    connect: () => Promise.resolve({ attemptId: 'a1', authorizeUrl: 'https://login.example.com/authorize' }),
    status: () => {
      const status = statuses.length > 1 ? statuses.shift()! : statuses[0]!;
      return status instanceof CallError ? Promise.reject(status) : Promise.resolve(status);
    },
    open: (url) => Promise.resolve(void opened.push(url)),
    pause: (ms) => {
      pauses.push(ms);
      time += ms;
      return Promise.resolve();
    },
    now: () => time,
    changed: (next) => {
      told.push(next);
      if (next.state !== 'preparing' && next.state !== 'waiting') end();
    },
    connected,
    ...ports,
  });
  return { control, told, opened, pauses, connected, ended, later: (ms: number) => (time += ms) };
}

const states = (told: ConnectAttempt[]): string[] => told.map(({ state }) => state);

test('a click opens the sign-in, and the outcome is asked for at growing distances', async () => {
  const waiting: ConnectionStatus = { state: 'waiting' };
  const { control, told, opened, pauses, connected, ended } = attempt([
    ...Array.from({ length: 12 }, () => waiting),
    { state: 'connected' },
  ]);
  control.begin();
  await ended;
  expect(opened).toEqual(['https://login.example.com/authorize']);
  expect(states(told)).toEqual(['preparing', 'waiting']);
  expect([pauses[0], Math.max(...pauses), pauses.length]).toEqual([2000, 10_000, 13]);
  expect(connected).toHaveBeenCalledTimes(1);
});

test('after ten minutes without an outcome it is over', async () => {
  const { control, told, pauses, ended } = attempt([{ state: 'waiting' }]);
  control.begin();
  await ended;
  expect(states(told)).toEqual(['preparing', 'waiting', 'expired']);
  expect(pauses.reduce((sum, ms) => sum + ms)).toBeLessThan(611_000);
});

test.each<[string, ConnectionStatus | CallError, ConnectAttempt]>([
  ['was refused', { state: 'failed', problem: problem(false) }, { state: 'failed', problem: problem(false) }],
  ['came too late', { state: 'expired' }, { state: 'expired' }],
  ['is not known', new CallError(problem(false)), { state: 'failed', problem: problem(false) }],
])('a sign-in that %s ends it', async (_, status, expected) => {
  const { control, told, connected, ended } = attempt([status]);
  control.begin();
  await ended;
  expect(told.at(-1)).toEqual(expected);
  expect(connected).not.toHaveBeenCalled();
});

test('a call that may go through later is made again', async () => {
  const { control, connected, ended } = attempt([new CallError(problem(true)), { state: 'connected' }]);
  control.begin();
  await ended;
  expect(connected).toHaveBeenCalledTimes(1);
});

test('what cannot begin says why', async () => {
  const { control, told, ended } = attempt([], { connect: () => Promise.reject(new CallError(problem(false))) });
  control.begin();
  await ended;
  expect(told.at(-1)).toEqual({ state: 'failed', problem: problem(false) });
});

test.each([
  ['comes too late for the click', 'slow' as const, 5000],
  ['is not opened by the browser', 'not-opened' as const, 0],
])('a sign-in that %s is opened by another click', async (_, because, lateMs) => {
  let isBlocked = because === 'not-opened';
  const opened: string[] = [];
  const made = attempt([{ state: 'connected' }], {
    connect: () => {
      made.later(lateMs);
      return Promise.resolve({ attemptId: 'a1', authorizeUrl: 'https://login.example.com/' });
    },
    open: (url) => (isBlocked ? Promise.reject(new Error('blocked')) : Promise.resolve(void opened.push(url))),
  });
  made.control.begin();
  await made.ended;
  expect(made.told.at(-1)).toEqual({ state: 'ready', because });
  expect(opened).toEqual([]);
  isBlocked = false;
  made.control.open();
  await new Promise(setImmediate);
  expect(opened).toEqual(['https://login.example.com/']);
  expect(made.connected).toHaveBeenCalledTimes(1);
});

test('begun anew or closed, it hears no more of what was before', async () => {
  const statuses: (() => void)[] = [];
  const status = () => new Promise<ConnectionStatus>((resolve) => statuses.push(() => resolve({ state: 'connected' })));
  const { control, connected } = attempt([], { status });
  control.begin();
  await new Promise(setImmediate);
  control.begin();
  await new Promise(setImmediate);
  statuses[0]!();
  await new Promise(setImmediate);
  expect(connected).not.toHaveBeenCalled();
  control.close();
  statuses[1]!();
  await new Promise(setImmediate);
  expect(connected).not.toHaveBeenCalled();
});
