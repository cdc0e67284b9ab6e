import type { DataSourceForm, RequestSettings } from '../../../src/shared/contract';
import { newId } from '../../../src/ids';
import { startApp, type AppOnHost } from './app-on-host';
import { connected, panelOn, valueOf } from './walks';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 50_000 });
});

afterAll(() => app.close());

/** A form for one of the demo's oddities, without authentication. */
function oddForm(name: string, request: Partial<RequestSettings> = {}): DataSourceForm {
  const { settings } = app.form();
  const url = `${app.demo.origin}/odd/${name}`;
  return {
    settings: {
      ...settings,
      request: { ...settings.request, url, parameters: [], ...request },
      authentication: { type: 'none' },
      pagination: { style: 'none' },
    },
    secrets: {},
  };
}

test('a POST arrives with method, headers, body and values as the form has them', async () => {
  const form = oddForm('echo', {
    method: 'POST',
    headers: [{ name: 'X-Team', value: '{team}', secret: false }],
    body: { kind: 'json', text: '{"team": "{team}"}' },
  });
  const variables = [{ name: 'team', defaultValue: 'core' }];
  const report = await app.call('testDataSource', {
    ...form,
    settings: { ...form.settings, variables },
    sampleValues: { team: 'a "b"' },
  });
  const { value } = JSON.parse(report.raw?.text ?? '') as {
    value: { method: string; body: string; headers: Record<string, string> }[];
  };
  expect(value[0]).toMatchObject({ method: 'POST', body: '{"team": "a \\"b\\""}' });
  expect(value[0]?.headers).toMatchObject({ 'x-team': 'a "b"', 'content-type': 'application/json' });
  expect(report.requests[0]).toMatchObject({ method: 'POST', requestBody: '{"team": "a \\"b\\""}', status: 200 });
});

test.each([
  ['html', 'sign-in-page'],
  ['truncated', 'remote-unreachable'],
  ['not-json', 'response-unreadable'],
  ['status-404', 'remote-not-found'],
  ['status-500', 'remote-failed'],
])('the oddity %s is reported as %s, with something to pass on', async (name, code) => {
  const report = await app.call('testDataSource', oddForm(name));
  expect(report.problem?.code).toBe(code);
  expect(report.diagnostic).toContain(`/odd/${name}`);
  expect(report.diagnostic).toContain(code);
});

test('a test counts for the health of a data source if it tested what is stored, and not otherwise', async () => {
  const { settings, secrets } = oddForm('status-500');
  const { id, rev } = await app.call('saveDataSource', { settings, secrets });
  const health = async () => (await app.call('getDataSource', { id })).health;
  const changed = oddForm('echo').settings;
  await app.call('testDataSource', { id, rev, settings: changed, secrets });
  expect(await health()).toMatchObject({ findings: [] });
  expect((await health()).lastSuccessAt).toBeUndefined();
  await app.call('testDataSource', { id, rev, settings, secrets });
  expect((await health()).lastFailure?.message).toMatch(/500|failed/);
  const fixed = await app.call('saveDataSource', { id, rev, settings: changed, secrets });
  await app.call('testDataSource', { id, rev: fixed.rev, settings: fixed.settings, secrets });
  const { lastSuccessAt = 0, lastFailure } = await health();
  expect(lastSuccessAt).toBeGreaterThanOrEqual(lastFailure?.at ?? Number.POSITIVE_INFINITY);
});

test('the demo directory is seen to have next links, page two is read, and no token is shown', async () => {
  const saved = await connected(app, { name: 'Seen' });
  const settings = { ...saved.settings, pagination: { style: 'none' as const } };
  const report = await app.call('testDataSource', { id: saved.id, rev: saved.rev, settings, secrets: {} });
  expect(report.pagination?.pagination).toEqual({ style: 'odata-next-link' });
  expect(report.pagination?.secondPage?.totalRows).toBe(999);
  const sent = report.requests[0]?.requestHeaders.find(({ name }) => name === 'authorization');
  expect(sent?.value).toBe('Bearer [hidden]');
});

test('how far a test is can be asked by the admin who runs it, and by nobody else', async () => {
  const testId = newId();
  await app.call('testDataSource', { ...oddForm('echo'), testId });
  expect(await app.call('testProgress', { testId })).toEqual({ pagesRead: 1, rowsRead: 1 });
  expect(await app.call('testProgress', { testId: newId() })).toBeNull();
  expect(await app.ask('testProgress', { testId }, app.editor)).toMatchObject({ ok: false });
  expect(await app.ask('testProgress', { testId: '../x' })).toMatchObject({ ok: false });
});

test('a panel on 50,000 users is previewed from its first page alone', async () => {
  const saved = await connected(app, { name: 'Everybody' });
  const panel = await panelOn(app, saved.id);
  const admin = await app.call('previewPanel', { settings: panel.settings });
  const reply = await app.askMacro('previewChoice', { panelId: panel.id }, { accountId: app.editor });
  expect(admin.reading).toMatchObject({ pagesRead: 1, stopReason: 'page-limit' });
  expect(valueOf(reply).reading).toMatchObject({ pagesRead: 1 });
});
