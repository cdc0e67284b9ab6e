import type { IncomingMessage } from 'node:http';
import { createGzip } from 'node:zlib';
import { sendJson, sendRedirect, sendText } from '../exchange';
import type { Exchange } from '../exchange';

type TokenBody = Record<string, unknown>;

const without =
  (...names: string[]) =>
  (body: TokenBody): TokenBody =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

/** Broken token endpoints that do issue working tokens: what each leaves out or spoils of the real response. */
const distortions: Record<string, (body: TokenBody) => TokenBody> = {
  'no-expires-in': without('expires_in', 'ext_expires_in'),
  'no-refresh-token': without('refresh_token'),
  'no-token-type': without('token_type'),
  'no-scope': without('scope'),
  'no-access-token': without('access_token'),
  'expires-in-text': (body) => ({ ...body, expires_in: String(body['expires_in']) }),
  'expires-in-negative': (body) => ({ ...body, expires_in: -1 }),
  'token-type-mac': (body) => ({ ...body, token_type: 'mac' }),
  'token-not-ascii': (body) => ({ ...body, access_token: `${String(body['access_token'])}\u0007é` }),
  'refresh-token-empty': (body) => ({ ...body, refresh_token: '' }),
};

/** Broken token endpoints that issue nothing. No authorization server responds like this, so they are handwritten. */
const responses: Record<string, (exchange: Exchange, foreignOrigin: string) => void> = {
  'error-in-200': (exchange) =>
    sendJson(exchange, 200, { error: 'invalid_grant', error_description: 'The code is not valid.' }),
  html: ({ response }) => sendText(response, 200, 'text/html', '<!doctype html><title>Sign in</title><h1>Sign in</h1>'),
  empty: ({ response }) => sendText(response, 200, 'application/json', ''),
  'not-json': ({ response }) => sendText(response, 200, 'application/json', 'access_token=abc&token_type=bearer'),
  'status-500': (exchange) => sendJson(exchange, 500, { error: 'server_error' }),
  'redirect-foreign': (exchange, foreignOrigin) => sendRedirect(exchange, 307, `${foreignOrigin}/token`),
  hang: () => {},
  slow: (exchange) => {
    const timer = setTimeout(() => sendJson(exchange, 200, { error: 'temporarily_unavailable' }), 9_000);
    exchange.response.once('close', () => clearTimeout(timer));
  },
  'gzip-bomb': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    const gzip = createGzip();
    gzip.pipe(response);
    gzip.end(Buffer.alloc(64 * 1024 * 1024, 0x20));
  },
};

/** The names of all broken token endpoints, to be put behind `/odd-token/`. */
export const oddTokenNames = [...Object.keys(distortions), ...Object.keys(responses)];

const distorted = new WeakMap<IncomingMessage, string>();

/** Responds as a broken token endpoint; `forward` when the real one has to do the work first. */
export function sendOddToken(exchange: Exchange, name: string, foreignOrigin: string): 'done' | 'forward' | 'unknown' {
  if (name in distortions) {
    distorted.set(exchange.request, name);
    return 'forward';
  }
  const answer = responses[name];
  answer?.(exchange, foreignOrigin);
  return answer ? 'done' : 'unknown';
}

/** The token response as it leaves: spoilt if the request came through a broken endpoint, else as it is. */
export function distortToken(request: IncomingMessage, body: TokenBody): TokenBody {
  const distort = distortions[distorted.get(request) ?? ''];
  return distort ? distort(body) : body;
}
