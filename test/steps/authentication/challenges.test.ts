import fc from 'fast-check';
import { parseChallenges } from '../../../src/authentication/challenges';

const parsed = (field: string) =>
  parseChallenges(field).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

test.each<[string, string, [string, Record<string, string>][]]>([
  ['one', 'Basic realm="Orders"', [['Basic', { realm: 'Orders' }]]],
  [
    'several in one field',
    'Negotiate, Digest realm="a, b", qop="auth,auth-int", stale=TRUE, Basic realm="c"',
    [
      ['Negotiate', {}],
      ['Digest', { realm: 'a, b', qop: 'auth,auth-int', stale: 'TRUE' }],
      ['Basic', { realm: 'c' }],
    ],
  ],
  ['a quoted quote', String.raw`Digest realm="say \"hi\" \\ bye"`, [['Digest', { realm: String.raw`say "hi" \ bye` }]]],
  [
    'spaces around the equals sign, and names in capitals',
    'DIGEST Realm = "a" , NONCE= b',
    [['DIGEST', { realm: 'a', nonce: 'b' }]],
  ],
  ['a name twice', 'Digest nonce="first", nonce="second"', [['Digest', { nonce: 'first' }]]],
  ['parameters without a scheme', 'error="invalid_token"', [['', { error: 'invalid_token' }]]],
  [
    'a quote without its end',
    'Digest nonce="abc',
    [
      ['Digest', { nonce: '' }],
      ['abc', {}],
    ],
  ],
  ['nothing', '', []],
])('%s', (_name, field, expected) => {
  expect(parsed(field)).toEqual(expected);
});

test('whatever comes is read without a throw, its beginning alone', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (field) => void parseChallenges(field)));
  expect(parsed(`Digest nonce="${'a'.repeat(5000)}"`)).not.toEqual(parsed(`Digest nonce="${'a'.repeat(3000)}"`));
  expect(parsed(`Digest${' '.repeat(5000)}, Basic`)).toEqual([['Digest', {}]]);
});
