import { request as httpRequest } from 'node:http';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import type {
  HostPage,
  HostState,
  InvokeReply,
  OpenViewReply,
  PermissionReply,
  ProductReply,
} from '../../local/shared/api';
import type { FixtureHost } from './fixture-host';
import { startFixture } from './fixture-host';
import { openBrowser, viewOf } from './host-browser';

let app: FixtureHost;
beforeAll(async () => {
  app = await startFixture();
});
afterAll(() => app.host.close());

async function browserOf(accountId: string) {
  const browser = await openBrowser(app.host, accountId);
  return { ...browser, view: (more: object = {}) => viewOf('fixture-macro', more) };
}

/** The status of a raw request, whose `Host` can be anything. */
function rawStatus(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    request.on('error', reject).end();
  });
}

describe('the host answers its own pages only', () => {
  test('a foreign name is refused on every origin (DNS rebinding)', async () => {
    const host = { host: 'evil.example.com' };
    const urls = [
      `${app.host.url}/api/state`,
      `${app.host.url}/`,
      `${app.host.resourceUrl}/r/ui/index.html`,
      app.host.webTriggerUrl('echo'),
    ];
    expect(await Promise.all(urls.map((url) => rawStatus(url, host)))).toEqual([421, 421, 421, 421]);
    const port = new URL(app.host.url).port;
    expect(await rawStatus(`${app.host.url}/api/state`, { host: `127.0.0.1:${port}` })).toBe(421);
  });

  test('a call with a foreign origin, or that changes something without one, is refused', async () => {
    const { ask } = await browserOf(app.accounts.admin);
    const body = { accountId: app.accounts.reader };
    for (const origin of ['https://evil.example.com', app.host.resourceUrl, 'null']) {
      expect((await ask('POST', '/api/session', body, { origin })).status).toBe(403);
      expect((await ask('GET', '/api/state', undefined, { origin })).status).toBe(403);
    }
    expect(await rawStatus(`${app.host.url}/api/session`, {}, 'POST')).toBe(403);
    expect((await ask('GET', '/api/state', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('the session cookie is out of reach for scripts and other sites', async () => {
    const response = await fetch(`${app.host.url}/api/state`);
    expect(response.headers.get('set-cookie')).toMatch(/^local-host-\d+=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await fetch(`${app.host.resourceUrl}/r/ui/index.html`)).headers.get('set-cookie')).toBeNull();
  });
});

describe('state and pages', () => {
  test('an app without a name of its own is called by the first title in its manifest', async () => {
    const { json } = await browserOf(app.accounts.reader);
    expect((await json<HostState>('GET', '/api/state')).app.name).toBe('Fixture');
  });

  test('users see the pages they may read', async () => {
    const titles = async (accountId: string) =>
      (await (await browserOf(accountId)).json<HostState>('GET', '/api/state')).pages.map(({ title }) => title);
    expect(await titles(app.accounts.editor)).toEqual(
      expect.arrayContaining(['Release plan', 'Salary bands', 'Ideas for autumn']),
    );
    expect(await titles(app.accounts.reader)).toEqual(['Welcome', 'Who is who', 'Service overview']);
    expect(await titles(app.accounts.anonymous)).toEqual(['Welcome', 'Who is who']);
  });

  test('an editor drafts, fills and publishes a page, which a reader then sees but may not change', async () => {
    const editor = await browserOf(app.accounts.editor);
    const reader = await browserOf(app.accounts.reader);
    const draft = await editor.json<HostPage>('POST', '/api/pages', { spaceId: '98306' });
    expect(draft).toMatchObject({ status: 'draft', version: 1, body: [] });
    expect((await reader.ask('GET', `/api/pages/${draft.id}`)).status).toBe(403);
    const change = {
      title: 'New',
      status: 'current',
      body: [{ kind: 'macro', localId: 'm1', moduleKey: 'fixture-macro', config: { a: 1 } }],
    };
    expect(await editor.json('PUT', `/api/pages/${draft.id}`, change)).toMatchObject({ ...change, version: 2 });
    expect(await reader.json('GET', `/api/pages/${draft.id}`)).toMatchObject(change);
    expect((await reader.ask('PUT', `/api/pages/${draft.id}`, change)).status).toBe(403);
    expect((await reader.ask('POST', '/api/pages', { spaceId: '98306' })).status).toBe(403);
    expect((await editor.ask('PUT', `/api/pages/${draft.id}`, { title: 1 })).status).toBe(400);
    expect((await editor.ask('GET', '/api/pages/1')).status).toBe(404);
  });
});

describe('views and calls', () => {
  test('the context of a call comes from the view, and its configuration from the saved page', async () => {
    const editor = await browserOf(app.accounts.editor);
    const body = [{ kind: 'macro', localId: 'm2', moduleKey: 'fixture-macro', config: { panel: 'saved' } }];
    await editor.json('PUT', '/api/pages/131074', { title: 'Who is who', status: 'current', body });
    const reader = await browserOf(app.accounts.reader);
    const where = { contentId: '131074', macroLocalId: 'm2' };
    const view = await reader.json<OpenViewReply>(
      'POST',
      '/api/views',
      reader.view({ ...where, config: { panel: 'forged' } }),
    );
    expect(view).toMatchObject({
      render: 'custom',
      frameUrl: `${app.host.resourceUrl}/r/ui/index.html`,
      frameOrigin: app.host.resourceUrl,
    });
    expect(view.context).toMatchObject({
      accountId: app.accounts.reader,
      theme: { colorMode: 'light' },
      extension: { config: { panel: 'saved' } },
    });
    const call = {
      viewId: view.viewId,
      functionKey: 'hello',
      payload: { x: 1 },
      context: { accountId: app.accounts.admin },
    };
    const reply = await reader.json<InvokeReply & { body: { context: object } }>('POST', '/api/invoke', call);
    expect(reply).toMatchObject({ ok: true, body: { payload: { x: 1 } } });
    expect(reply.body.context).toMatchObject({
      accountId: app.accounts.reader,
      localId: 'm2',
      extension: {
        type: 'macro',
        content: { id: '131074' },
        space: { id: '98305', key: 'HB' },
        config: { panel: 'saved' },
        isEditing: false,
      },
    });
  });

  test('a view belongs to the user who opened it', async () => {
    const admin = await browserOf(app.accounts.admin);
    const reader = await browserOf(app.accounts.reader);
    const { viewId } = await admin.json<OpenViewReply>('POST', '/api/views', admin.view());
    expect((await reader.ask('POST', '/api/invoke', { viewId, functionKey: 'hello' })).status).toBe(403);
    expect((await reader.ask('POST', '/api/invoke', { viewId: 'f'.repeat(32), functionKey: 'hello' })).status).toBe(
      404,
    );
  });

  test('nobody opens a view on a page they may not read, nor an editing view on one they may not change', async () => {
    const reader = await browserOf(app.accounts.reader);
    const status = async (more: object) => (await reader.ask('POST', '/api/views', reader.view(more))).status;
    expect(await status({ contentId: '131076' })).toBe(403);
    expect(await status({ contentId: '131075', isEditing: true })).toBe(403);
    expect(await status({ contentId: '131075' })).toBe(200);
    expect(await status({ moduleKey: 'nothing' })).toBe(404);
    expect(await status({ surface: 'config' })).toBe(404);
  });

  test('a visitor without an account sees only modules that admit them', async () => {
    const visitor = await browserOf(app.accounts.anonymous);
    expect((await visitor.ask('POST', '/api/views', visitor.view({ contentId: '131073' }))).status).toBe(200);
    expect((await visitor.ask('POST', '/api/views', visitor.view({ moduleKey: 'fixture-settings' }))).status).toBe(403);
  });

  test('a dialog opened by a view finds its context as extension.modal', async () => {
    const editor = await browserOf(app.accounts.editor);
    const opened = { surface: 'resource', resource: 'dialog', modalContext: { id: 7 } };
    const view = await editor.json<OpenViewReply>('POST', '/api/views', editor.view(opened));
    expect(view).toMatchObject({ render: 'native', context: { extension: { modal: { id: 7 } } } });
    const script = await fetch(`${app.host.resourceUrl}/r/dialog/main.js`);
    expect(await script.text()).toContain('dataset.dialog');
    expect(await (await fetch(view.frameUrl)).text()).toContain('<script src="main.js">');
  });

  test('an error of the function is its message', async () => {
    const editor = await browserOf(app.accounts.editor);
    const { viewId } = await editor.json<OpenViewReply>('POST', '/api/views', editor.view());
    expect(await editor.json('POST', '/api/invoke', { viewId, functionKey: 'fail' })).toEqual({
      ok: false,
      message: 'It went wrong.',
    });
  });

  test('requestConfluence from the browser asks as its user, and an unknown path is named', async () => {
    const reader = await browserOf(app.accounts.reader);
    const { viewId } = await reader.json<OpenViewReply>('POST', '/api/views', reader.view());
    const ask = (path: string) => reader.json<ProductReply>('POST', '/api/product', { viewId, path });
    expect((await ask('/wiki/api/v2/pages/131075')).status).toBe(200);
    expect((await ask('/wiki/api/v2/pages/131076')).status).toBe(404);
    expect(await ask('/wiki/api/v2/tasks')).toMatchObject({
      status: 501,
      body: expect.stringContaining('/wiki/api/v2/tasks'),
    });
    expect(await ask('/wiki/api/v2/pages/131075?body-format=storage')).toMatchObject({
      status: 501,
      body: expect.stringContaining('body-format'),
    });
  });
});

describe('what an admin does in place of the platform', () => {
  test("a scheduled trigger is run by a click of theirs, and nobody else's", async () => {
    const admin = await browserOf(app.accounts.admin);
    const editor = await browserOf(app.accounts.editor);
    const run = { moduleKey: 'nightly' };
    expect((await admin.json<HostState>('GET', '/api/state')).scheduled).toEqual([{ key: 'nightly', interval: 'day' }]);
    expect(await admin.json('POST', '/api/operator/scheduled', run)).toEqual({ ok: true });
    expect((await admin.ask('POST', '/api/operator/scheduled', { moduleKey: 'echo' })).status).toBe(404);
    expect((await editor.ask('POST', '/api/operator/scheduled', run)).status).toBe(403);
    expect(await admin.json('POST', '/api/operator/uninstall')).toEqual({ ok: true });
    expect((await editor.ask('POST', '/api/operator/uninstall')).status).toBe(403);
  });
});

describe('customer-managed egress', () => {
  const type = ['FETCH_BACKEND_SIDE'];
  const group = (key: string, ...domains: string[]) => ({
    key,
    description: 'd',
    configured: domains.map((domain) => ({ domain, type })),
  });
  const permissionsOf = async (accountId: string) => {
    const browser = await browserOf(accountId);
    const { viewId } = await browser.json<OpenViewReply>('POST', '/api/views', browser.view());
    return (command: string, payload?: unknown, consented?: boolean) =>
      browser.json<PermissionReply>('POST', '/api/permissions', { viewId, command, payload, consented });
  };
  const set = (...egresses: object[]) => ({ egresses });

  test('only an admin sets, only with consent; everybody reads', async () => {
    const [admin, reader] = [await permissionsOf(app.accounts.admin), await permissionsOf(app.accounts.reader)];
    const wanted = set(group('apis', 'https://api.example.com', '*.example.org'));
    expect((await reader('egressSet', wanted, true)).status).toBe(403);
    expect((await admin('egressSet', wanted)).status).toBe(403);
    expect(await admin('egressSet', wanted, true)).toEqual({ status: 201, body: { results: wanted.egresses } });
    expect(await reader('egressGet', {})).toEqual({ status: 200, body: { results: wanted.egresses } });
    expect((await reader('egressDeleteGroup', { key: 'apis' })).status).toBe(403);
    expect((await admin('egressDeleteDomain', { key: 'apis', domain: '*.example.org', type: type[0] })).status).toBe(
      204,
    );
    expect(await admin('egressGet', { keys: ['apis'] })).toMatchObject({
      body: { results: [group('apis', 'https://api.example.com')] },
    });
    expect([
      (await admin('egressDeleteGroup', { key: 'apis' })).status,
      (await admin('egressDeleteGroup', { key: 'apis' })).status,
    ]).toEqual([204, 204]);
    expect((await admin('remoteGet', {})).status).toBe(501);
  });

  test.each([
    ['a malformed payload', { egresses: 'x' }, 400],
    ['an unknown type', set({ ...group('a'), configured: [{ domain: 'a.example.com', type: ['EVERYTHING'] }] }), 400],
    ['11 domains in a group', set(group('a', ...Array.from({ length: 11 }, (_, at) => `a${at}.example.com`))), 400],
    ['11 groups', set(...Array.from({ length: 11 }, (_, at) => group(`g${at}`, 'a.example.com'))), 400],
    [
      '41 entries',
      set(
        ...Array.from({ length: 5 }, (_, at) =>
          group(`g${at}`, ...Array.from({ length: at === 4 ? 1 : 10 }, (_, n) => `a${n}.example.com`)),
        ),
      ),
      400,
    ],
    ['a group named twice', set(group('a', 'a.example.com'), group('a', 'b.example.com')), 422],
    ['a domain named twice', set(group('a', 'a.example.com', 'a.example.com')), 422],
    ['http', set(group('a', 'http://a.example.com')), 422],
    ['a name without a dot', set(group('a', 'localhost')), 422],
    ['loopback without the switch', set(group('a', 'http://127.0.0.1:4000')), 422],
  ])('%s is refused and nothing is stored', async (_name, payload, status) => {
    const admin = await permissionsOf(app.accounts.admin);
    expect((await admin('egressSet', payload, true)).status).toBe(status);
    expect(await admin('egressGet')).toEqual({ status: 200, body: { results: [] } });
  });

  test('approved image hosts enter the policy of the frames', async () => {
    const policy = async () =>
      (await fetch(`${app.host.resourceUrl}/r/ui/index.html`)).headers.get('content-security-policy');
    expect(await policy()).not.toContain('images.example.com');
    const admin = await permissionsOf(app.accounts.admin);
    await admin(
      'egressSet',
      set({ ...group('i'), configured: [{ domain: 'https://images.example.com', type: ['IMAGES'] }] }),
      true,
    );
    expect(await policy()).toMatch(/img-src [^;]*https:\/\/images\.example\.com/);
    await admin('egressDeleteGroup', { key: 'i' });
  });
});

describe('resources', () => {
  test('a document carries the policy of @forge/csp, its report address apart, and the bridge first', async () => {
    const response = await fetch(`${app.host.resourceUrl}/r/ui/index.html`);
    const html = await response.text();
    const details = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(html, {});
    const expected = new CSPInjectionService().getInjectableCSP({
      existingCSPDetails: details,
      microsEnv: 'prod',
      hostname: app.host.url,
    });
    const sent = response.headers.get('content-security-policy')!.split('; ');
    expect(sent.slice(0, -1)).toEqual(expected.slice(0, -1));
    expect(sent.at(-1)).toBe(`report-uri ${app.host.resourceUrl}/__host/csp-report`);
    expect(html).toContain(`<head><script src="/__host/bridge.js" data-host-origin="${app.host.url}"></script>`);
  });

  test('assets are served next to it, and nothing outside of the folder', async () => {
    const asset = await fetch(`${app.host.resourceUrl}/r/ui/main.js`);
    expect([asset.status, asset.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    for (const path of [
      '/r/ui/..%2fmanifest.yml',
      '/r/ui/%2e%2e/manifest.yml',
      '/r/nothing/index.html',
      '/r/ui/none.js',
      '/api/state',
    ]) {
      expect(await rawStatus(app.host.resourceUrl + path, {})).toBe(404);
    }
  });

  test('a blocked load is reported in the log', async () => {
    const report = { 'csp-report': { 'violated-directive': 'img-src', 'blocked-uri': 'https://x.example.com' } };
    await fetch(`${app.host.resourceUrl}/__host/csp-report`, { method: 'POST', body: JSON.stringify(report) });
    expect(app.logged.map(({ text }) => text)).toContain(
      'Blocked by the content security policy: img-src https://x.example.com',
    );
  });
});

describe('web triggers', () => {
  test('a request arrives with lists of headers and query values, and no cookie of this machine', async () => {
    const url = `${app.host.webTriggerUrl('echo')}/more?state=s&code=a,b&code=c`;
    const response = await fetch(url, {
      method: 'POST',
      body: 'text',
      headers: { cookie: 'local-host-1=x', 'X-One': '1' },
    });
    expect(response.status).toBe(201);
    expect([response.headers.get('x-many'), response.headers.getSetCookie()]).toEqual(['a, b', ['one=1', 'two=2']]);
    const request = (await response.json()) as { headers: object; path: string };
    expect(request).toMatchObject({
      method: 'POST',
      userPath: '/more',
      body: 'text',
      queryParameters: { state: ['s'], code: ['a', 'b', 'c'] },
    });
    expect(request.headers).toMatchObject({ 'X-One': ['1'] });
    expect(Object.keys(request.headers)).not.toContain('cookie');
  });

  test('a static trigger answers the output that the function names', async () => {
    const response = await fetch(app.host.webTriggerUrl('fixed'));
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      202,
      'text/plain',
      'Done.',
    ]);
  });

  test('a redirect that the function returns leads the browser back to the site', async () => {
    const place = `${app.host.url}/wiki/apps/one/two/pages?c=handle`;
    const response = await fetch(`${app.host.webTriggerUrl('echo')}?${new URLSearchParams({ to: place })}`, {
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([302, place]);
    expect(await (await fetch(place)).text()).toContain('<!doctype html>');
  });

  test('it is found under its installation, and unknown ids are 404', async () => {
    expect((await fetch(app.host.webTriggerUrl('echo', 'other'))).status).toBe(201);
    expect((await fetch(app.host.webTriggerUrl('echo').replace(/[^/]+$/, 'unknown'))).status).toBe(404);
  });
});
