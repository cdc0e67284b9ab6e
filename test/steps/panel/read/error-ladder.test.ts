import type { DataSourceSettings } from '../../../../src/shared/contract';
import type { Access } from '../../../../src/grants/access';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import { readFrame } from '../../../../src/panel/read/read-frame';
import { outboundFetch } from '../../../../src/platform/fetch';
import { addressed, type Actor, Problem, type ProblemCode, toProblemReply } from '../../../../src/shared/problem';
import { memoryServices } from '../../../support/memory';
import { dataSource, openAccess, panelSettings, tokenAccess, users, usersUrl } from '../../../support/panels';
import { json, status } from '../../../support/memory-upstream';

/** What the network does with a request. */
type Network = () => Response | Promise<Response>;

interface Rung {
  network: Network;
  access?: Access;
  settings?: Partial<DataSourceSettings>;
  rowsSelector?: string;
  code: ProblemCode;
  actor: Actor;
  /** Whether trying again, unchanged, can help. */
  retry: boolean;
  /** What follows the name of the data source; readers read it too, where the kind of problem has no sentence for them. */
  says: string;
  /** What admins read beside it. */
  detail?: RegExp;
  remoteCode?: string;
}

const failing = (code: string): Network => {
  const cause = Object.assign(new Error('inner'), { code });
  return () => Promise.reject(new TypeError('fetch failed', { cause }));
};
const web =
  (text: string, type = 'text/html'): Network =>
  () =>
    new Response(text, { headers: { 'content-type': type } });
const challenge =
  (header: string, code: number): Network =>
  () =>
    status(code, { 'www-authenticate': header });
const withToken = tokenAccess([new URL(usersUrl).origin]);
const unrefreshable: Access = { ...withToken, headersAfterRefusal: () => Promise.resolve(undefined) };
const megabyte = { pages: 90, rows: 1000, megabytes: 1, seconds: 20 };

