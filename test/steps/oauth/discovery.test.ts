import { discoverEndpoints } from '../../../src/oauth/discovery';
import type { OutboundFetch } from '../../../src/ports';
import { Problem } from '../../../src/shared/problem';
import { json } from '../../support/token-server';

const issuer = 'https://login.example.com/tenant';
const document = {
  issuer,
  authorization_endpoint: 'https://login.example.com/tenant/authorize',
  token_endpoint: 'https://tokens.example.com/token',
  revocation_endpoint: 'https://login.example.com/tenant/revoke',
};

const requested: string[] = [];

const discover = (text: string, response: (path: string) => Response) => {
  const fetch: OutboundFetch = (url, { method, headers }) => {
    requested.push(`${method} ${url.href} ${headers.accept ?? ''}`);
    return Promise.resolve(response(url.pathname));
  };
  return discoverEndpoints(text, { fetch, loopbackAllowed: false });
};

beforeEach(() => void requested.splice(0));

test.each([
  ['an issuer', issuer],
  ['an issuer with a slash at its end', `${issuer}/`],
  ['the address of the document', `${issuer}/.well-known/openid-configuration`],
])('%s yields the endpoints', async (_name, text) => {
  expect(await discover(` ${text} `, () => json(document, 200))).toEqual({
    authUrl: document.authorization_endpoint,
    tokenUrl: document.token_endpoint,
    revokeUrl: document.revocation_endpoint,
  });
  expect(requested).toEqual([`GET ${issuer}/.well-known/openid-configuration application/json`]);
});

test('an issuer that announces its name in callbacks says which, and for which Auth URL', async () => {
  const announcing = { ...document, authorization_response_iss_parameter_supported: true };
  const { announcedIssuer } = await discover(issuer, () => json(announcing, 200));
  expect(announcedIssuer).toEqual({ name: issuer, authUrl: document.authorization_endpoint });
  const silent = { ...document, authorization_response_iss_parameter_supported: 'true' };
  expect(await discover(issuer, () => json(silent, 200))).toMatchObject({ announcedIssuer: undefined });
});

test.each([
  ['with a slash', `${issuer}/`],
  ['in capital letters and with its port', issuer.replace('login.example.com', 'Login.Example.com:443')],
])('an issuer that names itself %s is the same', async (_name, named) => {
  const found = await discover(issuer, () => json({ ...document, issuer: named }, 200));
  expect(found.tokenUrl).toBe(document.token_endpoint);
});

describe('an issuer with metadata of RFC 8414 only', () => {
  const place = '/.well-known/oauth-authorization-server';
  const endpoints = { token_endpoint: document.token_endpoint };

  test.each([
    ['an issuer', issuer, `${place}/tenant`, issuer],
    ['an issuer with a slash at its end', `${issuer}/`, `${place}/tenant`, issuer],
    ['an issuer of two parts', `${issuer}/two`, `${place}/tenant/two`, `${issuer}/two`],
    ['an issuer without a path', 'https://login.example.com', place, 'https://login.example.com'],
    ['the address of the document', `https://login.example.com${place}/tenant`, `${place}/tenant`, issuer],
    ['an address below the issuer', `${issuer}${place}`, `${place}/tenant`, issuer],
  ])('%s yields the endpoints, asked for after OpenID’s', async (_name, text, path, named) => {
    const found = await discover(text, (at) =>
      at === path ? json({ ...endpoints, issuer: named }, 200) : json({}, 404),
    );
    expect(found).toEqual({ authUrl: '', tokenUrl: document.token_endpoint, revokeUrl: '' });
    expect(requested).toEqual([
      `GET ${named}/.well-known/openid-configuration application/json`,
      `GET https://login.example.com${path} application/json`,
    ]);
  });

  const page = () => new Response('<html>', { status: 200 });
  const redirect = () => new Response(null, { status: 302, headers: { location: '/login' } });
  const refused = () => json({}, 403);
  const other = () => json({ ...document, issuer: 'https://other.example.com' }, 200);

  test.each([
    ['a web page', page],
    ['a redirect', redirect],
    ['a refusal', refused],
    ['another issuer’s document', other],
  ])('%s at OpenID’s place does not hide them', async (_name, atOpenId) => {
    const found = await discover(issuer, (at) => (at.startsWith(place) ? json(document, 200) : atOpenId()));
    expect(found.tokenUrl).toBe(document.token_endpoint);
  });

  test.each([
    ['a web page', page, /did not return a list of endpoints/],
    ['a redirect', redirect, /redirects/],
    ['a refusal', refused, /status 403/],
  ])('%s at one place is told if the other has nothing', async (_name, response, says) => {
    const message = expect.stringMatching(says) as string;
    const nothing = () => json({}, 404);
    const at = (isOAuth: boolean) => (path: string) => (path.startsWith(place) === isOAuth ? response() : nothing());
    await expect(discover(issuer, at(true))).rejects.toMatchObject({ message });
    await expect(discover(issuer, at(false))).rejects.toMatchObject({ message });
  });

  test('no other place is asked of a server that cannot be reached', async () => {
    const unreachable = () => {
      throw new Problem('remote-unreachable', 'Nobody is there.');
    };
    await expect(discover(issuer, unreachable)).rejects.toMatchObject({ code: 'remote-unreachable' });
    expect(requested).toHaveLength(1);
  });
});

