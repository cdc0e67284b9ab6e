import { createClock } from '../../../local/shared/clock';
import { startDemo } from '../../../local/demo/demo';
import type { Demo } from '../../../local/demo/demo';
import { moreRows } from '../../../src/requests/more/more-rows';
import { callback, connect, consent, postToken, statusOfUsers } from './client';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0, redirectUris: [callback], clock: createClock(), users: 10 });
});
afterAll(() => demo.close());

const odd = (name: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${demo.origin}/odd/${name}`, { redirect: 'manual', ...init });
const nextLinkOf = async (name: string): Promise<unknown> =>
  ((await (await odd(name)).json()) as Record<string, unknown>)['@odata.nextLink'];

describe('odd APIs', () => {
  it.each([
    ['html', 200, /^<!doctype html>/],
    ['empty', 200, /^$/],
    ['no-content', 204, /^$/],
    ['not-json', 200, /^\{'value'/],
    ['cut-json', 200, /^\{"value":.*[^}]$/],
    ['error-in-200', 200, /^\{"error":/],
    ['big-integers', 200, /9007199254740993/],
    ['status-404', 404, /Status404/],
    ['status-429', 429, /Status429/],
    ['gzip', 200, /^\{"value":\[/],
    ['no-such-thing', 404, /no oddity/],
  ])('%s answers %i', async (name, status, body) => {
    const response = await odd(name);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(body);
  });

  const moreAfter = async (name: string) => {
    const response = await odd(name);
    const document: unknown = JSON.parse((await response.text()).replace(/^\ufeff/, ''));
    const request = { url: new URL(response.url) };
    return moreRows({ request, document, headers: response.headers, rowsSelector: '$.value[*]', countBefore: 0 });
  };

  it.each(['text-type', 'byte-order-mark', 'big-integers', 'scalar', 'no-rows', 'gzip', 'last-page', 'echo?page=2'])(
    '%s speaks of no more rows than it brings',
    async (name) => {
      expect(await moreAfter(name)).toBeUndefined();
    },
  );

  it.each(['next-public', 'next-foreign', 'next-endless', 'next-relative'])('%s speaks of more', async (name) => {
    expect(await moreAfter(name)).toEqual({ by: 'next-page' });
  });

  it('breaks off a truncated body and a connection', async () => {
    await expect((await odd('truncated')).text()).rejects.toThrow('terminated');
    await expect(odd('disconnect')).rejects.toThrow('fetch failed');
  });

  it('names the seconds to wait', async () => {
    expect((await odd('status-503?after=11')).headers.get('retry-after')).toBe('11');
  });

  it('links and redirects to somebody else, to itself and in circles', async () => {
    expect(await nextLinkOf('next-foreign')).toMatch(demo.foreignOrigin);
    expect(await nextLinkOf('next-self')).toBe(`${demo.origin}/odd/next-self`);
    expect(await nextLinkOf('next-loop')).toBe(`${demo.origin}/odd/next-loop-back`);
    expect(await nextLinkOf('next-loop-back')).toBe(`${demo.origin}/odd/next-loop`);
    expect((await odd('redirect-foreign')).headers.get('location')).toMatch(demo.foreignOrigin);
    expect((await odd('redirect-loop')).headers.get('location')).toBe(`${demo.origin}/odd/redirect-loop`);
  });

  it('echoes what arrived', async () => {
    const headers = { authorization: 'Bearer canary', 'x-one': '1' };
    const response = await odd('echo?key=2', { method: 'POST', headers, body: 'three' });
    expect(await response.json()).toMatchObject({
      value: [{ method: 'POST', url: `${demo.origin}/odd/echo?key=2`, headers, body: 'three' }],
    });
  });

  it('sends a huge list that is well-formed, and stops when nobody reads on', async () => {
    const whole = await (await odd('huge?megabytes=2')).text();
    expect(whole.length).toBeGreaterThan(2 * 1024 * 1024);
    expect((JSON.parse(whole) as { value: unknown[] }).value.length).toBeGreaterThan(2_000);
    const abort = new AbortController();
    const response = await odd('huge?megabytes=5000', { signal: abort.signal });
    await response.body?.getReader().read();
    abort.abort();
    expect((await odd('echo')).status).toBe(200);
  });

  it('packs a bomb a thousand times smaller than its content', async () => {
    const response = await fetch(`${demo.origin}/odd/gzip-bomb?megabytes=4`);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(4 * 1024 * 1024);
  });

  it('counts what reaches the foreign origin, and whether a credential came with it', async () => {
    await demo.control.resetStats();
    await (await fetch(demo.foreignOrigin)).text();
    await (await fetch(demo.foreignOrigin, { headers: { authorization: 'Bearer x' } })).text();
    expect(await demo.control.stats()).toMatchObject({ foreign: 2, foreignWithCredentials: 1 });
  });
});

describe('odd token endpoints', () => {
  const exchangeAt = async (name: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const { page, verifier } = await consent(demo);
    const code = new URL(page.url).searchParams.get('code') ?? '';
    const fields = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier };
    return postToken(demo, fields, `${demo.origin}/odd-token/${name}`);
  };

  it.each([
    ['no-expires-in', 'expires_in'],
    ['no-refresh-token', 'refresh_token'],
    ['no-token-type', 'token_type'],
  ])('%s issues tokens that work, without %s', async (name, missing) => {
    const { status, body } = await exchangeAt(name);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty(missing);
    expect(await statusOfUsers(demo, String(body['access_token']))).toBe(200);
  });

  it('answers an error with status 200', async () => {
    expect(await exchangeAt('error-in-200')).toMatchObject({ status: 200, body: { error: 'invalid_grant' } });
  });

  it('still refuses what the real one refuses', async () => {
    const fields = { grant_type: 'refresh_token', refresh_token: 'made-up' };
    const { body } = await postToken(demo, fields, `${demo.origin}/odd-token/no-expires-in`);
    expect(body).toMatchObject({ error: 'invalid_grant' });
  });

  it('leaves the real endpoint alone', async () => {
    expect(await connect(demo)).toMatchObject({ expires_in: 300, refresh_token: expect.any(String) });
  });
});
