import { gzipSync } from 'node:zlib';
import { makeUser } from '../directory/users';
import { sendJson, sendRedirect, sendText } from '../exchange';
import type { Exchange } from '../exchange';
import { sendGzipBomb, streamUsers, trickle } from './streams';

type Respond = (exchange: Exchange, foreignOrigin: string) => void | Promise<void>;

const rows = [makeUser(0), makeUser(1), makeUser(2)];
const json = 'application/json; charset=utf-8';

/** A page of three users, with what else is given. */
function sendUsers(exchange: Exchange, more: object = {}, headers: Record<string, string> = {}): void {
  sendJson(exchange, 200, { ...more, value: rows }, headers);
}

const here = ({ url }: Exchange, name: string): string => `${url.origin}/odd/${name}`;
const number = ({ url }: Exchange, name: string, otherwise: number): number =>
  Number(url.searchParams.get(name) ?? otherwise);

/**
 * A thing that goes wrong with an API, by name. Bodies: `html empty truncated not-json ...`; sizes and times: `huge`
 * (`?megabytes=`), `gzip-bomb`, `slow` (`?seconds=`), `trickle`, `hang`, `disconnect`; links and redirects to
 * somebody else or in circles; `echo` says what arrived (`?padding=` characters
 * later, with `?status=`). None of them wants a token.
 */
const responses: Record<string, Respond> = {
  html: ({ response }) =>
    sendText(response, 200, 'text/html; charset=utf-8', '<!doctype html><title>Sign in</title><h1>Please sign in</h1>'),
  empty: ({ response }) => sendText(response, 200, json, ''),
  'no-content': ({ response }) => void response.writeHead(204).end(),
  'not-json': ({ response }) => sendText(response, 200, json, "{'value': [{'displayName': 'Ada'}]}"),
  truncated: ({ response }) => {
    const text = JSON.stringify({ value: rows });
    response.writeHead(200, { 'content-type': json, 'content-length': text.length * 2 });
    response.write(text.slice(0, -20), () => response.destroy());
  },
  'cut-json': ({ response }) => sendText(response, 200, json, JSON.stringify({ value: rows }).slice(0, -20)),
  'error-in-200': (exchange) =>
    sendJson(exchange, 200, { error: { code: 'UnknownError', message: 'Something went wrong.' } }),
  'text-type': ({ response }) => sendText(response, 200, 'text/plain', JSON.stringify({ value: rows })),
  'byte-order-mark': ({ response }) => sendText(response, 200, json, `\ufeff${JSON.stringify({ value: rows })}`),
  latin1: ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=iso-8859-1' });
    response.end(Buffer.from('{"value":[{"displayName":"Zoë Müller"}]}', 'latin1'));
  },
  'big-integers': ({ response }) =>
    sendText(
      response,
      200,
      json,
      '{"value":[{"id":9007199254740993,"displayName":"Ada"},{"id":12345678901234567890}]}',
    ),
  deep: ({ response }) => sendText(response, 200, json, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  scalar: ({ response }) => sendText(response, 200, json, '42'),
  'no-rows': (exchange) => sendJson(exchange, 200, { value: [] }),
  huge: (exchange) => streamUsers(exchange, number(exchange, 'megabytes', 64)),
  gzip: ({ response }) => {
    response.writeHead(200, { 'content-type': json, 'content-encoding': 'gzip' });
    response.end(gzipSync(JSON.stringify({ value: rows })));
  },
  'gzip-bomb': (exchange) => sendGzipBomb(exchange, number(exchange, 'megabytes', 512)),
  slow: (exchange) => {
    const timer = setTimeout(() => sendUsers(exchange), number(exchange, 'seconds', 5) * 1000);
    exchange.response.once('close', () => clearTimeout(timer));
  },
  trickle: (exchange) => trickle(exchange, JSON.stringify({ value: rows })),
  hang: () => {},
  disconnect: ({ response }) => void response.destroy(),
  'next-public': (exchange) =>
    sendUsers(exchange, { '@odata.nextLink': 'https://api.elsewhere.example/v1.0/users?$skiptoken=1' }),
  'next-foreign': (exchange, foreignOrigin) =>
    sendUsers(exchange, { '@odata.nextLink': `${foreignOrigin}/v1.0/users?$skiptoken=1` }),
  'next-self': (exchange) => sendUsers(exchange, { '@odata.nextLink': exchange.url.href }),
  'next-loop': (exchange) => sendUsers(exchange, { '@odata.nextLink': here(exchange, 'next-loop-back') }),
  'next-loop-back': (exchange) => sendUsers(exchange, { '@odata.nextLink': here(exchange, 'next-loop') }),
  'next-endless': (exchange) => {
    const page = number(exchange, 'page', 1) + 1;
    sendUsers(exchange, { '@odata.nextLink': `${here(exchange, 'next-endless')}?page=${page}` });
  },
  'next-relative': (exchange) => sendUsers(exchange, { '@odata.nextLink': 'last-page?from=next-relative' }),
  'next-broken': (exchange) => sendUsers(exchange, { '@odata.nextLink': 'http://[not a url' }),
  'next-not-text': (exchange) => sendUsers(exchange, { '@odata.nextLink': { page: 2 } }),
  'next-then-500': (exchange) => sendUsers(exchange, { '@odata.nextLink': here(exchange, 'status-500') }),
  'next-then-html': (exchange) => sendUsers(exchange, { '@odata.nextLink': here(exchange, 'html') }),
  'last-page': (exchange) => sendUsers(exchange),
  'redirect-same': (exchange) => sendRedirect(exchange, 302, here(exchange, 'echo')),
  'redirect-foreign': (exchange, foreignOrigin) => sendRedirect(exchange, 302, `${foreignOrigin}/v1.0/users`),
  'redirect-loop': (exchange) => sendRedirect(exchange, 302, exchange.url.href),
  'redirect-metadata': (exchange) => sendRedirect(exchange, 302, 'http://169.254.169.254/latest/meta-data/'),
  echo: async (exchange) => {
    const { request, url } = exchange;
    let body = '';
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString('utf8');
    const { method, headers } = request;
    const padding = 'x'.repeat(number(exchange, 'padding', 0));
    const echoed = { ...(padding && { padding }), method, url: url.href, headers, body };
    sendJson(exchange, number(exchange, 'status', 200), { value: [echoed] });
  },
};

/** The names of all oddities, to be put behind `/odd/`; `status-` with any error status comes on top. */
export const oddNames = Object.keys(responses);

/** Returns the oddity; `false` when there is none of that name. */
export async function sendOdd(exchange: Exchange, name: string, foreignOrigin: string): Promise<boolean> {
  const status = /^status-([345]\d\d)$/.exec(name)?.[1];
  if (status !== undefined) return sendStatus(exchange, Number(status));
  const answer = responses[name];
  await answer?.(exchange, foreignOrigin);
  return answer !== undefined;
}

/** 429 and 503 name the seconds to wait: `?after=`, 2 unless given; 401 names its scheme. */
function sendStatus(exchange: Exchange, status: number): true {
  const headers: Record<string, string> = {};
  if (status === 429 || status === 503) headers['retry-after'] = exchange.url.searchParams.get('after') ?? '2';
  if (status === 401) headers['www-authenticate'] = 'Bearer error="invalid_token"';
  sendJson(
    exchange,
    status,
    { error: { code: `Status${status}`, message: `This page responds with ${status}.` } },
    headers,
  );
  return true;
}
