import { saysExpired } from '../../../../src/panel/read/expiry-sign';
import type { UpstreamResponse } from '../../../../src/panel/read/upstream-response';

const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const text = () => bytes.toString();
  return { status, headers: new Headers(headers), body: { bytes, whole: true }, text } as unknown as UpstreamResponse;
};

interface Case {
  response: UpstreamResponse;
  sign?: string;
}

test.each<[string, Case]>([
  ['401 with nothing', { response: reply(401, '') }],
  ['403 with a challenge', { response: reply(403, '', { 'www-authenticate': 'Bearer error="invalid_token"' }) }],
  ['403 with the code in its body', { response: reply(403, { error: { code: 'invalid_token' } }) }],
  ['400 with the sentence alone', { response: reply(400, { message: 'The access token has expired.' }) }],
  ['the status that ArcGIS made', { response: reply(498, '') }],
  ['200 with the error of ArcGIS', { response: reply(200, { error: { code: 498, message: 'Invalid token.' } }) }],
  ['200 with the code alone', { response: reply(200, { error: 'token_expired' }) }],
  ['the status that is named', { response: reply(419, ''), sign: '419' }],
  ['the word that is named', { response: reply(200, { status: 'SESSION_OVER' }), sign: 'SESSION_OVER' }],
])('%s says that the token has ended', (_name, { response, sign }) => {
  expect(saysExpired(response, sign)).toBe(true);
});

test.each<[string, Case]>([
  ['403 for a missing permission', { response: reply(403, { error: { code: 'insufficient_scope' } }) }],
  ['403 for a subscription that has expired', { response: reply(403, { message: 'Your plan has expired.' }) }],
  ['404 that speaks of tokens', { response: reply(404, { message: 'token expired' }) }],
  ['data', { response: reply(200, { value: [{ error: 'invalid_token' }] }) }],
  [
    'long data that holds the named word',
    { response: reply(200, `${'x'.repeat(3000)}SESSION_OVER`), sign: 'SESSION_OVER' },
  ],
  ['a failure of the API that holds it', { response: reply(503, 'SESSION_OVER'), sign: 'SESSION_OVER' }],
  ['an error of another kind', { response: reply(200, { error: { code: 400 } }) }],
  ['a list', { response: reply(200, [498]) }],
])('%s does not', (_name, { response, sign }) => {
  expect(saysExpired(response, sign)).toBe(false);
});
