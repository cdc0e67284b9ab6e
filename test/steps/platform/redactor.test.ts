import { createRedactor } from '../../../src/platform/redactor';

const secret = 'aB3~"/+=\\§ secret&value%';

test.each([
  ['plain', secret],
  ['URL-encoded', encodeURIComponent(secret)],
  ['URL-encoded in lower case', encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())],
  ['form-encoded', new URLSearchParams([['', secret]]).toString().slice(1)],
  ['JSON-encoded', JSON.stringify(secret).slice(1, -1)],
  ['Base64-encoded', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['URL-safe Base64-encoded', Buffer.from(secret).toString('base64url')],
])('a remembered secret is masked %s', (_name, form) => {
  const redactor = createRedactor();
  redactor.remember(secret);
  const redacted = redactor.redact(`before ${form} after`);
  expect(redacted).not.toContain(form);
  expect(redacted).toMatch(/^before .*\[hidden\].* after$/);
});

test.each(['a', 'id', 'client-1'])('it is masked in Basic credentials of the client "%s"', (client) => {
  const redactor = createRedactor();
  redactor.remember('long-client-secret-value');
  const basic = Buffer.from(`${client}:long-client-secret-value`).toString('base64');
  const shown = redactor.redact(`Authorization: Basic ${basic}`);
  expect(shown).toContain('[hidden]');
  expect(Buffer.from(shown.split('Basic ')[1] ?? '', 'base64').toString()).not.toContain('secret-value');
});

test('secrets of less than four characters are no secrets', () => {
  const redactor = createRedactor();
  redactor.remember('abc');
  expect(redactor.redact('abc')).toBe('abc');
});

test.each([
  ['https://x.example/?access_token=abc&b=1', 'https://x.example/?access_token=[hidden]&b=1'],
  ['https://x.example/#id_token=abc', 'https://x.example/#id_token=[hidden]'],
  ['https://x.example/?a=1&API_KEY=abc', 'https://x.example/?a=1&API_KEY=[hidden]'],
  ['https://x.example/cb?code=abc&state=s', 'https://x.example/cb?code=[hidden]&state=s'],
])('a token-like query value is masked though nobody knows it: %s', (text, masked) => {
  expect(createRedactor().redact(text)).toBe(masked);
});

test('an authorize URL passes as it is', () => {
  const url = 'https://x.example/authorize?client_id=c&state=s&code_challenge=abc&code_challenge_method=S256';
  expect(createRedactor().redact(url)).toBe(url);
});
