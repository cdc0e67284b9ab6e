import type { DataSourceForm, DataSourceView, OAuth2Authentication } from '../../../src/shared/contract';
import { defaultSeed } from '../../../local/platform/product/seed';
import { approve, startApp, type AppOnHost } from './app-on-host';
import { connected, formWith, problemOf, requestTo, stored, valueOf } from './walks';

const [ada] = defaultSeed.users;
const bea = { ...ada!, accountId: '557058:0a1b2c3d-aaaa-4111-8111-000000000009', displayName: 'Bea Admin' };

let app: AppOnHost;
let source: DataSourceView;

beforeAll(async () => {
  app = await startApp({ users: 10, host: { product: { ...defaultSeed, users: [...defaultSeed.users, bea] } } });
  approve(app.host, [app.demo.origin, app.demo.foreignOrigin]);
  source = await connected(app, { name: 'Bound' });
});

afterAll(() => app.close());

type Change = (form: DataSourceForm, foreign: string) => DataSourceForm;

const withOAuth2 = (form: DataSourceForm, changes: Partial<OAuth2Authentication>): DataSourceForm => {
  const authentication = { ...form.settings.authentication, ...changes } as OAuth2Authentication;
  return { ...form, settings: { ...form.settings, authentication } };
};

const withUrl = (form: DataSourceForm, url: string): DataSourceForm => {
  return { ...form, settings: { ...form.settings, request: { ...form.settings.request, url } } };
};

const changes: [string, Change][] = [
  ['the API is on another origin', (form, foreign) => withUrl(form, `${foreign}/v1.0/users`)],
  ['the Token URL is on another origin', (form, foreign) => withOAuth2(form, { tokenUrl: `${foreign}/token` })],
  ['the Revoke URL is on another origin', (form, foreign) => withOAuth2(form, { revokeUrl: `${foreign}/revoke` })],
  [
    'the Token URL is another path of the same server',
    (form) => withOAuth2(form, { tokenUrl: `${app.demo.origin}/other-tenant/oauth2/v2.0/token` }),
  ],
  [
    'the Revoke URL is another path of the same server',
    (form) => withOAuth2(form, { revokeUrl: `${app.demo.origin}/v1.0/collect` }),
  ],
  ['another client is named', (form) => withOAuth2(form, { clientId: 'another-client' })],
];

const storedForm = (): DataSourceForm => ({ id: source.id, rev: source.rev, settings: source.settings, secrets: {} });

describe.each(changes)('without typing the secret again, where %s', (_what, change) => {
  test.each(['saveDataSource', 'authenticate'] as const)('%s is refused', async (key) => {
    const before = { stored: stored(app), stats: await app.demo.control.stats() };
    const problem = problemOf(await app.ask(key, change(storedForm(), app.demo.foreignOrigin)));
    expect(problem).toMatchObject({ code: 'invalid-input', fields: [{ path: 'secrets.clientSecret' }] });
    expect(problem.fields?.[0]?.message).toMatch(/^Enter the Client Secret again: .+\.$/);
    expect({ stored: stored(app), stats: await app.demo.control.stats() }).toEqual(before);
  });

  test('Test sends nothing', async () => {
    const before = await app.demo.control.stats();
    const reply = await app.ask('testDataSource', change(storedForm(), app.demo.foreignOrigin));
    const problem = reply.ok ? reply.value.problem : reply.problem;
    expect(['reconnect-needed', 'invalid-input']).toContain(problem?.code);
    expect(await app.demo.control.stats()).toEqual(before);
  });
});

test('a Test of another type of authentication carries nothing of the old one', async () => {
  const form = withUrl(storedForm(), `${app.demo.foreignOrigin}/v1.0/users`);
  const settings = { ...form.settings, authentication: { type: 'none' as const } };
  const report = await app.call('testDataSource', { ...form, settings });
  expect(report.status).toBe(200);
  expect(await app.demo.control.stats()).toMatchObject({ foreign: 1, foreignWithCredentials: 0 });
});

test('a change back from "no authentication" needs the secret again', async () => {
  const form = { ...formWith(app, { name: 'Back and forth' }) };
  const first = await app.call('saveDataSource', form);
  const bare = { ...form.settings, authentication: { type: 'none' as const } };
  const second = await app.call('saveDataSource', { id: first.id, rev: first.rev, settings: bare, secrets: {} });
  const back = { id: first.id, rev: second.rev, settings: form.settings, secrets: {} };
  expect(problemOf(await app.ask('saveDataSource', back)).fields).toMatchObject([{ path: 'secrets.clientSecret' }]);
  expect(app.host.secretKeys().filter((key) => key.includes(first.id))).toEqual([]);
});

test('a redirect elsewhere gets no token, and a link elsewhere is not followed', async () => {
  for (const [path, reading] of [
    ['/odd/redirect-foreign', { stopReason: 'complete', rowsRead: 1 }],
    ['/odd/next-public', { stopReason: 'foreign-link', pagesRead: 1 }],
    ['/odd/next-foreign', { stopReason: 'failed', pagesRead: 1 }],
  ] as const) {
    const form = formWith(app, { name: path, request: requestTo(app, path) });
    const { reply, callback } = await app.consent(form);
    expect((await fetch(callback)).status).toBe(200);
    const report = await app.call('testDataSource', { ...form, draftId: reply.draftId });
    expect(report.reading).toMatchObject(reading);
  }
  expect(await app.demo.control.stats()).toMatchObject({ foreign: 2, foreignWithCredentials: 0 });
});

