import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { AssertionSigning, OAuthClient } from '../../../src/oauth/client';
import { requestByGrantType, requestRefresh } from '../../../src/oauth/token-request';
import type { OutboundFetch } from '../../../src/ports';
import { oauthClient } from '../../support/oauth-client';
import { tokenRequestOptions } from '../../support/token-request-options';
import { json } from '../../support/token-server';

const now = Date.parse('2027-01-01T00:00:00Z');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const pemOf = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8') =>
  key.export({ format: 'pem', type } as { format: 'pem'; type: 'pkcs8' });

const signing = (changes: Partial<AssertionSigning> = {}): AssertionSigning => ({
  privateKey: pemOf(rsa.privateKey),
  algorithm: 'RS256',
  keyId: '',
  audience: '',
  subject: '',
  claims: [],
  ...changes,
});

/** A token endpoint that notes what it was sent, and what was to be masked. */
function endpoint() {
  const forms: Record<string, string>[] = [];
  const masked: string[] = [];
  const fetch: OutboundFetch = (_url, { body }) => {
    forms.push(Object.fromEntries(new URLSearchParams(body)));
    return Promise.resolve(json({ access_token: 'access', expires_in: 3600 }, 200));
  };
  const remember = (secret: string) => void masked.push(secret);
  return { forms, masked, options: tokenRequestOptions(fetch, { now: () => now, redactor: { remember } }) };
}

const bearer = (changes: Partial<AssertionSigning> = {}, more: Partial<OAuthClient> = {}) =>
  oauthClient({ clientAuthentication: 'none', clientSecret: '', assertion: signing(changes), ...more });

const verified = (jwt: string, key: KeyObject = rsa.publicKey) => jwtVerify(jwt, key, { currentDate: new Date(now) });

test('a grant by assertion sends the assertion and nothing else of the client', async () => {
  const { forms, masked, options } = endpoint();
  const client = bearer({ subject: 'ada@example.com' }, { scopes: ['read', 'write'] });
  expect(await requestByGrantType('jwt_bearer', client, options)).toMatchObject({ accessToken: 'access' });
  const { assertion = '', ...rest } = forms[0] ?? {};
  expect(rest).toEqual({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', scope: 'read write' });
  const { payload, protectedHeader } = await verified(assertion);
  expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT' });
  expect(payload).toEqual({
    iss: 'client-1',
    sub: 'ada@example.com',
    aud: client.tokenUrl,
    scope: 'read write',
    iat: now / 1000 - 60,
    exp: now / 1000 + 120,
    jti: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
  expect(masked).toEqual([assertion]);
});

test('audience, further claims, key id and lifetime are those of the settings', async () => {
  const { forms, options } = endpoint();
  const claims = [{ name: 'box_sub_type', value: 'enterprise' }];
  const client = bearer({ audience: 'https://login.example.com', claims, keyId: 'k-1', lifetime: 45 });
  await requestByGrantType('jwt_bearer', client, options);
  const { payload, protectedHeader } = await verified(forms[0]?.assertion ?? '');
  expect(protectedHeader.kid).toBe('k-1');
  expect(payload).toMatchObject({
    aud: 'https://login.example.com',
    box_sub_type: 'enterprise',
    iat: now / 1000 - 15,
    exp: now / 1000 + 30,
  });
  expect(payload).not.toHaveProperty('sub');
});

test('a client with a secret shows it beside the assertion', async () => {
  const { forms, options } = endpoint();
  const client = bearer({}, { clientAuthentication: 'client_secret_post', clientSecret: 'secret' });
  await requestByGrantType('jwt_bearer', client, options);
  expect(forms[0]).toMatchObject({ client_id: 'client-1', client_secret: 'secret' });
});

test('a client that signs proves itself in every token request, each time anew', async () => {
  const { forms, options } = endpoint();
  const client = bearer({}, { clientAuthentication: 'private_key_jwt' });
  await requestRefresh(client, 'refresh', options);
  await requestByGrantType('client_credentials', client, options);
  const [first = {}, second = {}] = forms;
  expect(first).toMatchObject({
    client_id: 'client-1',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
  const one = (await verified(first.client_assertion ?? '')).payload;
  expect(one).toMatchObject({ iss: 'client-1', sub: 'client-1', aud: client.tokenUrl });
  expect((await verified(second.client_assertion ?? '')).payload.jti).not.toBe(one.jti);
});

const googleFile = JSON.stringify({
  type: 'service_account',
  private_key_id: 'google-key-id',
  private_key: pemOf(rsa.privateKey),
  client_email: 'reader@project.example.com',
});

test.each<[string, string, 'RS256' | 'PS256' | 'ES256', KeyObject, string?]>([
  ['PKCS #8', pemOf(rsa.privateKey), 'PS256', rsa.publicKey, ''],
  ['PKCS #1', pemOf(rsa.privateKey, 'pkcs1'), 'RS256', rsa.publicKey, ''],
  ['a curve', pemOf(curve.privateKey, 'sec1'), 'ES256', curve.publicKey, ''],
  ['Google’s file', googleFile, 'RS256', rsa.publicKey, 'google-key-id'],
  ['a key without its line breaks', pemOf(rsa.privateKey).replaceAll('\n', ' '), 'RS256', rsa.publicKey, ''],
  ['a key of an environment variable', pemOf(rsa.privateKey).replaceAll('\n', '\\n'), 'RS256', rsa.publicKey, ''],
])('%s signs', async (_name, privateKey, algorithm, publicKey, keyId) => {
  const { forms, options } = endpoint();
  await requestByGrantType('jwt_bearer', bearer({ privateKey, algorithm }), options);
  const assertion = forms[0]?.assertion ?? '';
  await expect(verified(assertion, publicKey)).resolves.toBeDefined();
  expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: algorithm, ...(keyId !== '' && { kid: keyId }) });
});

test.each<[string, Partial<AssertionSigning>, RegExp]>([
  ['a key of another kind', { algorithm: 'ES256' }, /does not fit the algorithm ES256, which needs a key on the curve/],
  ['a short key', { privateKey: pemOf(small.privateKey) }, /needs an RSA key of at least 2048 bits/],
  ['a damaged key', { privateKey: '-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----' }, /cannot be read/],
])('%s is refused before anything is sent, and is not quoted', async (_name, changes, says) => {
  const { forms, options } = endpoint();
  const refusal = await requestByGrantType('jwt_bearer', bearer(changes), options).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'exchange-failed', message: expect.stringMatching(says) as string });
  expect(forms).toEqual([]);
});

test('an assertion that is refused is never told as a sign-in that has ended', async () => {
  const refused: OutboundFetch = () => Promise.resolve(json({ error: 'invalid_grant' }, 400));
  const request = requestByGrantType('jwt_bearer', bearer(), tokenRequestOptions(refused));
  await expect(request).rejects.toThrow(/does not accept the signed assertion\. Check the Private key/);
});
