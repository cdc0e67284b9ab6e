import type { DataSourceView, PanelView, Reply, LoadReply } from '../../../src/shared/contract';
import type { DemoFault } from '../../../local/demo/settings';
import { startApp, type AppOnHost } from './app-on-host';
import { expectPlain, secretsInTheOpen, strayChunks, upkeepLater } from './fault-runs';
import { connected, firstRows, panelOn, requestTo, rowsOf, valueOf } from './walks';

const minute = 60_000;

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 10 });
});

afterEach(async () => {
  await app.demo.control.setFaults([]);
  await app.demo.control.setClockSkew(0);
  expect(secretsInTheOpen(app)).toEqual([]);
});

afterAll(async () => {
  await upkeepLater(app);
  expect(strayChunks(app)).toEqual([]);
  await app.close();
});

const formOf = ({ id, rev, settings }: DataSourceView) => ({ id, rev, settings, secrets: {} });

/** Long before a reader's call is over, so that a server that never answers is known to be one. */
const impatient = () => ({ ...app.form().settings.limits, seconds: 2, megabytes: 1 });

async function peopleBehind(name: string): Promise<{ source: DataSourceView; panel: PanelView }> {
  const request = requestTo(app, '/v1.0/users', [{ name: '$top', value: '10' }]);
  const source = await connected(app, { name, request, limits: impatient() });
  return { source, panel: await panelOn(app, source.id, { name }) };
}

const load = (panelId: string): Promise<Reply<LoadReply>> =>
  app.askMacro('loadPanel', { panelId, window: firstRows, refresh: true });

type Trouble = [name: string, fault: DemoFault, code: string];

const ofTheApi: Trouble[] = [
  [
    'asks for a pause',
    { on: 'api', what: { kind: 'status', status: 429, retryAfterSeconds: 30 } },
    'remote-rate-limited',
  ],
  [
    'asks for a pause without saying how long',
    { on: 'api', what: { kind: 'status', status: 429 } },
    'remote-rate-limited',
  ],
  ['fails', { on: 'api', what: { kind: 'status', status: 500 } }, 'remote-failed'],
  ['is down for maintenance', { on: 'api', what: { kind: 'status', status: 503 } }, 'remote-failed'],
  ['never answers', { on: 'api', what: { kind: 'hang' } }, 'remote-timeout'],
  ['breaks off before its answer', { on: 'api', what: { kind: 'lose-answer' } }, 'remote-unreachable'],
  ['breaks off in the middle of its answer', { on: 'api', what: { kind: 'half-body' } }, 'remote-unreachable'],
  ['answers with a bomb', { on: 'api', what: { kind: 'gzip-bomb', megabytes: 512 } }, 'response-too-large'],
];

test.each(ofTheApi)(
  'an API that %s: old rows with the reason, or one sentence, then new rows',
  async (name, fault, code) => {
    const { panel } = await peopleBehind(`API ${name}`);
    const { panel: cold } = await peopleBehind(`Cold ${name}`);
    const before = valueOf(await rowsOf(app, panel.id));
    app.clock.advance(6 * minute);
    await app.demo.control.setFaults([fault]);

    const kept = await load(panel.id);
    expectPlain(kept);
    if (isOurLimit(code)) expect(kept).toMatchObject({ ok: false, problem: { code } });
    else expect(kept).toMatchObject({ ok: true, value: { state: 'view', view: rowsIn(before), age: reason } });
    const none = await app.askMacro('loadPanel', { panelId: cold.id, window: firstRows });
    expectPlain(none);
    expect(none).toMatchObject({ ok: false, problem: { code } });

    await app.demo.control.setFaults([]);
    app.clock.advance(61 * minute); // longer than a failing source is left alone
    expectNewRows(await load(panel.id), rowsIn(before));
    expectNewRows(await rowsOf(app, cold.id), rowsIn(before));
  },
);

const reason = { staleReason: expect.stringMatching(/^[A-Z].*\.$/) as string };

/** Nothing passes by itself there, so old rows would hide what an admin has to do. */
const isOurLimit = (code: string) => code === 'response-too-large';

function expectNewRows(reply: Reply<LoadReply>, view: { totalRows: number }): void {
  expect(reply).toMatchObject({ ok: true, value: { state: 'view', view } });
  expect(reply).not.toHaveProperty('value.age.staleReason');
}

const rowsIn = (reply: LoadReply) => ({ totalRows: reply.state === 'view' ? reply.view.totalRows : -1 });

const ofTheTokenServer: [name: string, fault: DemoFault, loses: boolean][] = [
  ['asks for a pause', { on: 'token', what: { kind: 'status', status: 429, retryAfterSeconds: 30 } }, false],
  ['fails', { on: 'token', what: { kind: 'status', status: 500 } }, false],
  ['answers too late', { on: 'token', times: 1, what: { kind: 'delay', milliseconds: 1500 } }, false],
  ['loses its answer', { on: 'token', times: 1, what: { kind: 'lose-answer' } }, true],
  ['breaks off in the middle of its answer', { on: 'token', times: 1, what: { kind: 'half-body' } }, true],
];

test.each(ofTheTokenServer)(
  'a token server that %s: old rows meanwhile, and no refresh in a row',
  async (name, fault, loses) => {
    const { source, panel } = await peopleBehind(`Token ${name}`);
    const before = valueOf(await rowsOf(app, panel.id));
    app.clock.advance(11 * minute); // past the access token
    await app.demo.control.setFaults([fault]);
    const kept = valueOf(await load(panel.id));
    expect(kept).toMatchObject({ state: 'view', view: rowsIn(before) });

    await app.demo.control.setFaults([]);
    app.clock.advance(61 * minute);
    const report = await app.call('testDataSource', formOf(source));
    expect(report.problem?.code).toBe(loses ? 'reconnect-needed' : undefined);
    const last = valueOf(await load(panel.id));
    expect(last).toMatchObject({ state: 'view', view: rowsIn(before) });
  },
);

test.each([
  ['ahead', 10 * minute],
  ['behind', -10 * minute],
])('a token server whose clock is %s by ten minutes can be signed in to, read and refreshed', async (where, skewMs) => {
  await app.demo.control.setClockSkew(skewMs);
  const { source, panel } = await peopleBehind(`Clock ${where}`);
  expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ state: 'view', view: { totalRows: 10 } });
  const before = await app.demo.control.stats();
  app.clock.advance(11 * minute);
  expectNewRows(await load(panel.id), { totalRows: 10 });
  expect(await app.call('testDataSource', formOf(source))).toMatchObject({ status: 200 });
  const after = await app.demo.control.stats();
  expect(after.refreshes - before.refreshes).toBe(1);
  expect(after.apiRefusals - before.apiRefusals).toBe(0);
});