test('a token endpoint that redirects gets no second request', async () => {
  const form = formWith(app, { name: 'Redirecting' }, { tokenUrl: `${app.demo.origin}/odd-token/redirect-foreign` });
  const { reply, callback } = await app.consent(form);
  expect((await fetch(callback)).status).toBe(400);
  const { problem } = await app.call('authenticationStatus', { attemptId: reply.attemptId });
  expect(problem?.message).toContain('redirects the token request');
  expect(await app.demo.control.stats()).toMatchObject({ foreign: 2, foreignWithCredentials: 0 });
});

describe('a draft of one admin', () => {
  test('is of no use to another: not to go on with, to test, to save or to watch', async () => {
    const form = formWith(app, { name: 'Hijacked' });
    const { reply, callback } = await app.consent(form);
    expect((await fetch(callback)).status).toBe(200);
    const before = stored(app);
    const stolen = { ...form, secrets: {}, draftId: reply.draftId };
    for (const key of ['authenticate', 'testDataSource', 'saveDataSource'] as const) {
      expect(problemOf(await app.ask(key, stolen, bea.accountId)).code).toBe('forbidden');
    }
    const status = await app.ask('authenticationStatus', { attemptId: reply.attemptId }, bea.accountId);
    expect(problemOf(status).code).toBe('forbidden');
    expect(stored(app)).toEqual(before);
    expect(valueOf(await app.ask('saveDataSource', stolen)).badge.state).toBe('authenticated');
  });

  test('gives its grant to nobody after a day, and goes with its secrets at the next upkeep', async () => {
    const form = formWith(app, { name: 'Yesterday' });
    const { reply, callback } = await app.consent(form);
    expect((await fetch(callback)).status).toBe(200);
    app.clock.advance(24 * 3_600_000 + 1000);
    const late = { ...form, draftId: reply.draftId };
    expect(problemOf(await app.ask('saveDataSource', { ...late, secrets: {} })).fields).toHaveLength(1);
    const saved = await app.call('saveDataSource', late);
    expect(saved.badge.state).toBe('not-authenticated');
    app.clock.advance(2 * 3_600_000);
    await app.host.runScheduled('hourly-upkeep');
    const traces = [...app.host.records().map(({ key }) => key), ...app.host.secretKeys()];
    expect(traces.filter((key) => key.includes(reply.draftId ?? '?'))).toEqual([]);
  });
});

describe('an attempt', () => {
  test('voids the one before for the same form', async () => {
    const form = formWith(app, { name: 'Tried twice' });
    const first = await app.consent(form);
    const second = await app.consent({ ...form, secrets: {}, draftId: first.reply.draftId });
    const before = await app.demo.control.stats();
    expect((await fetch(first.callback)).status).toBe(400);
    expect((await app.demo.control.stats()).codeExchanges).toBe(before.codeExchanges);
    expect((await fetch(second.callback)).status).toBe(200);
  });

  test('is one of five at most that an account has open', async () => {
    const attempts = [];
    for (let index = 0; index < 6; index += 1)
      attempts.push(await app.consent(formWith(app, { name: `Open ${index}` })));
    expect(app.host.secretKeys().filter((key) => key.startsWith('pending:'))).toHaveLength(5);
    const statuses = [];
    for (const { callback } of attempts) statuses.push((await fetch(callback)).status);
    expect(statuses).toEqual([400, 200, 200, 200, 200, 200]);
  });

  test('uses what the form said at the click, whatever is saved before the callback', async () => {
    const saved = await connected(app, { name: 'Changed meanwhile' });
    const form = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
    const { callback } = await app.consent(form);
    const changed = withOAuth2(form, { tokenUrl: `${app.demo.foreignOrigin}/token` });
    const retyped = { clientSecret: app.demo.clientSecret };
    await app.call('saveDataSource', { ...changed, secrets: retyped });
    const before = await app.demo.control.stats();
    expect((await fetch(callback)).status).toBe(400);
    expect(await app.demo.control.stats()).toEqual(before);
    expect((await app.call('getDataSource', { id: saved.id })).badge.state).toBe('reconnect-needed');
  });

  test('of a draft uses the frozen client, not what the draft was changed to by another window', async () => {
    const form = formWith(app, { name: 'Two windows' });
    const { reply, callback } = await app.consent(form);
    const key = `draft:${reply.draftId}`;
    const draft = app.host.records().find((record) => record.key === key)?.value as {
      settings: DataSourceForm['settings'];
    };
    const settings = withOAuth2(
      { settings: draft.settings, secrets: {} },
      { tokenUrl: `${app.demo.foreignOrigin}/token` },
    ).settings;
    const place = { space: 'open' as const, entity: '' };
    app.host.site().kvs.store.write(place, key, JSON.stringify({ ...draft, settings }), null);
    expect((await fetch(callback)).status).toBe(400);
    expect((await app.demo.control.stats()).foreign).toBe(2);
  });
});

test('nothing with a credential ever reached the foreign server', async () => {
  expect(await app.demo.control.stats()).toMatchObject({ foreign: 2, foreignWithCredentials: 0 });
});