test('an endpoint that the issuer does not have stays empty', async () => {
  const { revocation_endpoint: _none, ...rest } = document;
  expect((await discover(issuer, () => json(rest, 200))).revokeUrl).toBe('');
});

test.each<[string, () => Response, string, RegExp]>([
  ['no issuer', () => json({}, 200), 'response-unreadable', /did not return a list of endpoints/],
  [
    'an issuer that is no URL',
    () => json({ issuer: 'login' }, 200),
    'response-unreadable',
    /did not return a list of endpoints/,
  ],
  [
    'a web page',
    () => new Response('<html>', { status: 200 }),
    'response-unreadable',
    /did not return a list of endpoints/,
  ],
  ['a list', () => json([], 200), 'response-unreadable', /did not return a list of endpoints/],
  ['null', () => json(null, 200), 'response-unreadable', /did not return a list of endpoints/],
  ['nothing there', () => json({}, 404), 'remote-not-found', /Enter them by hand/],
  ['a server error', () => json({}, 500), 'remote-failed', /status 500/],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example.net' } }),
    'remote-failed',
    /redirects/,
  ],
  ['an endless answer', () => new Response('x'.repeat(70_000)), 'exchange-failed', /too long/],
  [
    'an endpoint in a private network',
    () => json({ ...document, token_endpoint: 'https://169.254.169.254/token' }, 200),
    'invalid-input',
    /the Token URL that cannot be used/,
  ],
  [
    'an endpoint over http',
    () => json({ ...document, token_endpoint: 'http://login.example.com/' }, 200),
    'invalid-input',
    /https/,
  ],
])('%s is refused', async (_name, response, code, says) => {
  await expect(discover(issuer, response)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(says) as string,
  });
});

test.each([
  ['no URL', 'login'],
  ['http', 'http://login.example.com'],
  ['an address of a private network', 'https://10.0.0.1'],
  ['a name of a private network', 'https://login.internal'],
  ['user info', 'https://a:b@login.example.com'],
  ['a query', 'https://login.example.com/?a=b'],
])('%s is no issuer to ask', async (_name, text) => {
  await expect(discover(text, () => json(document, 200))).rejects.toMatchObject({ code: 'invalid-input' });
  expect(requested).toEqual([]);
});

test.each([
  ['another issuer', 'https://evil.example.net'],
  ['a template of an issuer', 'https://login.example.com/{tenantid}'],
  ['an issuer of another path', `${issuer}/more`],
])('%s is named, so that the admin can judge its endpoints', async (_name, named) => {
  const found = await discover(issuer, () => json({ ...document, issuer: named }, 200));
  expect(found).toMatchObject({ tokenUrl: document.token_endpoint, otherIssuer: named });
});

test.each([
  ['a slash at its end', `${issuer}//`],
  ['letters of other case in its path', issuer.replace('tenant', 'Tenant')],
])('an issuer that names itself with %s is no other one', async (_name, named) => {
  const found = await discover(issuer, () => json({ ...document, issuer: named }, 200));
  expect(found.otherIssuer).toBeUndefined();
});

test.each<[string, unknown, string | undefined]>([
  ['the body before the header', ['none', 'client_secret_basic', 'client_secret_post'], 'client_secret_post'],
  ['the header where it is the only way', ['client_secret_basic', 'tls_client_auth'], 'client_secret_basic'],
  ['a signature', ['client_secret_jwt', 'private_key_jwt'], 'private_key_jwt'],
  ['nothing that the app knows', ['tls_client_auth'], undefined],
  ['no list', 'client_secret_basic', undefined],
])('client authentication is filled in: %s', async (_name, supported, expected) => {
  const published = { ...document, token_endpoint_auth_methods_supported: supported };
  expect((await discover(issuer, () => json(published, 200))).clientAuthentication).toBe(expected);
});
