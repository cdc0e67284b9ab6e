import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { DataSourceSettings, HeaderSettings } from '../../../../src/shared/contract';
import { sameForAll, type Access } from '../../../../src/grants/access';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import { readUpstream } from '../../../../src/panel/read/read-upstream';
import type { Upstream } from '../../../../src/panel/read/upstream';
import { Problem } from '../../../../src/shared/problem';
import type { Services } from '../../../../src/resolvers/services';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, openAccess, requestTo, tokenAccess, users, usersUrl } from '../../../support/panels';
import { type Respond, json, memoryUpstream, status } from '../../../support/memory-upstream';

const origin = new URL(usersUrl).origin;
const header = (name: string, value: string): HeaderSettings => ({ name, value, secret: false });
const ok: Respond = () => json({ value: users(2) });
const take = () => 0;
const otherMethods = ['POST', 'PROPFIND', 'REPORT', 'SEARCH'] as const;

function upstreamFor(settings: Partial<DataSourceSettings>, more: Partial<Upstream> = {}): Upstream {
  const fixed = { access: openAccess, bounds: readBounds, values: {}, selectors: { rows: [] } };
  return { settings: dataSourceSettings(settings), ...fixed, ...more };
}

async function read(
  responses: Record<string, Respond>,
  settings: Partial<DataSourceSettings> = {},
  more: Partial<Upstream> = {},
  overrides: Partial<Services> = {},
) {
  const upstream = memoryUpstream(responses);
  const services = memoryServices({ fetch: upstream.fetch, ...overrides });
  const outcome = await readUpstream(upstreamFor(settings, more), services, take).catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });
  return { outcome, requests: upstream.requests, now: services.now() };
}

describe('a request as it leaves', () => {
  it('is a GET that asks for JSON', async () => {
    const { requests } = await read({ [usersUrl]: ok });
    expect(requests).toEqual([{ url: usersUrl, method: 'GET', headers: { accept: 'application/json, */*;q=0.5' } }]);
  });

  it.each([
    ['json', 'application/json'],
    ['csv', 'text/csv, */*;q=0.5'],
    ['xml', 'application/xml, text/xml;q=0.9, */*;q=0.5'],
  ] as const)('asks for %s as %s, unless the settings say otherwise', async (format, accept) => {
    const response = { format, errorSelector: '' };
    const requested = await read({ [usersUrl]: ok }, { response });
    expect(requested.requests[0]?.headers.accept).toBe(accept);
    const request = requestTo(usersUrl, { headers: [header('Accept', 'application/vnd.x+json')] });
    const own = await read({ [usersUrl]: ok }, { response, request });
    expect(own.requests[0]?.headers).toEqual({ accept: 'application/vnd.x+json' });
  });

  it.each(otherMethods)('is a %s with its body and headers on every page, and the credentials last', async (method) => {
    const request = requestTo(usersUrl, {
      method,
      headers: [header('X-Team', '{team}'), header('Authorization', 'mine')],
      body: { kind: 'form', fields: [{ name: 'q', value: '{team}' }] },
    });
    const variables = [{ name: 'team', defaultValue: 'a&b' }];
    const next = `${usersUrl}?page=2`;
    const responses = { [usersUrl]: () => json({ value: users(1), '@odata.nextLink': next }), [next]: ok };
    const { requests } = await read(responses, { request, variables }, { access: tokenAccess([origin]) });
    const sent = {
      method,
      body: 'q=a%26b',
      headers: {
        accept: 'application/json, */*;q=0.5',
        'content-type': 'application/x-www-form-urlencoded',
        'x-team': 'a&b',
        authorization: 'Bearer first-token',
      },
    };
    expect(requests).toEqual([usersUrl, next].map((url) => ({ url, ...sent })));
  });

  it('carries a key in the query to its own origin, on next links too, once', async () => {
    const access = keyAccess('s3cret value');
    const next = `${usersUrl}?api_key=stale&page=2`;
    const { requests, outcome } = await read(
      {
        [`${usersUrl}?api_key=s3cret%20value`]: () => json({ value: [], '@odata.nextLink': next }),
        [`${usersUrl}?api_key=s3cret%20value&page=2`]: ok,
      },
      {},
      { access },
    );
    expect(outcome).toMatchObject({ stopReason: 'complete', pagesRead: 2 });
    expect(requests).toHaveLength(2);
  });

  it('is told to the report without any credential', async () => {
    const sent: unknown[] = [];
    const access: Access = {
      ...keyAccess('s3cret value'),
      headers: () =>
        Promise.resolve(
          sameForAll(
            {
              headers: { authorization: 'Basic dXNlcjpwYXNz', 'x-key': 'other secret' },
              parameters: { api_key: 's3cret value' },
            },
            '',
          ),
        ),
    };
    await read(
      { [`${usersUrl}?api_key=s3cret%20value`]: ok },
      {},
      { access, onRequest: (each) => void sent.push(each) },
    );
    expect(sent).toEqual([
      {
        method: 'GET',
        url: `${usersUrl}?api_key=[hidden]`,
        headers: [
          { name: 'accept', value: 'application/json, */*;q=0.5' },
          { name: 'authorization', value: 'Basic [hidden]' },
          { name: 'x-key', value: '[hidden]' },
        ],
        body: undefined,
      },
    ]);
  });

  it('asks only for what has changed, where rows are kept', async () => {
    const validators = { etag: '"a"', lastModified: 'Tue, 01 Jan 2030 12:00:00 GMT' };
    const { outcome, requests } = await read({ [usersUrl]: () => status(304) }, {}, { validators });
    expect(outcome).toMatchObject({ notModified: true, stopReason: 'complete', pagesRead: 0 });
    expect(requests[0]?.headers).toMatchObject({
      'if-none-match': '"a"',
      'if-modified-since': 'Tue, 01 Jan 2030 12:00:00 GMT',
    });
    expect((await read({ [usersUrl]: () => status(304) })).outcome).toMatchObject({ code: 'remote-refused' });
  });
});

