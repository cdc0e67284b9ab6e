import { startApp, type AppOnHost } from './app-on-host';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 50 });
});

afterAll(() => app.close());

test('an unsaved form is authenticated against the demo, saved, and shows the badge', async () => {
  const { reply, callback } = await app.consent(app.form());
  expect(await app.call('authenticationStatus', { attemptId: reply.attemptId })).toMatchObject({ state: 'waiting' });
  const page = await fetch(callback);
  expect({ status: page.status, text: await page.text() }).toMatchObject({
    status: 200,
    text: expect.stringContaining('You can close this window') as string,
  });
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  const status = await app.call('authenticationStatus', { attemptId: reply.attemptId });
  expect(status).toMatchObject({ state: 'authenticated', badge: { state: 'authenticated', hasRefreshToken: true } });
  const saved = await app.call('saveDataSource', { ...app.form(), draftId: reply.draftId });
  expect(saved).toMatchObject({ storedSecrets: { clientSecret: true }, badge: { state: 'authenticated' } });
  expect(await app.call('listDataSources', undefined)).toMatchObject([
    { name: 'Directory', badge: { state: 'authenticated' } },
  ]);
  const again = await fetch(callback);
  expect({ status: again.status, text: await again.text() }).toMatchObject({
    status: 400,
    text: expect.stringContaining('already been used') as string,
  });
});

/** A saved and authenticated data source of that name. */
async function connected(name: string) {
  const plain = app.form();
  const form = { ...plain, settings: { ...plain.settings, name } };
  const { reply, callback } = await app.consent(form);
  expect((await fetch(callback)).status).toBe(200);
  return app.call('saveDataSource', { ...form, draftId: reply.draftId });
}

test.each([
  { name: 'a declined consent', buttons: ['Ada Lindqvist', 'Cancel'], says: /Consent was declined/ },
  {
    name: 'an account that may not consent',
    buttons: ['Tom Okafor', 'Return without granting consent'],
    says: /admin consent/i,
  },
])('$name ends in a plain sentence, and nothing is stored', async ({ buttons, says }) => {
  const secretsBefore = app.host.secretKeys().filter((key) => key.startsWith('tok:'));
  const { reply, page } = await app.visit(app.form(), buttons);
  expect((await fetch(page.url)).status).toBe(400);
  const status = await app.call('authenticationStatus', { attemptId: reply.attemptId });
  expect(status).toMatchObject({ state: 'failed', badge: { state: 'not-authenticated' } });
  expect(status.problem?.code).toBe('authorization-denied');
  expect(status.problem?.message).toMatch(says);
  expect(app.host.secretKeys().filter((key) => key.startsWith('tok:'))).toEqual(secretsBefore);
});

test('a wrong client secret is told in a plain sentence', async () => {
  const form = { ...app.form(), secrets: { clientSecret: 'not-the-secret-at-all' } };
  const { reply, callback } = await app.consent(form);
  expect((await fetch(callback)).status).toBe(400);
  const { problem } = await app.call('authenticationStatus', { attemptId: reply.attemptId });
  expect(problem).toMatchObject({ code: 'exchange-failed', remoteCode: 'invalid_client' });
  expect(problem?.message).toContain('Client Secret is wrong');
});

test('a token host that nobody approved is named to the admin', async () => {
  const plain = app.form();
  const authentication = { ...plain.settings.authentication, tokenUrl: 'https://tokens.example.com/token' };
  const form = { ...plain, settings: { ...plain.settings, authentication } } as typeof plain;
  const { reply, callback } = await app.consent(form);
  expect((await fetch(callback)).status).toBe(400);
  const { problem } = await app.call('authenticationStatus', { attemptId: reply.attemptId });
  expect(problem).toMatchObject({
    code: 'host-not-allowed',
    detail: expect.stringContaining('tokens.example.com') as string,
  });
});

