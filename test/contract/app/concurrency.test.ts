import { startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, panelOn, rowsOf, valueOf } from './walks';

jest.setTimeout(60_000);

const many = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 40, host: { workers: 4 } });
});

afterAll(() => app.close());

test('a hundred readers at the moment of expiry lead to one refresh, the grant lives, and all get rows', async () => {
  const source = await connected(app, { name: 'Expiring' });
  const panels = await many(10, (index) => panelOn(app, source.id, { name: `People ${index}` }));
  app.clock.advance(3_600_000);
  const before = await app.demo.control.stats();
  const asked = await many(100, (index) =>
    app.askMacro('loadPanel', { panelId: panels[index % panels.length]!.id, window: firstRows }),
  );
  const states = asked.map((reply) => (reply.ok ? reply.value.state : JSON.stringify(reply.problem)));
  expect(new Set(states.filter((state) => state !== 'view' && state !== 'pending'))).toEqual(new Set());
  const replies = await many(100, (index) => rowsOf(app, panels[index % panels.length]!.id));
  for (const reply of replies) expect(valueOf(reply)).toMatchObject({ state: 'view', view: { totalRows: 40 } });
  const after = await app.demo.control.stats();
  expect(after.refreshes - before.refreshes).toBe(1);
  expect(after.tokenRefusals).toBe(before.tokenRefusals);
  expect(after.grantsRevoked).toBe(before.grantsRevoked);
  expect(after.apiRefusals).toBe(before.apiRefusals);
  expect(after.api - before.api).toBe(panels.length);
  app.clock.advance(3_600_000);
  expect(valueOf(await rowsOf(app, panels[0]!.id))).toMatchObject({ state: 'view', age: {} });
  expect((await app.demo.control.stats()).refreshes - before.refreshes).toBe(2);
  expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('authenticated');
});
