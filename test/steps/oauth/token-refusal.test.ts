import * as fc from 'fast-check';
import { refusedBy, tokenRefusal } from '../../../src/oauth/token-refusal';

const refusalOf = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  tokenRefusal(status, new Headers(headers), typeof body === 'string' ? body : JSON.stringify(body));

test.each<[string, unknown, object]>([
  [
    'the standard’s members',
    { error: 'invalid_grant', error_description: 'It ended.' },
    { code: 'invalid_grant', words: 'It ended.' },
  ],
  ['a word in other letters elsewhere', { status: 'BAD_REFRESH_TOKEN' }, { code: 'bad_refresh_token' }],
  [
    'an error object',
    { error: { type: 'invalid_client', message: 'Wrong.' } },
    { code: 'invalid_client', words: 'Wrong.' },
  ],
  [
    'an error object without a known word',
    { error: { message: 'Wrong.', code: 190 } },
    { code: undefined, words: 'Wrong.' },
  ],
  ['members that are no text', { error: 5, error_description: null }, { code: undefined, words: undefined }],
  ['a list', ['invalid_grant'], { code: undefined }],
  ['names of every object', { error: 'constructor' }, { code: 'constructor' }],
  ['nothing', '', { code: undefined, words: undefined, isPage: false }],
  ['a page behind a byte order mark', '\ufeff\n<html>', { isPage: true }],
])('of %s is read what it says', (_name, body, expected) => {
  expect(refusalOf(400, body)).toMatchObject(expected);
});

test('a challenge is read where the body says nothing', () => {
  const challenge = { 'www-authenticate': 'Basic realm="x", error="invalid_client"' };
  expect(refusalOf(401, '', challenge).code).toBe('invalid_client');
  expect(refusalOf(401, { error: 'invalid_grant' }, challenge).code).toBe('invalid_grant');
});

const words = fc.constantFrom('', '<html>denied</html>', 'upstream connect error', '{}', '[]', '{"message":"no"}');

test('nothing but a code, or a 400 of the server itself, ends a grant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), words, (status, body) => {
      const refusal = refusalOf(status, body);
      expect(refusedBy(refusal) === 'grant').toBe(status === 400 && !refusal.isPage);
    }),
  );
});

test('no failure of the server, and no wish for a pause, counts as a refusal', () => {
  const statuses = fc.oneof(fc.integer({ min: 500, max: 599 }), fc.constantFrom(200, 204, 408, 425, 429));
  fc.assert(
    fc.property(statuses, fc.constantFrom('invalid_grant', 'invalid_client', 'x'), (status, error) => {
      expect(refusedBy(refusalOf(status, { error }))).toBeUndefined();
    }),
  );
});
