import { defaultSeed, type ProductUser } from '../../../local/platform/product/seed';
import type { LoadReply, LoadRequest, PanelView } from '../../../src/shared/contract';
import { startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, panelOn, valueOf } from './walks';

type ViewReply = Extract<LoadReply, { state: 'view' }>;

const readers: ProductUser[] = Array.from({ length: 20 }, (_, index) => ({
  accountId: `557058:0a1b2c3d-bbbb-4111-8111-${String(index).padStart(12, '0')}`,
  displayName: `Reader ${index}`,
  email: `reader${index}@example.com`,
  role: 'reader',
  groups: ['confluence-users'],
}));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let app: AppOnHost;

beforeAll(async () => {
  const product = { ...defaultSeed, users: [...defaultSeed.users, ...readers] };
  app = await startApp({ users: 50, host: { workers: 4, product } });
});

afterAll(() => app.close());
afterEach(() => app.demo.control.setFaults([]));

async function load(request: Partial<LoadRequest> & { panelId: string }, accountId?: string): Promise<LoadReply> {
  return valueOf(await app.askMacro('loadPanel', { window: firstRows, ...request }, accountId ? { accountId } : {}));
}

/** The first view that a reader gets, who asks again as the macro does. */
async function rowsFor(panelId: string, index: number): Promise<ViewReply> {
  const accountId = readers[index % readers.length]?.accountId;
  for (;;) {
    const requested = await app.askMacro('loadPanel', { panelId, window: firstRows }, { accountId });
    if (!requested.ok && requested.problem.code !== 'busy') throw new Error(JSON.stringify(requested.problem));
    if (requested.ok && requested.value.state === 'view') return requested.value;
    await pause(requested.ok && requested.value.state === 'pending' ? requested.value.askAgainMs : 1000);
  }
}

/** What came of the work, and the requests that it led to. */
async function reads<T>(work: () => Promise<T>): Promise<{ result: T; api: number; refreshes: number }> {
  const before = await app.demo.control.stats();
  const result = await work();
  const after = await app.demo.control.stats();
  return { result, api: after.api - before.api, refreshes: after.refreshes - before.refreshes };
}

test('a thousand cold readers at the moment of expiry lead to one request and one refresh, and all get rows', async () => {
  const source = await connected(app, { name: 'Awaited' });
  const panel = await panelOn(app, source.id);
  app.clock.advance(3_600_000);
  await app.demo.control.setFaults([{ on: 'api', times: 1, what: { kind: 'delay', milliseconds: 2000 } }]);
  const callsBefore = app.host.calls().length;
  const done = await reads(() => Promise.all(Array.from({ length: 1000 }, (_, index) => rowsFor(panel.id, index))));
  for (const { view } of done.result) expect(view.totalRows).toBe(50);
  expect(done).toMatchObject({ api: 1, refreshes: 1 });
  const stored = app.host.calls().slice(callsBefore);
  expect(stored.filter(({ kind }) => kind === 'kvs').length).toBeLessThan(1500);
});

test('five panels on one request lead to one request, cold and stale', async () => {
  const source = await connected(app, { name: 'Shared by five' });
  const panels: PanelView[] = [];
  for (const name of ['A', 'B', 'C', 'D', 'E']) panels.push(await panelOn(app, source.id, { name }));
  const cold = await reads(() => Promise.all(panels.map(({ id }, index) => rowsFor(id, index))));
  expect(cold.result.map(({ view }) => view.totalRows)).toEqual([50, 50, 50, 50, 50]);
  expect(cold.api).toBe(1);
  app.clock.advance(6 * 60_000);
  const stale = await reads(() => Promise.all(panels.map(({ id }) => load({ panelId: id }))));
  expect(stale.result).toMatchObject(panels.map(() => ({ state: 'view', askAgainMs: 0 })));
  expect(stale.api).toBe(0);
  const again = await reads(() => Promise.all(panels.map(({ id }) => load({ panelId: id, refetch: true }))));
  expect(again.api).toBe(1);
  for (const { id } of panels) expect(await load({ panelId: id })).not.toHaveProperty('askAgainMs');
});

test('a view of fresh rows costs four calls of the storage and none of Confluence', async () => {
  const source = await connected(app, { name: 'Cheap' });
  const panel = await panelOn(app, source.id);
  await rowsFor(panel.id, 0);
  const { invocation } = await app.host.invoke({
    moduleKey: 'external-data',
    functionKey: 'loadPanel',
    payload: { panelId: panel.id, window: firstRows },
    accountId: app.reader,
  });
  const calls = app.host.calls(invocation);
  expect(calls.map(({ kind }) => kind)).toEqual(['kvs', 'kvs', 'kvs', 'kvs']);
});

test('a list of many pages is shown after the first, read on with its ticket, and kept until it is complete anew', async () => {
  await app.demo.control.setUserCount(110);
  const { settings } = app.form();
  const request = { ...settings.request, parameters: [{ name: '$top', value: '1' }] };
  const limits = { ...settings.limits, requestsPerMinute: 10_000 };
  const source = await connected(app, { name: 'Long', request, limits });
  const panel = await panelOn(app, source.id);
  await app.demo.control.setFaults([{ on: 'api', times: 1, what: { kind: 'delay', milliseconds: 400 } }]);
  const part = (await load({ panelId: panel.id })) as ViewReply;
  expect(part).toMatchObject({ part: { rows: 1, pages: 1 }, ticket: expect.any(String) as string });
  const read = await reads(() => load({ panelId: panel.id, carry: part.ticket }));
  expect(read.result).toMatchObject({ part: { rows: 91 }, ticket: expect.any(String) as string });
  expect(read.api).toBe(90);
  await app.host.drainQueues();
  const whole = await load({ panelId: panel.id });
  expect(whole).toMatchObject({ view: { totalRows: 110 }, reading: { stopReason: 'complete', pagesRead: 110 } });
  expect(whole).not.toHaveProperty('askAgainMs');
  app.clock.advance(6 * 60_000);
  const behind = await reads(() => load({ panelId: panel.id, refetch: true }));
  expect(behind).toMatchObject({ api: 90, result: { view: { totalRows: 110 }, progress: { rowsRead: 90 } } });
  await app.host.drainQueues();
  expect(await load({ panelId: panel.id })).not.toHaveProperty('askAgainMs');
  await app.demo.control.setUserCount(50);
});
