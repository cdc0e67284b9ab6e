import { requestRefresh, revokeToken } from '../../../src/oauth/token-request';
import type { OutboundFetch, OutboundInit } from '../../../src/ports';
import { oauthClient } from '../../support/oauth-client';
import { json } from '../../support/token-server';
import { tokenRequestOptions } from '../../support/token-request-options';

const client = oauthClient({ clientSecret: 's3cret&%+' });

const good = { access_token: 'access', token_type: 'Bearer' };

const responding =
  (response: Response): OutboundFetch =>
  () =>
    Promise.resolve(response);

const refreshed = (response: Response) => requestRefresh(client, 'refresh', tokenRequestOptions(responding(response)));

test('a refresh is one POST with the client’s secret in its body', async () => {
  const sent: { url: string; init: OutboundInit }[] = [];
  const fetch: OutboundFetch = (url, init) => {
    sent.push({ url: url.href, init });
    return Promise.resolve(json(good, 200));
  };
  await requestRefresh(client, 'refresh', tokenRequestOptions(fetch));
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ url: client.tokenUrl, init: { method: 'POST' } });
  expect(sent[0]?.init.headers).not.toHaveProperty('authorization');
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.init.body))).toEqual({
    client_id: 'client-1',
    client_secret: 's3cret&%+',
    grant_type: 'refresh_token',
    refresh_token: 'refresh',
  });
});

test.each([
  [
    'a plain answer',
    { ...good, expires_in: 3600, refresh_token: 'next', scope: 'a b' },
    { expiresInSeconds: 3600, refreshToken: 'next', scopes: ['a', 'b'] },
  ],
  ['no expires_in', good, { expiresInSeconds: undefined }],
  ['no refresh token', good, { refreshToken: undefined }],
  ['no scope', good, { scopes: undefined }],
  ['expires_in as text', { ...good, expires_in: '3600' }, { expiresInSeconds: 3600 }],
  ['scopes with commas', { ...good, scope: 'repo,read:org' }, { scopes: ['repo', 'read:org'] }],
  ['scopes in a list', { ...good, scopes: ['a', 'b'] }, { scopes: ['a', 'b'] }],
  ['Slack’s kind of token', { ...good, token_type: 'bot' }, { accessToken: 'access' }],
  ['no kind of token', { access_token: 'access' }, { tokenType: 'bearer' }],
  ['an ID token of an unknown issuer', { ...good, id_token: 'a.b.c' }, { accessToken: 'access' }],
])('%s is taken', async (_name, body, expected) => {
  expect(await refreshed(json(body, 200))).toMatchObject({ accessToken: 'access', ...expected });
});

const aadsts = (code: string) => `${code}: Some text of the provider.`;

test.each([
  [
    'an error of the standard',
    json({ error: 'invalid_grant' }, 400),
    { remoteCode: 'invalid_grant', status: 400 },
    /expired or was revoked/,
  ],
  [
    'an error with status 200',
    json({ error: 'bad_verification_code' }, 200),
    { remoteCode: 'bad_verification_code', status: 400 },
    /expired or has already been used/,
  ],
  [
    'an error that nobody knows, whatever its name',
    json({ error: 'constructor' }, 200),
    { remoteCode: 'constructor' },
    /own error code/,
  ],
  ['Slack’s way to say no', json({ ok: false, error: 'invalid_refresh_token' }, 200), { status: 400 }, /revoked/],
  [
    'Entra ID asking for .default',
    json({ error: 'invalid_scope', error_description: aadsts('AADSTS1002012') }, 400),
    { remoteCode: 'invalid_scope' },
    /ending in \/\.default/,
  ],
  [
    'a wrong secret at Entra ID',
    json({ error: 'invalid_client', error_description: aadsts('AADSTS7000215') }, 401),
    { remoteCode: 'invalid_client', status: 401 },
    /Value from Entra ID/,
  ],
  [
    'an expired secret at Entra ID',
    json({ error: 'invalid_client', error_description: aadsts('AADSTS7000222') }, 401),
    { remoteCode: 'invalid_client' },
    /has expired/,
  ],
  [
    'a challenge with a body',
    json({ error: 'invalid_client' }, 401, { 'www-authenticate': 'Basic realm="x"' }),
    { remoteCode: 'invalid_client', status: 401 },
    /Check both/,
  ],
  [
    'a challenge without a body',
    new Response('', { status: 401, headers: { 'www-authenticate': 'Basic realm="x", error="invalid_client"' } }),
    { remoteCode: 'invalid_client' },
    /Check both/,
  ],
])('%s is a refusal with the protocol’s own word', async (_name, response, details, says) => {
  await expect(refreshed(response)).rejects.toMatchObject({
    code: 'exchange-failed',
    message: expect.stringMatching(says) as string,
    details,
  });
});

test.each([
  [
    'a web page',
    new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }),
    /status 200 and a web page/,
  ],
  [
    'JSON that ends early',
    new Response('{"access_', { status: 200, headers: { 'content-type': 'application/json' } }),
    /status 200, but not with a token/,
  ],
  ['no access token', json({ token_type: 'Bearer' }, 200), /no usable access token/],
  ['a token type nobody knows', json({ ...good, token_type: 'mac' }, 200), /kind of token/],
  ['a token with a line break', json({ ...good, access_token: 'a\nb' }, 200), /characters/],
  ['a server error', new Response('oops', { status: 503 }), /status 503/],
  ['a redirect', new Response(null, { status: 302, headers: { location: 'https://evil.example.net/' } }), /redirects/],
  [
    'an endless answer',
    new Response('x'.repeat(70_000), { status: 200, headers: { 'content-type': 'application/json' } }),
    /too long/,
  ],
])('%s is a failure that says nothing about the grant', async (_name, response, says) => {
  const failure = (await refreshed(response).catch((error: unknown) => error)) as { details: { remoteCode?: string } };
  expect(failure).toMatchObject({ code: 'exchange-failed', message: expect.stringMatching(says) as string });
  expect(failure.details.remoteCode).toBeUndefined();
});

test.each([200, 204])('a revocation answered with an empty %i is done', async (status) => {
  const fetch = responding(new Response(null, { status }));
  await expect(revokeToken(client, 'token', tokenRequestOptions(fetch))).resolves.toBeUndefined();
});

test('http is refused unless the local host’s switch is on', async () => {
  const insecureClient = { ...client, tokenUrl: 'http://localhost:4002/token' };
  const fetch = responding(json(good, 200));
  await expect(requestRefresh(insecureClient, 'x', tokenRequestOptions(fetch))).rejects.toMatchObject({
    code: 'exchange-failed',
  });
  await expect(
    requestRefresh(insecureClient, 'x', tokenRequestOptions(responding(json(good, 200)), { insecure: true })),
  ).resolves.toBeDefined();
});
