import { discoverEndpoints } from '../../../src/oauth/discovery';
import type { OutboundFetch } from '../../../src/ports';
import { json } from '../../support/token-server';

const issuer = 'https://login.example.com/tenant';
const document = {
  issuer,
  authorization_endpoint: 'https://login.example.com/tenant/authorize',
  token_endpoint: 'https://tokens.example.com/token',
  revocation_endpoint: 'https://login.example.com/tenant/revoke',
};

const asked: string[] = [];

const discover = (text: string, response: Response | (() => Response)) => {
  const fetch: OutboundFetch = (url, { method, headers }) => {
    asked.push(`${method} ${url.href} ${headers.accept ?? ''}`);
    return Promise.resolve(typeof response === 'function' ? response() : response);
  };
  return discoverEndpoints(text, { fetch, loopbackAllowed: false });
};

beforeEach(() => void asked.splice(0));

test.each([
  ['an issuer', issuer],
  ['an issuer with a slash at its end', `${issuer}/`],
  ['the address of the document', `${issuer}/.well-known/openid-configuration`],
])('%s yields the endpoints', async (_name, text) => {
  expect(await discover(` ${text} `, json(document, 200))).toEqual({
    authUrl: document.authorization_endpoint,
    tokenUrl: document.token_endpoint,
    revokeUrl: document.revocation_endpoint,
  });
  expect(asked).toEqual([`GET ${issuer}/.well-known/openid-configuration application/json`]);
});

test('an issuer that names itself with a slash is the same', async () => {
  const found = await discover(issuer, json({ ...document, issuer: `${issuer}/` }, 200));
  expect(found.tokenUrl).toBe(document.token_endpoint);
});

test('an endpoint that the issuer does not have stays empty', async () => {
  const { revocation_endpoint: _none, ...rest } = document;
  expect((await discover(issuer, json(rest, 200))).revokeUrl).toBe('');
});

test.each<[string, Response | (() => Response), string, RegExp]>([
  [
    'another issuer',
    json({ ...document, issuer: 'https://evil.example.net' }, 200),
    'response-unreadable',
    /another issuer/,
  ],
  [
    'a template of an issuer',
    json({ ...document, issuer: 'https://x/{tenantid}' }, 200),
    'response-unreadable',
    /another/,
  ],
  ['no issuer', json({}, 200), 'response-unreadable', /another issuer/],
  ['a web page', new Response('<html>', { status: 200 }), 'response-unreadable', /no list of endpoints/],
  ['a list', json([], 200), 'response-unreadable', /another issuer/],
  ['null', json(null, 200), 'response-unreadable', /no list of endpoints/],
  ['nothing there', json({}, 404), 'remote-not-found', /Enter them by hand/],
  ['a server error', json({}, 500), 'remote-failed', /status 500/],
  [
    'a redirect',
    new Response(null, { status: 302, headers: { location: 'https://evil.example.net' } }),
    'remote-failed',
    /redirects/,
  ],
  ['an endless answer', new Response('x'.repeat(70_000)), 'exchange-failed', /too long/],
  [
    'an endpoint in a private network',
    json({ ...document, token_endpoint: 'https://169.254.169.254/token' }, 200),
    'invalid-input',
    /the Token URL that cannot be used/,
  ],
  [
    'an endpoint over http',
    json({ ...document, token_endpoint: 'http://login.example.com/' }, 200),
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
  await expect(discover(text, json(document, 200))).rejects.toMatchObject({ code: 'invalid-input' });
  expect(asked).toEqual([]);
});
