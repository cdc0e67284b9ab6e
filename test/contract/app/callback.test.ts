import { createHash } from 'node:crypto';
import { startApp, type AppOnHost } from './app-on-host';
import { connected, formWith, stored } from './walks';

let app: AppOnHost;

beforeAll(async () => {
  app = await startApp({ users: 10 });
});

afterAll(() => app.close());

type Edit = (query: URLSearchParams) => void;

/** The callback's URL with its query changed. */
function edited(callback: string, edit: Edit): string {
  const url = new URL(callback);
  edit(url.searchParams);
  return url.href;
}

async function freshCallback(): Promise<{ attemptId: string; callback: string }> {
  const { reply, callback } = await app.consent(formWith(app, { name: 'Called back' }));
  return { attemptId: reply.attemptId, callback };
}

const malformed: [string, Edit][] = [
  ['no parameters at all', (query) => [...query.keys()].forEach((name) => query.delete(name))],
  ['no state', (query) => query.delete('state')],
  ['an empty state', (query) => query.set('state', '')],
  ['a second state', (query) => query.append('state', query.get('state') ?? '')],
  ['a state split at a comma', (query) => query.set('state', `${query.get('state')},x`)],
  ['a second iss', (query) => query.append('iss', query.get('iss') ?? '')],
  ['two errors', (query) => ['a', 'b'].forEach((error) => query.append('error', error))],
  ['a state of nobody', (query) => query.set('state', 'A'.repeat(43))],
  ['an endless state', (query) => query.set('state', 'A'.repeat(9000))],
];

test.each(malformed)('a callback with %s is refused and consumes nothing', async (_what, edit) => {
  const { callback } = await freshCallback();
  const before = { stored: stored(app), exchanges: (await app.demo.control.stats()).codeExchanges };
  const page = await fetch(edited(callback, edit));
  expect(page.status).toBe(400);
  expect(await page.text()).toContain('This sign-in cannot be completed');
  expect({ stored: stored(app), exchanges: (await app.demo.control.stats()).codeExchanges }).toEqual(before);
  expect((await fetch(callback)).status).toBe(200);
});

test.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s consumes nothing', async (method) => {
  const { callback } = await freshCallback();
  const before = stored(app);
  const page = await fetch(callback, { method });
  expect(page.status).toBe(405);
  expect(page.headers.get('allow')).toBe('GET');
  expect(stored(app)).toEqual(before);
  expect((await fetch(callback)).status).toBe(200);
});

const foreign: [string, Edit, string][] = [
  ['the iss of another server', (query) => query.set('iss', 'https://evil.example.com'), 'callback-invalid'],
  ['an iss that is no URL', (query) => query.set('iss', 'somebody'), 'callback-invalid'],
  ['no code', (query) => query.delete('code'), 'callback-invalid'],
  ['a code of nobody', (query) => query.set('code', 'invented'), 'exchange-failed'],
  ['an error beside the code', (query) => query.set('error', 'server_error'), 'authorization-denied'],
];

test.each(foreign)('a callback with %s ends the attempt, and nothing is won', async (_what, edit, code) => {
  const { attemptId, callback } = await freshCallback();
  const before = await app.demo.control.stats();
  const tokens = () => app.host.secretKeys().filter((key) => key.startsWith('tok:'));
  const had = tokens();
  expect((await fetch(edited(callback, edit))).status).toBe(400);
  expect(await app.call('authenticationStatus', { attemptId })).toMatchObject({ state: 'failed', problem: { code } });
  expect((await app.demo.control.stats()).codeExchanges).toBe(before.codeExchanges);
  expect(tokens()).toEqual(had);
  expect((await fetch(callback)).status).toBe(400);
});

test('a code that the platform splits at its commas is whole again', async () => {
  const { attemptId, callback } = await freshCallback();
  expect((await fetch(edited(callback, (query) => query.set('code', 'one,two,three')))).status).toBe(400);
  expect((await app.call('authenticationStatus', { attemptId })).problem?.code).toBe('exchange-failed');
});

test('a server that named itself once must do so again, and the same', async () => {
  const saved = await connected(app, { name: 'Named' });
  const form = { id: saved.id, rev: saved.rev, settings: saved.settings, secrets: {} };
  const issuers: [Edit, number][] = [
    [(query) => query.delete('iss'), 400],
    [(query) => query.set('iss', app.demo.origin), 400],
    [() => undefined, 200],
  ];
  for (const [edit, status] of issuers) {
    const { callback } = await app.consent(form);
    expect((await fetch(edited(callback, edit))).status).toBe(status);
    expect((await app.call('getDataSource', { id: saved.id })).badge.state).toBe('authenticated');
  }
});

test('a server that announces its name must give it in the first callback already', async () => {
  const { announcedIssuer } = await app.call('discoverEndpoints', { issuer: app.demo.issuer });
  const form = formWith(app, { name: 'Announced' }, { announcedIssuer });
  const callbacks: [Edit, number][] = [
    [(query) => query.delete('iss'), 400],
    [() => undefined, 200],
  ];
  for (const [edit, status] of callbacks) {
    const { callback } = await app.consent(form);
    expect((await fetch(edited(callback, edit))).status).toBe(status);
  }
});

test('a state is good for ten minutes and for one use', async () => {
  const { attemptId, callback } = await freshCallback();
  app.clock.advance(10 * 60_000 + 1000);
  expect((await fetch(callback)).status).toBe(400);
  expect(await app.call('authenticationStatus', { attemptId })).toMatchObject({ state: 'expired' });
  const again = await freshCallback();
  expect((await fetch(again.callback)).status).toBe(200);
  const before = (await app.demo.control.stats()).grantsRevoked;
  for (const wait of [0, 60_000, 49 * 3_600_000]) {
    app.clock.advance(wait);
    expect((await fetch(again.callback)).status).toBe(400);
  }
  expect((await app.demo.control.stats()).grantsRevoked).toBe(before);
});

test('a state whose flow storage still serves after it was taken stays taken', async () => {
  const { callback } = await freshCallback();
  const { db, kvs } = app.host.site();
  const kept = db.all<{ key: string; json: string }>(
    "SELECT key, json FROM kvs WHERE space = 'secret' AND key LIKE 'pending:%'",
  );
  expect((await fetch(callback)).status).toBe(200);
  for (const { key, json } of kept) kvs.store.write({ space: 'secret', entity: '' }, key, json, null);
  const before = await app.demo.control.stats();
  expect((await fetch(callback)).status).toBe(400);
  expect(await app.demo.control.stats()).toEqual(before);
});

test('the page reflects nothing, is not stored or framed, sends no referrer and runs its own script alone', async () => {
  const marker = '"><script>alert(1)</script>';
  const { callback } = await freshCallback();
  const denied = edited(callback, (query) => {
    query.delete('code');
    for (const name of ['error', 'error_description', 'error_uri', 'session_state', 'x']) query.set(name, marker);
  });
  for (const url of [edited(callback, (query) => query.set('state', marker)), denied, `${callback}#${marker}`]) {
    const page = await fetch(url, { headers: { 'x-marker': marker, 'user-agent': marker } });
    const html = await page.text();
    expect(html).not.toContain('alert(1)');
    expect(html).not.toMatch(/\son\w+=|javascript:|<script[^>]+src/i);
    const header = (name: string) => page.headers.get(name) ?? '';
    expect(header('cache-control')).toBe('no-store');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('content-type')).toMatch(/^text\/html; charset=utf-8/);
    const policy = header('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(policy).not.toContain('unsafe');
    const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(script).toMatch(/^history\.replaceState\(/);
    expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  }
});