function keyAccess(key: string): Access {
  const headers = () => Promise.resolve(sameForAll({ headers: {}, parameters: { api_key: key } }, ''));
  return { ...openAccess, origins: [origin], headers };
}

describe('a GET that fails', () => {
  const lost = () => Promise.reject(new Problem('remote-unreachable', 'The server refused the connection.'));

  it.each<[string, Respond]>([
    ['a lost connection', lost],
    ['502', () => status(502)],
    ['503', () => status(503)],
    ['504', () => status(504)],
  ])('is tried again after %s, a little later each time', async (_, failing) => {
    const { outcome, requests, now } = await read({
      [usersUrl]: (init, attempt) => (attempt < 3 ? failing(init, attempt) : ok(init, attempt)),
    });
    expect(outcome).toMatchObject({ stopReason: 'complete' });
    expect(requests).toHaveLength(3);
    const waited = now - Date.UTC(2030, 0, 1, 12);
    expect(waited).toBeGreaterThanOrEqual(500);
    expect(waited).toBeLessThanOrEqual(1500);
  });

  it.each([500, 501, 400, 404])('is not tried again after %d', async (code) => {
    expect((await read({ [usersUrl]: () => status(code) })).requests).toHaveLength(1);
  });

  it('is not tried again before the time that a 503 asks for', async () => {
    const { requests } = await read({ [usersUrl]: () => status(503, { 'retry-after': '60' }) });
    expect(requests).toHaveLength(1);
  });

  it('is not tried again when the time is over', async () => {
    const { requests } = await read({ [usersUrl]: lost }, {}, {}, { remainingTime: () => 3100 });
    expect(requests).toHaveLength(1);
  });

  it('has a few attempts more for the whole reading, not for each page', async () => {
    const page = (number: number) => (number === 1 ? usersUrl : `${usersUrl}?page=${number}`);
    const responses = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((number): [string, Respond] => [
        page(number),
        (_, attempt) => (attempt === 1 ? status(502) : json({ value: users(1), '@odata.nextLink': page(number + 1) })),
      ]),
    );
    const { outcome, requests } = await read(responses);
    expect(outcome).toMatchObject({ stopReason: 'failed', pagesRead: 5 });
    expect(requests).toHaveLength(11);
  });

  it.each(otherMethods)('is not a %s, which may have been carried out', async (method) => {
    const request = requestTo(usersUrl, { method, body: { kind: 'json', text: '{}' } });
    expect((await read({ [usersUrl]: lost }, { request })).requests).toHaveLength(1);
    expect((await read({ [usersUrl]: () => status(503) }, { request })).requests).toHaveLength(1);
  });
});

