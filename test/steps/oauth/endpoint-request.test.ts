import type { OAuthClient } from '../../../src/oauth/client';
import { requestByGrantType, requestRefresh, revokeToken } from '../../../src/oauth/token-request';
import type { OutboundFetch, OutboundInit } from '../../../src/ports';
import { oauthClient } from '../../support/oauth-client';
import { json } from '../../support/token-server';
import { tokenRequestOptions } from '../../support/token-request-options';

const good = { access_token: 'access', token_type: 'Bearer' };

/** A token endpoint in memory, with what it was sent. */
function endpoint(reply: (init: OutboundInit) => Response) {
  const sent: OutboundInit[] = [];
  const fetch: OutboundFetch = (_url, init) => {
    sent.push(init);
    return Promise.resolve(reply(init));
  };
  return { sent, options: tokenRequestOptions(fetch) };
}

const basicOf = ({ headers }: OutboundInit) =>
  Buffer.from((headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();

describe('Basic at the token endpoint', () => {
  const client = oauthClient({ clientAuthentication: 'client_secret_basic', clientSecret: 'a+b/c=' });
  const encoded = 'client-1:a%2Bb%2Fc%3D';
  const raw = 'client-1:a+b/c=';

  const taking = (spelling: string, refusal: () => Response) =>
    endpoint((init) => (basicOf(init) === spelling ? json(good, 200) : refusal()));

  test.each<[string, () => Response]>([
    ['401 in words of its own', () => json({ message: 'Bad credentials' }, 401)],
    ['the standard’s error', () => json({ error: 'invalid_client' }, 400)],
    ['an empty 400', () => new Response(null, { status: 400 })],
    ['an empty 403', () => new Response(null, { status: 403 })],
  ])('is tried as it is where the encoded one is refused with %s, and what worked is told', async (_name, refusal) => {
    const { sent, options } = taking(raw, refusal);
    expect(await requestByGrantType('client_credentials', client, options)).toMatchObject({ rawBasic: true });
    expect(sent.map(basicOf)).toEqual([encoded, raw]);
  });

  test('begins with what worked before', async () => {
    const { sent, options } = taking(raw, () => json({}, 401));
    await requestRefresh({ ...client, rawBasic: true }, 'refresh', options);
    expect(sent.map(basicOf)).toEqual([raw]);
  });

  test('is sent once where both spellings are the same', async () => {
    const { sent, options } = endpoint(() => json({ error: 'invalid_client' }, 401));
    const plain = { ...client, clientSecret: 'plain-secret_1.2~' };
    await expect(requestRefresh(plain, 'refresh', options)).rejects.toMatchObject({ details: { refused: 'client' } });
    expect(sent).toHaveLength(1);
  });

  test.each<[string, () => Response]>([
    ['the grant', () => json({ error: 'invalid_grant' }, 400)],
    ['nothing, because it is overloaded', () => json({}, 503)],
    ['nothing, because something in between does', () => new Response('<html>Forbidden</html>', { status: 403 })],
  ])('is not tried again where the server refuses %s', async (_name, reply) => {
    const { sent, options } = endpoint(reply);
    await expect(requestRefresh(client, 'refresh', options)).rejects.toBeDefined();
    expect(sent).toHaveLength(1);
  });

  test('tells the first refusal where both are refused, with the server’s own words', async () => {
    const { options } = endpoint((init) =>
      json({ message: `Not ${basicOf(init) === raw ? 'that' : 'this'} one` }, 401),
    );
    await expect(requestByGrantType('client_credentials', client, options)).rejects.toMatchObject({
      details: { detail: 'Not this one', refused: 'client' },
    });
  });
});

describe('JSON token requests', () => {
  const client = oauthClient({
    tokenRequestFormat: 'json',
    scopes: ['read'],
    tokenParameters: [
      { name: 'resource', value: 'a', secret: false },
      { name: 'resource', value: 'b', secret: false },
    ],
  });

  test('carry the same parameters as a form would', async () => {
    const { sent, options } = endpoint(() => json({ token: 'access' }, 201));
    await requestByGrantType('client_credentials', client, options);
    expect(sent[0]?.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client-1',
      client_secret: 'client-secret-value',
      scope: 'read',
      resource: ['a', 'b'],
    });
  });

  test('leave the revocation a form', async () => {
    const { sent, options } = endpoint(() => new Response(null, { status: 200 }));
    await revokeToken(client, 'token', options);
    expect(new URLSearchParams(sent[0]?.body).get('token')).toBe('token');
  });
});

test('a grant type that the admin has named is asked for with its parameters', async () => {
  const { sent, options } = endpoint(() => json(good, 200));
  const client: OAuthClient = oauthClient({
    otherGrantType: 'account_credentials',
    tokenParameters: [{ name: 'account_id', value: 'a-1', secret: true }],
  });
  await requestByGrantType('other', client, options);
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toMatchObject({
    grant_type: 'account_credentials',
    account_id: 'a-1',
    client_id: 'client-1',
  });
});

test.each<[string, Response, string]>([
  ['a problem document', json({ type: 'about:blank', title: 'Unsupported Media Type' }, 415), 'Unsupported Media Type'],
  ['an error object', json({ error: { message: 'The key is wrong.', code: 1 } }, 400), 'The key is wrong.'],
  ['sentences in a list', json({ errors: [{ text: 'No such client.' }] }, 400), 'No such client.'],
  ['plain text', new Response('upstream says no\n', { status: 400 }), 'upstream says no'],
  ['a web page', new Response('<html><head><title>Blocked by policy</title>', { status: 403 }), 'Blocked by policy'],
  [
    'a challenge',
    new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer error_description="The key is old"' } }),
    'The key is old',
  ],
  ['a success without a token', json({ state: 'the-secret-value', id: 5 }, 200), 'Its members: state, id.'],
])('the server’s own words in %s are the admin’s detail', async (_name, response, detail) => {
  const { options } = endpoint(() => response);
  await expect(requestRefresh(oauthClient(), 'refresh', options)).rejects.toMatchObject({
    code: 'exchange-failed',
    details: { detail },
  });
});