const rungs: Record<string, Rung> = {
  'name lookup': {
    network: failing('ENOTFOUND'),
    code: 'host-unknown',
    actor: 'admin',
    retry: false,
    says: 'cannot be reached, because its host name cannot be found.',
    detail: /The server’s name cannot be found\. Check the name for typos\. Host: api\.example\.com/,
  },
  TLS: {
    network: failing('CERT_HAS_EXPIRED'),
    code: 'certificate-invalid',
    actor: 'remote',
    retry: false,
    says: 'was not contacted, because its server’s certificate is not valid.',
    detail: /may have expired.* Host: api\.example\.com/,
  },
  'host not approved': {
    network: () => Promise.reject(Object.assign(new Error('x'), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' })),
    code: 'host-not-allowed',
    actor: 'admin',
    retry: false,
    says: 'is on a host that the app may not contact. A site admin can approve the host.',
    detail: /https:\/\/api\.example\.com is not approved/,
  },
  port: {
    network: () => status(302, { location: 'https://api.example.com:9999/users' }),
    code: 'port-not-allowed',
    actor: 'admin',
    retry: false,
    says: 'uses a port that the app cannot reach.',
    detail: /Port 9999 cannot be reached\. Allowed ports are 80, 443/,
  },
  'connection refused': {
    network: failing('ECONNREFUSED'),
    code: 'remote-unreachable',
    actor: 'remote',
    retry: true,
    says: 'cannot be reached. Try again later',
    detail:
      /The server refused the connection\. Check the port, and whether the server is running\. Host: api\.example\.com/,
  },
  'connection lost': {
    network: failing('ECONNRESET'),
    code: 'remote-unreachable',
    actor: 'remote',
    retry: true,
    says: 'cannot be reached. Try again later',
    detail: /closed the connection before it responded/,
  },
  timeout: {
    network: failing('UND_ERR_HEADERS_TIMEOUT'),
    code: 'remote-timeout',
    actor: 'remote',
    retry: true,
    says: 'took too long to respond. Try again later.',
    detail: /Host: api\.example\.com/,
  },
  '401 without credentials': {
    network: () => status(401, {}, 'who are you'),
    code: 'remote-unauthorized',
    actor: 'admin',
    retry: false,
    says: 'requires a sign-in (status 401). An admin can set up its authentication.',
    detail: /^who are you$/,
  },
  '401, asks for Digest alone': {
    network: challenge('Digest realm="api", qop="auth", nonce="abc"', 401),
    access: unrefreshable,
    code: 'remote-unauthorized',
    actor: 'admin',
    retry: false,
    says: 'asks for Digest, and our sign-in is of another kind (status 401). An admin can choose Digest as its authentication.',
    detail: /Digest realm/,
  },
  '401, expired (RFC 6750)': {
    network: challenge('Bearer realm="x", error="invalid_token", error_description="The access token expired"', 401),
    access: unrefreshable,
    code: 'remote-unauthorized',
    actor: 'admin',
    retry: false,
    says: 'says that our sign-in has expired (status 401).',
    detail: /The access token expired/,
    remoteCode: 'invalid_token',
  },
  '401, expired (Microsoft Graph)': {
    network: () =>
      json(
        {
          error: {
            code: 'InvalidAuthenticationToken',
            message: 'Lifetime validation failed, the token is expired.',
          },
        },
        { status: 401 },
      ),
    access: unrefreshable,
    code: 'remote-unauthorized',
    actor: 'admin',
    retry: false,
    says: 'says that our sign-in has expired (status 401).',
    detail: /Lifetime validation failed/,
    remoteCode: 'InvalidAuthenticationToken',
  },
  '401, revoked': {
    network: challenge('Bearer error="invalid_token", error_description="Token has been revoked"', 401),
    access: unrefreshable,
    code: 'remote-unauthorized',
    actor: 'admin',
    retry: false,
    says: 'says that our sign-in was revoked (status 401).',
    remoteCode: 'invalid_token',
  },
  '401, wrong audience (Microsoft Graph)': {
    network: () =>
      json(
        {
          error: { code: 'InvalidAuthenticationToken', message: 'Access token validation failure. Invalid audience.' },
        },
        { status: 401 },
      ),
    access: unrefreshable,
    code: 'remote-unauthorized',
    actor: 'admin',
    retry: false,
    says: 'says that our sign-in is meant for another API (status 401). An admin can check its scopes and its audience',
    detail: /Invalid audience/,
  },
  '401 without a reason': {
    network: () => status(401),
    access: unrefreshable,
    code: 'remote-unauthorized',
    actor: 'admin',
    retry: false,
    says: 'does not accept our sign-in (status 401).',
  },
  '403, scope named (RFC 6750)': {
    network: challenge('Bearer error="insufficient_scope", scope="users.read groups.read"', 403),
    access: unrefreshable,
    code: 'remote-forbidden',
    actor: 'admin',
    retry: false,
    says: 'needs a permission that our sign-in does not have (status 403). An admin can add its scope',
    detail: /Scopes that allow it: users\.read groups\.read\./,
    remoteCode: 'insufficient_scope',
  },
  '403, scope named (GitHub)': {
    network: () => status(403, { 'x-accepted-oauth-scopes': 'admin:org, repo' }),
    access: unrefreshable,
    code: 'remote-forbidden',
    actor: 'admin',
    retry: false,
    says: 'needs a permission that our sign-in does not have (status 403).',
    detail: /Scopes that allow it: admin:org repo\./,
  },
  '403, scope (Microsoft Graph)': {
    network: () =>
      json(
        {
          error: {
            code: 'Authorization_RequestDenied',
            message: 'Insufficient privileges to complete the operation.',
          },
        },
        { status: 403 },
      ),
    access: unrefreshable,
    code: 'remote-forbidden',
    actor: 'admin',
    retry: false,
    says: 'needs a permission that our sign-in does not have (status 403).',
    remoteCode: 'Authorization_RequestDenied',
  },
  '403 without a reason': {
    network: () => status(403),
    access: unrefreshable,
    code: 'remote-forbidden',
    actor: 'admin',
    retry: false,
    says: 'refused our access (status 403). An admin can check what the account',
  },
  '304 that nothing asked for': {
    network: () => status(304),
    code: 'remote-refused',
    actor: 'admin',
    retry: false,
    says: 'sends no data: it says that nothing has changed (status 304)',
  },
  '404': {
    network: () => status(404),
    code: 'remote-not-found',
    actor: 'admin',
    retry: false,
    says: 'has nothing at this address (status 404).',
  },
  '410': {
    network: () => status(410),
    code: 'remote-not-found',
    actor: 'admin',
    retry: false,
    says: 'has nothing at this address (status 410).',
  },
  '429 with the wait': {
    network: () => status(429, { 'retry-after': '300' }),
    code: 'remote-rate-limited',
    actor: 'remote',
    retry: true,
    says: 'has received too many requests and asks us to wait 5 minutes.',
  },
  '403 for too many requests (GitHub)': {
    network: () => {
      const reset = String(Date.UTC(2030, 0, 1, 12, 10) / 1000);
      return status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
    },
    code: 'remote-rate-limited',
    actor: 'remote',
    retry: true,
    says: 'has received too many requests and asks us to wait 10 minutes.',
  },
  '5xx': {
    network: () => status(500, {}, 'stack trace'),
    code: 'remote-failed',
    actor: 'remote',
    retry: true,
    says: 'failed (status 500). Try again later. If this keeps happening, tell the API’s owner.',
    detail: /^stack trace$/,
  },
  '4xx of another kind': {
    network: () => status(422, {}, 'no such field'),
    code: 'remote-refused',
    actor: 'admin',
    retry: false,
    says: 'did not accept our request (status 422).',
    detail: /^no such field$/,
  },
  'a login page instead of data': {
    network: web('<!doctype html><title>Sign in</title>'),
    code: 'sign-in-page',
    actor: 'admin',
    retry: false,
    says: 'returned a web page, such as a sign-in page, instead of data.',
    detail: /<title>Sign in/,
  },
  'a login page that calls itself JSON': {
    network: web('<html>Sign in', 'application/json'),
    code: 'sign-in-page',
    actor: 'admin',
    retry: false,
    says: 'returned a web page',
  },
  'a redirect to a login page': {
    network: () => status(302, { location: 'https://login.example.org/oauth2/authorize?client_id=1' }),
    access: unrefreshable,
    code: 'sign-in-page',
    actor: 'admin',
    retry: false,
    says: 'redirects to a sign-in page instead of responding.',
    detail: /Redirected to https:\/\/login\.example\.org\/oauth2\/authorize$/,
  },
  'not the declared format: JSON': {
    network: web('a,b\n1,2\n', 'text/csv'),
    settings: { response: { format: 'json', errorSelector: '' } },
    code: 'response-unreadable',
    actor: 'admin',
    retry: false,
    says: 'returned something that is not JSON.',
    detail: /^a,b/,
  },
  'not the declared format: XML': {
    network: web('{"a":1}', 'application/json'),
    settings: { response: { format: 'xml', errorSelector: '' } },
    code: 'response-unreadable',
    actor: 'admin',
    retry: false,
    says: 'returned XML with an error in line 1',
  },
  'not the declared format: NDJSON': {
    network: web('{"a":1}\n{"a":\n', 'application/x-ndjson'),
    code: 'response-unreadable',
    actor: 'admin',
    retry: false,
    says: 'returned NDJSON whose line 2 cannot be read.',
  },
  'cut off': {
    network: web('{"value":[{"a"', 'application/json'),
    code: 'response-unreadable',
    actor: 'admin',
    retry: false,
    says: 'returned JSON that ends abruptly after 14 characters.',
  },
  nothing: {
    network: web('', 'application/json'),
    code: 'response-unreadable',
    actor: 'admin',
    retry: false,
    says: 'returned an empty response.',
  },
  'an error inside a 200 (Slack)': {
    network: () => json({ ok: false, error: 'missing_scope', needed: 'users:read' }),
    settings: { response: { format: 'auto', errorSelector: '$.error' } },
    code: 'remote-error',
    actor: 'admin',
    retry: true,
    says: 'returned an error instead of data.',
    detail: /^missing_scope$/,
    remoteCode: 'missing_scope',
  },
  'an error inside a 200 (GraphQL)': {
    network: () => json({ errors: [{ message: 'Cannot query field "x"' }], data: null }),
    settings: { response: { format: 'auto', errorSelector: '$.errors' } },
    code: 'remote-error',
    actor: 'admin',
    retry: true,
    says: 'returned an error instead of data.',
    detail: /Cannot query field/,
  },
  'an error of GraphQL that nobody watches': {
    network: () => json({ data: { orders: null }, errors: [{ message: 'Not allowed' }, { message: 'Nor this' }] }),
    code: 'remote-error',
    actor: 'admin',
    retry: true,
    says: 'returned an error instead of data.',
    detail: /^Not allowed Nor this$/,
  },
  'a SOAP fault with status 200': {
    network: web(
      '<s:Envelope xmlns:s="u"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>No such operation</faultstring></s:Fault></s:Body></s:Envelope>',
      'text/xml',
    ),
    code: 'remote-error',
    actor: 'admin',
    retry: true,
    says: 'returned an error instead of data.',
    detail: /^No such operation$/,
  },
  'a selector that matches nothing': {
    network: () => json({ value: users(1) }),
    rowsSelector: '$.items[*]',
    code: 'selector-matched-nothing',
    actor: 'admin',
    retry: false,
    says: 'The rows selector $.items[*] matched nothing in the response.',
  },
  'too large': {
    network: web(`[${' '.repeat(1024 * 1024)}]`, 'application/json'),
    settings: { limits: megabyte },
    code: 'response-too-large',
    actor: 'admin',
    retry: false,
    says: 'returned more than 1 MB, which is more than the app reads.',
  },
};

describe.each(Object.entries(rungs))('%s', (_, rung) => {
  async function problem(): Promise<Problem> {
    const { network, access = openAccess, settings, rowsSelector = '$.value[*]' } = rung;
    const services = memoryServices({ fetch: outboundFetch({ loopbackAllowed: false }, async () => network()) });
    const source = dataSource({ name: 'Orders API', ...settings });
    const query = panelSettings(source.id, { filters: [{ selector: rowsSelector }] });
    const found: unknown = await readFrame({ query, source, values: {} }, { access }, readBounds, services).catch(
      (error: unknown) => error,
    );
    if (found instanceof Problem) return found;
    throw new Error('a problem was expected');
  }

  it('is told to admins by code and in plain words, with who can act, what helps, and the remote’s own words', async () => {
    const reply = toProblemReply(await problem(), 'admin');
    const { code, actor, retry } = rung;
    expect(reply).toMatchObject({ code, actor, retry });
    expect(reply.message).toContain(addressed(rung.says));
    if (rung.detail) expect(reply.detail).toMatch(rung.detail);
    if (rung.remoteCode !== undefined) expect(reply.remoteCode).toBe(rung.remoteCode);
  });

  it('is told to readers without hosts and without the remote’s words', async () => {
    const told = await problem();
    const reply = toProblemReply(told, 'everyone');
    const { forReaders } = told.kind;
    expect(reply.message).toContain(typeof forReaders === 'object' ? forReaders.sentence : rung.says);
    expect(reply.detail).toBeUndefined();
    expect(reply.remoteCode).toBeUndefined();
    expect(JSON.stringify(reply)).not.toMatch(/example|https?:/);
  });
});

it('what says that there is no error is none', async () => {
  const source = dataSource({ response: { format: 'auto', errorSelector: '$.error' } });
  for (const error of [null, false, '', [], {}, 0]) {
    const services = memoryServices({ fetch: () => Promise.resolve(json({ error, value: users(2) })) });
    const { frame } = await readFrame(
      { query: panelSettings(source.id), source, values: {} },
      { access: openAccess },
      readBounds,
      services,
    );
    expect(frame.rowCount).toBe(2);
  }
});
