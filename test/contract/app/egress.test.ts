import { approve, startApp, type AppOnHost } from './app-on-host';
import { connected, openSource, panelOn, problemOf, rowsOf, stored, valueOf } from './walks';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 10 });
});

afterAll(() => app.close());

beforeEach(() => approve(app.host, [app.demo.origin]));

test('a host that nobody approved is named to the admin, and not to readers', async () => {
  const source = await openSource(app, 'Far away', '/odd/last-page');
  const panel = await panelOn(app, source.id);
  approve(app.host, ['https://api.example.com']);
  const before = { stored: stored(app), stats: await app.demo.control.stats() };
  const told = problemOf(await rowsOf(app, panel.id));
  expect(told).toEqual({
    code: 'host-not-allowed',
    title: 'Host not approved',
    message: expect.stringMatching(
      /^The rows of “.+” cannot be read .*: Far away is on a host that the app may not contact\. A site admin can approve the host\.$/,
    ) as string,
    actor: 'admin',
    namesActor: true,
    retry: false,
  });
  const form = { id: source.id, rev: source.rev, settings: source.settings, secrets: {} };
  const { problem } = await app.call('testDataSource', form);
  expect(problem).toMatchObject({
    code: 'host-not-allowed',
    detail: expect.stringContaining(app.demo.origin) as string,
  });
  expect(problem?.detail).toMatch(/A site admin approves it/);
  const preview = problemOf(await app.ask('previewPanel', { settings: panel.settings }));
  expect(preview.detail).toContain(app.demo.origin);
  expect({ stored: stored(app), stats: await app.demo.control.stats() }).toEqual(before);
});

test('an approval withdrawn later stops the next reading, says so, and comes back with the approval', async () => {
  const source = await connected(app, { name: 'Withdrawn' });
  const panel = await panelOn(app, source.id);
  expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ view: { totalRows: 10 } });
  const { egress } = app.host.site();
  expect(egress.all()).toHaveLength(1);
  approve(app.host, ['https://api.example.com']);
  expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ state: 'view' });
  const before = await app.demo.control.stats();
  app.clock.advance(2 * 3_600_000);
  const problem = problemOf(await rowsOf(app, panel.id));
  expect(problem.code).toBe('host-not-allowed');
  expect(JSON.stringify(problem)).not.toMatch(/localhost|http/);
  expect(await app.demo.control.stats()).toEqual(before);
  expect((await app.call('getDataSource', { id: source.id })).badge.state).toBe('authenticated');
  approve(app.host, [app.demo.origin]);
  app.clock.advance(120_000);
  expect(valueOf(await rowsOf(app, panel.id))).toMatchObject({ state: 'view', view: { totalRows: 10 } });
});
