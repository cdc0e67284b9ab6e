import { startAuthorization } from '../../../src/oauth/authorize-url';
import { readCallback, validateCallback } from '../../../src/oauth/callback';
import { exchangeCode } from '../../../src/oauth/token-request';
import type { OutboundFetch } from '../../../src/ports';
import { oauthClient } from '../../support/oauth-client';
import { json } from '../../support/token-server';
import { tokenRequestOptions } from '../../support/token-request-options';

const redirectUri = 'https://app.example.com/callback';

const queryOf = async (client = oauthClient()) =>
  new URL((await startAuthorization(client, redirectUri)).authorizeUrl).searchParams;

test.each([
  ['with openid among the scopes', ['openid', 'read'], true],
  ['without it', ['read'], false],
])('%s, whether a nonce is sent is %j', async (_name, scopes, expected) => {
  const start = await startAuthorization(oauthClient({ scopes }), redirectUri);
  const sent = new URL(start.authorizeUrl).searchParams.get('nonce');
  expect(sent !== null).toBe(expected);
  expect(sent).toBe(start.nonce ?? null);
});

test('PKCE is left out where it is switched off, and only there', async () => {
  expect((await queryOf()).get('code_challenge_method')).toBe('S256');
  const without = await queryOf(oauthClient({ noPkce: true }));
  expect([...without.keys()].filter((name) => name.startsWith('code_challenge'))).toEqual([]);
});

/** The exchange of a code whose response has this ID token. */
async function exchanged({ idToken, nonce, noPkce }: { idToken?: string; nonce?: string; noPkce?: boolean }) {
  const client = oauthClient({ noPkce });
  const callback = validateCallback(readCallback({ code: ['c'], state: ['s'] }), client);
  let sent = '';
  const fetch: OutboundFetch = (_url, { body = '' }) => {
    sent = body;
    return Promise.resolve(json({ access_token: 'access', ...(idToken !== undefined && { id_token: idToken }) }, 200));
  };
  const flow = { redirectUri, codeVerifier: 'v'.repeat(43), nonce };
  const tokens = await exchangeCode(client, callback, flow, tokenRequestOptions(fetch));
  return { tokens, form: new URLSearchParams(sent) };
}

const idTokenWith = (claims: object) =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

test.each<[string, { idToken?: string; nonce?: string }]>([
  ['the nonce that was sent', { idToken: idTokenWith({ nonce: 'mine' }), nonce: 'mine' }],
  ['no ID token at all', { nonce: 'mine' }],
  ['an ID token that nobody asked for', { idToken: idTokenWith({ nonce: 'other' }) }],
  ['an encrypted ID token', { idToken: 'a.b.c.d.e', nonce: 'mine' }],
])('%s is taken', async (_name, flow) => {
  expect((await exchanged(flow)).tokens.accessToken).toBe('access');
});

test.each<[string, string]>([
  ['another nonce', idTokenWith({ nonce: 'other' })],
  ['no nonce', idTokenWith({ sub: 'ada' })],
  ['an ID token that cannot be read', 'a.b.c'],
])('%s belongs to another sign-in', async (_name, idToken) => {
  await expect(exchanged({ idToken, nonce: 'mine' })).rejects.toThrow(/belongs to another sign-in/);
});

test('the code verifier is sent with PKCE alone', async () => {
  expect((await exchanged({})).form.get('code_verifier')).toBe('v'.repeat(43));
  expect((await exchanged({ noPkce: true })).form.has('code_verifier')).toBe(false);
});

test('a code that is refused is never told as a sign-in that has expired', async () => {
  const client = oauthClient();
  const callback = validateCallback(readCallback({ code: ['c'], state: ['s'] }), client);
  const fetch: OutboundFetch = () => Promise.resolve(json({ error: 'invalid_grant' }, 400));
  const exchange = exchangeCode(
    client,
    callback,
    { redirectUri, codeVerifier: 'v'.repeat(43) },
    tokenRequestOptions(fetch),
  );
  const { message } = (await exchange.catch((error: unknown) => error)) as Error;
  expect(message).toMatch(/does not accept the code that it has just issued\. Check the Callback URL/);
  expect(message).not.toMatch(/expired|revoked/);
});
