import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { defaultSeed } from '../../local/platform/product/seed';
import type { FixtureHost } from './fixture-host';
import { refusal, startFixture } from './fixture-host';

let app: FixtureHost;
let remote: Server;
let remoteUrl: string;
type Fetched = {
  status?: number;
  body?: string;
  url?: string;
  redirected?: boolean;
  error?: { name: string; message: string; status?: number };
};

beforeAll(async () => {
  app = await startFixture({ allowLoopback: true });
  remote = createServer((request, response) => {
    if (request.url === '/hop') return response.writeHead(302, { location: '/landed' }).end();
    if (request.url === '/away') return response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
    if (request.url === '/across') return response.writeHead(302, { location: `${otherOrigin()}/landed` }).end();
    if (request.url === '/silent') return;
    if (request.url === '/form') return response.writeHead(303, { location: '/landed' }).end();
    response.end(`${request.method} ${request.url} ${request.headers['authorization'] ?? ''}`);
  });
  await new Promise<void>((listening) => remote.listen(0, '127.0.0.1', listening));
  remoteUrl = `http://localhost:${(remote.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.host.close();
  remote.closeAllConnections();
  remote.close();
});

const otherOrigin = () => remoteUrl.replace('localhost', '127.0.0.1');
const approve = (...domains: string[]) =>
  app.host.site().egress.set({
    egresses: [
      { key: 'test', description: '', configured: domains.map((domain) => ({ domain, type: ['FETCH_BACKEND_SIDE'] })) },
    ],
  });
const ask = (path: string, as?: 'app', accountId?: string) =>
  app.call<{ status: number; body: string }>('confluence', { path, as }, accountId);
const read = async <T>(path: string, as?: 'app', accountId?: string) =>
  JSON.parse((await ask(path, as, accountId)).body) as T;

describe('requestConfluence', () => {
  type User = { accountId?: string; operations?: { operation: string; targetType: string }[] };
  const current = '/wiki/rest/api/user/current?expand=operations';

  test('the current user is the caller, and only an admin may administer the application', async () => {
    const administer = { operation: 'administer', targetType: 'application' };
    const [admin, reader] = [
      await read<User>(current, undefined, app.accounts.admin),
      await read<User>(current, undefined, app.accounts.reader),
    ];
    expect(admin).toMatchObject({ accountId: app.accounts.admin, operations: expect.arrayContaining([administer]) });
    expect(reader.operations).not.toContainEqual(administer);
    const retention = '/wiki/rest/api/audit/retention';
    expect(await read(retention, undefined, app.accounts.admin)).toEqual({ number: 3, units: 'YEARS' });
    expect(await ask(retention, undefined, app.accounts.reader)).toMatchObject({ status: 403 });
  });

  test('asUser without a signed-in user needs authentication', async () => {
    await expect(ask(current, undefined, app.accounts.anonymous)).rejects.toThrow('Authentication Required');
  });

  test('a page is 404 for who may not read it, a draft needs get-draft', async () => {
    const statuses = async (accountId: string, ...paths: string[]) =>
      Promise.all(paths.map(async (path) => (await ask(`/wiki/api/v2/pages/${path}`, undefined, accountId)).status));
    expect(
      await statuses(app.accounts.editor, '131075', '131076', '131077', '131078', '131078?get-draft=true'),
    ).toEqual([200, 200, 200, 404, 200]);
    expect(
      await statuses(app.accounts.reader, '131075', '131076', '131077', '131078?get-draft=true', '9', 'x'),
    ).toEqual([200, 404, 404, 404, 404, 400]);
    expect((await ask('/wiki/api/v2/pages/131076', 'app')).status).toBe(404);
    expect(await read('/wiki/api/v2/pages/131075')).toMatchObject({
      id: '131075',
      status: 'current',
      spaceId: '98306',
    });
    expect((await ask('/wiki/api/v2/blogposts/131079')).status).toBe(200);
    expect((await ask('/wiki/api/v2/blogposts/131075')).status).toBe(404);
  });

  test('the operations of a page tell editors from readers', async () => {
    const update = { operation: 'update', targetType: 'page' };
    type Operations = { operations: object[] };
    const path = '/wiki/api/v2/pages/131075/operations';
    expect((await read<Operations>(path)).operations).toContainEqual(update);
    expect((await read<Operations>(path, undefined, app.accounts.reader)).operations).not.toContainEqual(update);
  });

  test('spaces are those the caller may see, by pages and filters', async () => {
    type Spaces = { results: { key: string }[]; _links: { next?: string } };
    const keys = ({ results }: Spaces) => results.map(({ key }) => key);
    const first = await read<Spaces>('/wiki/api/v2/spaces?limit=2');
    expect([...keys(first), ...keys(await read<Spaces>(first._links.next!))]).toEqual(['HB', 'ENG', 'PPL']);
    expect(keys(await read<Spaces>('/wiki/api/v2/spaces', undefined, app.accounts.reader))).toEqual(['HB', 'ENG']);
    expect(keys(await read<Spaces>('/wiki/api/v2/spaces?keys=ENG,PPL&ids=98306'))).toEqual(['ENG']);
    expect((await ask('/wiki/api/v2/spaces/98307', undefined, app.accounts.reader)).status).toBe(404);
  });

  test('authorize() answers from the same permissions', async () => {
    expect(await app.call('authorized', { id: '131076' })).toBe(true);
    expect(await app.call('authorized', { id: '131076' }, app.accounts.reader)).toBe(false);
  });

  test('a space that is closed to the app is not there for it, whoever else may read in it', async () => {
    const spaces = defaultSeed.spaces.map((space) => ({ ...space, closedToApp: space.key === 'ENG' }));
    const { host, call } = await startFixture({ product: { ...defaultSeed, spaces } });
    const status = async (path: string, as?: 'app') =>
      (await call<{ status: number }>('confluence', { path, as })).status;
    for (const path of ['/wiki/api/v2/spaces/98306', '/wiki/api/v2/pages/131075']) {
      expect([await status(path), await status(path, 'app')]).toEqual([200, 404]);
    }
    expect(await status('/wiki/api/v2/spaces/98305', 'app')).toBe(200);
    await host.close();
  });

  test('a path whose scope the manifest does not declare is 403, and so is storage', async () => {
    const { host, call, storage } = await startFixture({ dir: join(__dirname, 'fixture-app-without-scopes') });
    expect(await call('confluence', { path: '/wiki/api/v2/pages/131073' })).toMatchObject({ status: 403 });
    expect(await call('confluence', { path: current })).toMatchObject({ status: 403 });
    expect(await storage(['get', 'x'])).toEqual([refusal('FORBIDDEN', 403)]);
    await host.close();
  });

  test('an unknown path fails loudly', async () => {
    await expect(ask('/wiki/api/v2/whiteboards/1')).rejects.toThrow('HOST_NOT_MODELLED');
  });
});

describe('webTrigger', () => {
  test('the URL of a module is stable until it is deleted, and forceCreate makes another', async () => {
    const url = (forceCreate?: boolean) => app.call<string>('trigger-url', { key: 'echo', forceCreate });
    const first = await url();
    expect(first).toBe(app.host.webTriggerUrl('echo'));
    expect(await url()).toBe(first);
    const second = await url(true);
    expect(second).not.toBe(first);
    expect(await app.call('trigger-urls')).toEqual([first, second].map((one) => ({ moduleKey: 'echo', url: one })));
    await app.call('delete-trigger-url', { url: first });
    expect((await fetch(first)).status).toBe(404);
    await expect(app.call('delete-trigger-url', { url: first })).rejects.toThrow('There is no such web trigger URL');
    await expect(app.call('trigger-url', { key: 'unknown' })).rejects.toThrow('Failed to get web trigger URL');
  });
});

describe('fetch', () => {
  const get = (url: string, init?: object) => app.call<Fetched>('fetch', { url, init });

  test('a host that nobody approved is refused with the name and the text of the platform', async () => {
    const { error } = await get('https://undeclared.example.com/a');
    expect(error).toEqual({
      name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
      status: 403,
      message:
        'URL not included in the external fetch backend permissions: https://undeclared.example.com/a. ' +
        'Visit go.atlassian.com/forge-egress for more information.',
    });
  });

  test('a host an admin has approved is reached, and no longer once it is withdrawn', async () => {
    approve(remoteUrl);
    expect(await get(`${remoteUrl}/x`, { method: 'PUT', body: 'b' })).toMatchObject({ status: 200, body: 'PUT /x ' });
    app.host.site().egress.deleteGroup({ key: 'test' });
    expect((await get(`${remoteUrl}/x`)).error?.name).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
  });

  test('every hop of a redirect is judged, and credentials stay with their origin', async () => {
    approve(remoteUrl);
    const headers = { authorization: 'Bearer t' };
    expect(await get(`${remoteUrl}/hop`, { headers })).toEqual({
      status: 200,
      body: 'GET /landed Bearer t',
      url: `${remoteUrl}/landed`,
      redirected: true,
      genuine: true,
    });
    expect(await get(`${remoteUrl}/form`, { method: 'POST', body: 'a=1' })).toMatchObject({ body: 'GET /landed ' });
    approve(remoteUrl, otherOrigin());
    expect(await get(`${remoteUrl}/across`, { headers })).toMatchObject({ body: 'GET /landed ' });
    expect((await get(`${remoteUrl}/away`)).error?.name).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
    expect(await get(`${remoteUrl}/away`, { redirect: 'manual' })).toMatchObject({ status: 302, redirected: false });
  });

  test('a request through the http module of Node is judged like any other, and not by its port or scheme alone', async () => {
    approve(remoteUrl);
    const byNode = (path: string, body?: string) => app.call('by-node', { url: remoteUrl + path, body });
    expect(await byNode('/x')).toEqual({ status: 200, body: 'GET /x ' });
    expect(await byNode('/x', 'a=1')).toEqual({ status: 200, body: 'POST /x ' });
    expect(await byNode('/hop')).toMatchObject({ status: 302 });
    app.host.site().egress.deleteGroup({ key: 'test' });
    expect(await byNode('/x')).toEqual({ error: 'REQUEST_EGRESS_ALLOWLIST_ERR' });
  });

  test('an abort signal ends a request that hangs, and a host that is not there fails like any fetch', async () => {
    approve('*');
    const hanging = await app.call<Fetched>('fetch', { url: `${remoteUrl}/silent`, timeout: 50 });
    expect(hanging.error?.name).toBe('TimeoutError');
    expect((await get('http://localhost:9/')).error).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  });

  test('without the switch a loopback or private address is not reached, whatever name it has', async () => {
    const { host, call } = await startFixture();
    const group = { key: 'all', description: '', configured: [{ domain: '*', type: ['FETCH_BACKEND_SIDE'] }] };
    expect(host.site().egress.set({ egresses: [group] }).status).toBe(201);
    const urls = [
      remoteUrl,
      'https://localhost/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/',
    ];
    for (const url of urls) {
      expect((await call<Fetched>('fetch', { url })).error?.message).toContain('has an address that is not public');
    }
    await host.close();
  });

  test('with the switch private addresses other than loopback stay unreachable', async () => {
    approve('*');
    expect((await get('https://10.0.0.1/')).error?.message).toContain('not public');
  });

  test('ports and schemes are those of the platform', async () => {
    approve('*');
    expect((await get('https://1.1.1.1:22/')).error?.message).toBe('Port 22 is not allowed.');
    expect((await get('http://1.1.1.1/')).error?.message).toContain('Only https is allowed');
  });

  test('an invocation has 100 outbound requests, and they are logged by host', async () => {
    approve(remoteUrl);
    const { host, call } = await startFixture({ allowLoopback: true, limits: { outboundRequests: 2 } });
    const group = { key: 'all', description: '', configured: [{ domain: '*', type: ['FETCH_BACKEND_SIDE'] }] };
    host.site().egress.set({ egresses: [group] });
    expect(await call<Fetched>('fetch', { url: `${remoteUrl}/hop` })).toMatchObject({ status: 200 });
    expect((await call<Fetched[]>('fetch-many', { url: remoteUrl, times: 3 })).map(({ error }) => error?.name)).toEqual(
      [undefined, undefined, 'RATE_LIMIT_EXCEEDED'],
    );
    const outbound = host.calls().filter(({ kind }) => kind === 'egress');
    expect(outbound.map(({ host: to, status }) => [to, status])).toEqual(
      [200, 200, 200, 200, 429].map((status) => [new URL(remoteUrl).host, status]),
    );
    await host.close();
  });
});

test('getAppContext tells the app, its environment, installation and time left', async () => {
  const context = await app.call<Record<string, unknown>>('app-context');
  expect(context).toMatchObject({
    appAri: 'ari:cloud:ecosystem::app/0d9f3c51-7a52-4d53-9a53-6f5b1a4e2c77',
    environmentType: 'DEVELOPMENT',
    installationAri: `ari:cloud:ecosystem::installation/${app.host.site().installationId}`,
    moduleKey: 'fixture-macro',
  });
  expect(context['remaining']).toBeGreaterThan(20_000);
  expect(context['remaining']).toBeLessThanOrEqual(25_000);
});

test('permissions answer from the manifest', async () => {
  expect(await app.call('granted')).toEqual({ declared: true, other: false, scope: true });
});

test('personal-data reports are kept, and told of accounts that were closed or changed since', async () => {
  const { reports } = app.host.site();
  const { admin, editor, reader } = app.accounts;
  const stored = Date.UTC(2026, 0, 1);
  const report = (at: number) =>
    app.call('report', {
      accounts: [admin, editor, reader].map((accountId) => ({ accountId, updatedAt: new Date(at).toISOString() })),
    });
  expect(await report(stored)).toEqual([]);
  expect(reports.all().map(({ accountId }) => accountId)).toEqual([admin, editor, reader]);
  reports.note(reader, 'closed', stored + 1);
  reports.note(editor, 'updated', stored + 1);
  const closed = { accountId: reader, status: 'closed' };
  expect(await report(stored)).toEqual([{ accountId: editor, status: 'updated' }, closed]);
  expect(await report(stored + 1)).toEqual([closed]);
});
