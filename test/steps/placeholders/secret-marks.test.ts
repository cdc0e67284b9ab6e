import fc from 'fast-check';
import { compileBody } from '../../../src/placeholders/body-template';
import { compileRequest } from '../../../src/placeholders/request-template';
import { hideSecrets, placeSecrets } from '../../../src/placeholders/secret-marks';
import type { RequestBody } from '../../../src/shared/contract';

const bodies: [string, RequestBody, (sent: string) => unknown][] = [
  [
    'JSON',
    { kind: 'json', text: '{"a": ["x {secret.PIN} {{y}}"]}' },
    (sent) => (JSON.parse(sent) as { a: unknown[] }).a[0],
  ],
  [
    'a form',
    { kind: 'form', fields: [{ name: 'a', value: 'x {secret.PIN} {{y}}' }] },
    (sent) => new URLSearchParams(sent).get('a'),
  ],
  ['text', { kind: 'text', text: 'x {secret.PIN} {y}', contentType: '' }, (sent) => sent],
  [
    'GraphQL',
    { kind: 'graphql', query: 'query($a: String) { b }', variables: '{"a": "x {secret.PIN} {{y}}"}' },
    (sent) => (JSON.parse(sent) as { variables: { a: unknown } }).variables.a,
  ],
];

const filled = (body: RequestBody) => compileBody(body).template?.fill(new Map())?.text ?? '';

test.each(bodies)('a secret in %s is itself there, whatever it is', (_kind, body, read) => {
  const whole = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(whole, (secret) => {
      expect(read(placeSecrets(filled(body), { 'secret.PIN': secret }))).toBe(`x ${secret} {y}`);
    }),
  );
});

test.each(bodies)('until it is sent, nothing of it stands in %s', (_kind, body) => {
  expect(hideSecrets(filled(body), '[hidden]')).toContain('x [hidden] {y}'.slice(2, 10));
});

const written = (changes: Partial<Parameters<typeof compileRequest>[0]>) =>
  compileRequest({ url: 'https://api.example.com/a', parameters: [], headers: [], body: { kind: 'none' }, ...changes });

test('a secret in the query is encoded for it', () => {
  const { template } = written({ parameters: [{ name: 'key', value: '{secret.PIN}' }] });
  const url = template?.fill(new Map()).url ?? new URL('https://none.example');
  expect(template?.variables).toEqual(['secret.PIN']);
  expect(placeSecrets(url.search, { 'secret.PIN': 'a&b=c d/é' })).toBe('?key=a%26b%3Dc%20d%2F%C3%A9');
});

test.each([
  ['a path', { url: 'https://api.example.com/{secret.PIN}/a' }, 'url'],
  ['the query of a URL', { url: 'https://api.example.com/a?b={secret.PIN}' }, 'url'],
  ['a header', { headers: [{ name: 'X', value: '{secret.PIN}', secret: false }] }, 'headers.0.value'],
  ['the name of a member', { body: { kind: 'json' as const, text: '{"{secret.PIN}": 1}' } }, 'body.text'],
  ['a query language', { parameters: [{ name: '$filter', value: '{secret.PIN:odata}' }] }, 'parameters.0.value'],
])('a secret is refused in %s', (_place, changes, path) => {
  expect(written(changes).errors?.map((error) => error.path)).toEqual([path]);
});

test('a value that a reader gives cannot stand for a secret', () => {
  const { template } = written({
    parameters: [
      { name: 'a', value: '{secret.PIN}' },
      { name: 'q', value: '{q}' },
    ],
  });
  const mark = template?.fill(new Map([['q', 'x']])).url.searchParams.get('a') ?? '';
  expect(() => template?.fill(new Map([['q', mark]]))).toThrow('is a text that the app uses itself');
});