test('the callback answers GET alone: HEAD and POST consume nothing', async () => {
  const { callback } = await app.consent(app.form());
  expect((await fetch(callback, { method: 'HEAD' })).status).toBe(405);
  expect((await fetch(callback, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${callback}&state=second`)).status).toBe(400);
  expect((await fetch(callback)).status).toBe(200);
});

test('two callbacks of the same moment win one grant', async () => {
  const { callback } = await app.consent(app.form());
  const responses = await Promise.all([fetch(callback), fetch(callback), fetch(callback)]);
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
});

test('twenty tests at the moment of expiry lead to one refresh, and the grant lives', async () => {
  const saved = await connected('Expiring');
  app.clock.advance(3_600_000);
  const before = await app.demo.control.stats();
  const form = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
  const replies = await Promise.all(Array.from({ length: 20 }, () => app.call('testDataSource', form)));
  expect(replies.map(({ status, problem }) => status ?? problem?.code)).toEqual(Array.from({ length: 20 }, () => 200));
  const after = await app.demo.control.stats();
  expect(after.refreshes - before.refreshes).toBe(1);
  expect(after.grantsRevoked).toBe(before.grantsRevoked);
});

test('before the app is uninstalled, it forgets the tokens and has them revoked', async () => {
  const saved = await connected('To uninstall');
  const before = await app.demo.control.stats();
  expect(await app.host.uninstall()).toMatchObject([{ ok: true }]);
  expect((await app.demo.control.stats()).revocations).toBeGreaterThan(before.revocations);
  expect((await app.call('getDataSource', { id: saved.id })).badge).toMatchObject({ state: 'not-authenticated' });
  expect(app.host.secretKeys().filter((key) => key.startsWith('tok:'))).toEqual([]);
});

test('disconnect forgets the tokens, revokes them at the provider and says so', async () => {
  const saved = await connected('To disconnect');
  const before = await app.demo.control.stats();
  const view = await app.call('disconnect', { id: saved.id });
  expect(view.badge).toMatchObject({
    state: 'not-authenticated',
    reason: expect.stringContaining('has revoked') as string,
  });
  expect((await app.demo.control.stats()).revocations).toBe(before.revocations + 2); // refresh and access token
  expect(app.host.secretKeys().filter((key) => key.startsWith(`tok:${saved.id}`))).toEqual([]);
});

test('a deleted data source is gone with its secrets and its panels', async () => {
  const saved = await connected('To delete');
  const panel = await app.call('savePanel', {
    settings: {
      name: 'People',
      description: '',
      dataSourceId: saved.id,
      filters: [{ selector: '$.value[*]' }],
      columns: [{ label: 'Name', selector: '$.displayName', type: 'text' }],
      visual: { type: 'table', rowsPerPage: 20 },
      variableValues: {},
    },
  });
  expect((await app.call('getDataSource', { id: saved.id })).panels).toEqual([{ id: panel.id, name: 'People' }]);
  expect(await app.call('deleteDataSource', { id: saved.id })).toEqual({ deletedPanels: ['People'] });
  expect(await app.ask('getDataSource', { id: saved.id })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  expect(await app.ask('getPanel', { id: panel.id })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  expect(app.host.secretKeys().filter((key) => key.includes(saved.id))).toEqual([]);
  expect((await app.call('listDataSources', undefined)).map(({ id }) => id)).not.toContain(saved.id);
});

test('two admins who save at once get one winner and one "conflict", and the winner’s secret stays', async () => {
  const saved = await connected('Contested');
  const save = (description: string) =>
    app.ask('saveDataSource', {
      id: saved.id,
      rev: saved.rev,
      settings: { ...saved.settings, name: `Contested ${description}` },
      secrets: { clientSecret: app.demo.clientSecret },
    });
  const replies = await Promise.all([save('one'), save('two')]);
  expect(replies.map((reply) => (reply.ok ? 'saved' : reply.problem.code)).sort()).toEqual(['conflict', 'saved']);
  const keys = app.host.secretKeys().filter((key) => key.startsWith(`credentials:${saved.id}`));
  expect(keys).toHaveLength(1);
});

test('upkeep runs on the host and keeps what is in use', async () => {
  const saved = await connected('Kept');
  app.clock.advance(30 * 3_600_000);
  await app.host.runScheduled('hourly-upkeep');
  const form = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
  expect(await app.call('testDataSource', form)).toMatchObject({ status: 200 });
  expect(app.host.records().filter(({ key }) => key.startsWith('draft:'))).toEqual([]);
});

test('nothing secret stands in a log line, an open record or a page', () => {
  const open = JSON.stringify([app.logged, app.host.records()]);
  expect(open).not.toContain(app.demo.clientSecret);
  expect(open).not.toMatch(/eyJ[\w-]{10,}\./);
  expect(app.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
