import fc from 'fast-check';
import { membersOf } from '../../../src/oauth/response-members';
import { tokenResponse } from '../../../src/oauth/token-response';

const read = (response: unknown, path?: string) => tokenResponse(membersOf(JSON.stringify(response)), path);
const plain = { access_token: 'access' };

test.each<[string, Record<string, unknown>, object]>([
  ['members that are null', { ...plain, refresh_token: null, expires_in: null, scope: null, token_type: null }, {}],
  ['an empty refresh token', { ...plain, refresh_token: '' }, { refreshToken: undefined }],
  ['scopes as a list', { ...plain, scope: ['a', 'b c', 5] }, { scopes: ['a', 'b', 'c'] }],
  ['scopes in the plural', { ...plain, scopes: 'a,b' }, { scopes: ['a', 'b'] }],
  ['scopes that say nothing', { ...plain, scope: '' }, { scopes: undefined }],
  ['a lifetime as text', { ...plain, expires_in: ' 3599.9 ' }, { expiresInSeconds: 3599 }],
  ['a lifetime of zero', { ...plain, expires_in: 0 }, { expiresInSeconds: undefined }],
  ['a lifetime below zero', { ...plain, expires_in: '-1' }, { expiresInSeconds: undefined }],
  ['a lifetime in words', { ...plain, expires_in: 'never' }, { expiresInSeconds: undefined }],
  ['a lifetime as a list', { ...plain, expires_in: [3600] }, { expiresInSeconds: undefined }],
  ['a lifetime of ages', { ...plain, expires_in: 9.2e18 }, { expiresInSeconds: undefined }],
  ['a kind of token that nobody knows', { ...plain, token_type: 'ApiGatewayToken' }, { tokenType: 'apigatewaytoken' }],
  [
    'camel case',
    { accessToken: 'access', refreshToken: 'next', expiresIn: 60, tokenType: 'Bearer' },
    { refreshToken: 'next', expiresInSeconds: 60, tokenType: 'bearer' },
  ],
  ['another name for it', { token: 'access', expires_in: 60 }, { expiresInSeconds: 60 }],
  ['a token one level down', { data: { accessToken: 'access' }, expiresIn: 60 }, { expiresInSeconds: 60 }],
  [
    'two tokens, of which the top one is taken with what belongs to it',
    { ...plain, user: { access_token: 'other', refresh_token: 'of-the-user', expires_in: 1 } },
    { refreshToken: undefined, expiresInSeconds: undefined, otherPlaces: ['user.access_token'] },
  ],
  ['something else that is called a token', { ...plain, csrf: { token: 'other' } }, { accessToken: 'access' }],
])('%s: the access token is found', (_name, response, expected) => {
  expect(read(response)).toMatchObject({ accessToken: 'access', ...expected });
});

test.each<[string, string]>([
  ['a form', 'access_token=access&token_type=bearer&expires_in=60&scope=a%20b'],
  ['a form with a line break behind it', 'access_token=access&scope=a+b&expires_in=60\n'],
])('%s is read like JSON', (_name, text) => {
  expect(tokenResponse(membersOf(text))).toMatchObject({
    accessToken: 'access',
    scopes: ['a', 'b'],
    expiresInSeconds: 60,
  });
});

test('the admin’s choice of a place wins, and takes what stands beside it', () => {
  const response = { ...plain, refresh_token: 'bot', user: { deep: { access_token: 'mine', refresh_token: 'next' } } };
  expect(read(response, 'user.deep.access_token')).toEqual({
    accessToken: 'mine',
    refreshToken: 'next',
    tokenType: 'bearer',
    scopes: undefined,
    expiresInSeconds: undefined,
  });
  expect(read(response, 'user.access_token')).toBeUndefined();
  expect(read(response, 'constructor.name')).toBeUndefined();
});

test.each(['dpop', 'DPoP', 'mac'])('a token of the type %s is refused by name', (token_type) => {
  expect(() => read({ ...plain, token_type })).toThrow(/a (DPoP|MAC) token, a kind of token that is bound to a key/);
});

test('whatever comes is read or refused in our words, and a token is text for a header', () => {
  const member = fc.constantFrom('access_token', 'accessToken', 'token', 'data', 'scope', 'expires_in', 'token_type');
  const anything = fc.dictionary(member, fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(anything, (response) => {
      const found = readOrRefused(response);
      if (found === undefined) return;
      expect(found.accessToken).toMatch(/^[\x21-\x7e]+$/);
      expect(found.expiresInSeconds ?? 1).toBeGreaterThan(0);
      expect(found.scopes ?? ['one']).not.toHaveLength(0);
    }),
  );
});

function readOrRefused(response: unknown) {
  try {
    return read(response);
  } catch (error) {
    expect(error).toMatchObject({ code: 'exchange-failed' });
    return undefined;
  }
}