describe('redirects', () => {
  const elsewhere = 'https://files.example.net/users';

  it.each(otherMethods)('take no %s to another origin', async (method) => {
    const body = { kind: 'text', text: 'x', contentType: '' } as const;
    const request = requestTo(usersUrl, { method, body });
    const { outcome, requests } = await read({ [usersUrl]: () => status(307, { location: elsewhere }) }, { request });
    expect(outcome).toMatchObject({ code: 'host-not-allowed' });
    expect(requests).toHaveLength(1);
  });

  it('take a GET to another origin with nothing but its address, and there is no way back to what is ours', async () => {
    const responses = {
      [usersUrl]: () => status(302, { location: `${elsewhere}?sig=abc` }),
      [`${elsewhere}?sig=abc`]: () => status(302, { location: `${origin}/back` }),
      [`${origin}/back`]: ok,
    };
    const request = requestTo(usersUrl, { headers: [header('X-Team', 'core'), header('Accept', 'text/csv')] });
    const sent: string[] = [];
    const { requests } = await read(
      responses,
      { request },
      { access: tokenAccess([origin]), onRequest: ({ url }) => void sent.push(url) },
    );
    expect(requests.map(({ headers }) => headers)).toEqual([
      { accept: 'text/csv', 'x-team': 'core', authorization: 'Bearer first-token' },
      { accept: 'text/csv' },
      { accept: 'text/csv' },
    ]);
    expect(sent[1]).toBe(`${elsewhere}?[hidden]`);
  });

  it('leave our sign-in alone where another host refuses', async () => {
    const responses = { [usersUrl]: () => status(302, { location: elsewhere }), [elsewhere]: () => status(401) };
    const access = tokenAccess([origin]);
    const { outcome, requests } = await read(responses, {}, { access });
    expect(outcome).toMatchObject({ code: 'remote-unauthorized' });
    expect(requests).toHaveLength(2);
    expect(access.refusals).toBe(0);
  });

  it.each([
    ['POST', 307, 2],
    ['POST', 308, 2],
    ['POST', 301, 1],
    ['POST', 302, 1],
    ['POST', 303, 1],
    ['PROPFIND', 301, 2],
    ['REPORT', 302, 2],
    ['SEARCH', 303, 1],
  ] as const)('let a %s with status %d go on whole or not at all', async (method, code, count) => {
    const request = requestTo(usersUrl, { method, body: { kind: 'json', text: '{"a":1}' } });
    const moved = `${origin}/v2/users`;
    const { requests } = await read(
      { [usersUrl]: () => status(code, { location: '/v2/users' }), [moved]: ok },
      { request },
    );
    expect(requests).toHaveLength(count);
    expect(requests.every((sent) => sent.method === method && sent.body === '{"a":1}')).toBe(true);
  });
});

describe('limits of a data source', () => {
  const endless = (response: number) => json({ value: users(10), '@odata.nextLink': `${usersUrl}?page=${response}` });
  const pages: Record<string, Respond> = Object.fromEntries(
    [1, 2, 3, 4, 5].map((page): [string, Respond] => [
      page === 1 ? usersUrl : `${usersUrl}?page=${page}`,
      () => endless(page + 1),
    ]),
  );
  const usual = dataSourceSettings().limits;

  it('end a reading where they are narrower than the bounds, and never widen them', async () => {
    const two = await read(pages, { limits: { ...usual, pages: 2 } });
    expect(two.outcome).toMatchObject({ stopReason: 'page-limit', pagesRead: 2 });
    const wide = await read(pages, { limits: { ...usual, pages: 1000 } }, { bounds: { ...readBounds, pages: 3 } });
    expect(wide.outcome).toMatchObject({ stopReason: 'page-limit', pagesRead: 3 });
  });
});

it('a body is counted after decompression, so that a small one cannot fill the memory', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const limits = { ...dataSourceSettings().limits, megabytes: 1 };
  const services = memoryServices({ fetch: (to, init) => fetch(to, { ...init, redirect: 'manual' }) });
  try {
    const reading = readUpstream(upstreamFor({ request: requestTo(url), limits }), services, take);
    await expect(reading).rejects.toMatchObject({ code: 'response-too-large' });
    expect(bomb.byteLength).toBeLessThan(100_000);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

describe('a body that is a gzip file', () => {
  const sent =
    (bytes: Uint8Array): Respond =>
    () =>
      new Response(Buffer.from(bytes), { headers: { 'content-type': 'application/octet-stream' } });

  it('is unpacked, and counted as it is then', async () => {
    const text = '[{"name":"Ann"}]';
    const documents: unknown[] = [];
    const services = memoryServices({ fetch: memoryUpstream({ [usersUrl]: sent(gzipSync(text)) }).fetch });
    const reading = await readUpstream(upstreamFor({}), services, (document) => documents.push(document));
    expect(documents).toEqual([[{ name: 'Ann' }]]);
    expect(reading.bytesRead).toBe(text.length);
  });

  it('is too large where its content is', async () => {
    const limits = { ...dataSourceSettings().limits, megabytes: 1 };
    const { outcome } = await read({ [usersUrl]: sent(gzipSync(Buffer.alloc(2 * 1024 * 1024, 0x20))) }, { limits });
    expect(outcome).toMatchObject({ code: 'response-too-large' });
  });

  it('is called damaged where it cannot be unpacked', async () => {
    const { outcome } = await read({ [usersUrl]: sent(gzipSync('[1]').subarray(0, 12)) });
    expect(outcome).toMatchObject({ code: 'response-unreadable' });
    expect((outcome as Problem).message).toContain('a damaged gzip file');
  });
});

it('a stream of events is named without waiting for its end', async () => {
  const endless = new ReadableStream({ pull: () => new Promise(() => undefined) });
  const { outcome } = await read({
    [usersUrl]: () => new Response(endless, { headers: { 'content-type': 'text/event-stream' } }),
  });
  expect((outcome as Problem).message).toContain('returned a stream of events (SSE), which the app does not read');
});
