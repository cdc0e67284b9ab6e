import { readCallback, validateCallback, type CallbackQuery } from '../../../src/oauth/callback';
import { oauthClient } from '../../support/oauth-client';

const client = oauthClient({ tokenUrl: 'https://tokens.example.com/token', revokeUrl: '' });
const state = 'the-state';

const validated = (query: CallbackQuery, knownIssuer?: string) =>
  validateCallback(readCallback(query), client, knownIssuer);

test('a callback with one state and one code can be exchanged', () => {
  const { parameters, issuer } = validated({ state: [state], code: ['abc'] });
  expect(parameters.get('code')).toBe('abc');
  expect(issuer).toBeUndefined();
});

test('a code that the platform split at its commas is whole again', () => {
  expect(validated({ state: [state], code: ['a', 'b', 'c'] }).parameters.get('code')).toBe('a,b,c');
});

test('parameters that mean nothing here are dropped', () => {
  const query = { state: [state], code: ['abc'], session_state: ['x'], id_token: ['y'], redirect_uri: ['z'] };
  expect([...validated(query).parameters.keys()].sort()).toEqual(['code', 'state']);
});

test.each<[string, CallbackQuery]>([
  ['no state', { code: ['abc'] }],
  ['an empty state', { code: ['abc'], state: [''] }],
  ['two states', { code: ['abc'], state: [state, state] }],
  ['two issuers', { code: ['abc'], state: [state], iss: ['https://login.example.com', 'https://login.example.com'] }],
  ['two errors', { state: [state], error: ['access_denied', 'access_denied'] }],
  ['an endless code', { code: ['x'.repeat(9000)], state: [state] }],
])('%s is refused before the state is looked at', (_name, query) => {
  expect(() => readCallback(query)).toThrow(expect.objectContaining({ code: 'callback-invalid' }) as Error);
});

test.each<[string, CallbackQuery, string | undefined]>([
  ['no code', { state: [state] }, undefined],
  ['an issuer elsewhere', { state: [state], code: ['abc'], iss: ['https://evil.example.net'] }, undefined],
  ['an issuer that is no URL', { state: [state], code: ['abc'], iss: ['login'] }, undefined],
  [
    'another issuer than before',
    { state: [state], code: ['abc'], iss: ['https://login.example.com/b'] },
    'https://login.example.com/a',
  ],
  ['no issuer where one was seen before', { state: [state], code: ['abc'] }, 'https://login.example.com/a'],
  [
    'an endless issuer',
    { state: [state], code: ['abc'], iss: [`https://login.example.com/${'x'.repeat(2000)}`] },
    undefined,
  ],
])('%s is refused', (_name, query, knownIssuer) => {
  expect(() => validated(query, knownIssuer)).toThrow(expect.objectContaining({ code: 'callback-invalid' }) as Error);
});

test.each<[string[], string | undefined, string]>([
  [
    ['https://evil.example.net'],
    undefined,
    'Expected issuer: one at https://login.example.com or https://tokens.example.com. Received: https://evil.example.net.',
  ],
  [
    ['https://login.example.com/b'],
    'https://login.example.com/a',
    'Expected issuer: https://login.example.com/a. Received: https://login.example.com/b.',
  ],
  [[], 'https://login.example.com/a', 'Expected issuer: https://login.example.com/a. Received: none.'],
])('an admin is told which issuer came (%j) where %s was known', (iss, knownIssuer, detail) => {
  const run = () => validated({ state: [state], code: ['abc'], iss }, knownIssuer);
  expect(run).toThrow(expect.objectContaining({ details: expect.objectContaining({ detail }) as object }) as Error);
});

test.each(['https://login.example.com/tenant/v2.0', 'https://tokens.example.com'])(
  'the first issuer seen, %s, is remembered',
  (iss) => expect(validated({ state: [state], code: ['abc'], iss: [iss] }).issuer).toBe(iss),
);

test.each([
  ['access_denied', 'AADSTS65004: The user declined to consent.', /Consent was declined/],
  ['access_denied', 'AADSTS90094: Admin consent required.', /Admin consent is required/],
  ['access_denied', undefined, /either consent was declined, or/],
  ['invalid_scope', undefined, /Check the Scopes/],
  ['temporarily_unavailable', undefined, /overloaded/],
  ['something_new', '<script>alert(1)</script>', /its own error code/],
])('the server’s %s (%s) is told in plain words', (error, description, says) => {
  const query = { state: [state], error: [error], ...(description ? { error_description: [description] } : {}) };
  const run = () => validated(query);
  expect(run).toThrow(
    expect.objectContaining({ code: 'authorization-denied', message: expect.stringMatching(says) as string }) as Error,
  );
  expect(run).toThrow(expect.objectContaining({ details: { remoteCode: error, detail: description } }) as Error);
});
