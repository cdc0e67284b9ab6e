import fc from 'fast-check';
import { createRedactor } from '../../../src/masking/redactor';

const secret = 'aB3~"/+=\\§ secret&value%';

const dotNet = (text: string) =>
  Array.from(text, (unit) => (/[a-z0-9 ~]/i.test(unit) ? unit : unit === '\\' ? '\\\\' : unicode(unit))).join('');
const unicode = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const html = (text: string, write: (point: number) => string) =>
  text.replace(/[^a-z0-9 ]/gi, (character) => write(character.codePointAt(0) ?? 0));

test.each([
  ['plain', secret],
  ['URL-encoded', encodeURIComponent(secret)],
  ['URL-encoded in lower case', encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())],
  ['form-encoded', new URLSearchParams([['', secret]]).toString().slice(1)],
  ['JSON-encoded', JSON.stringify(secret).slice(1, -1)],
  ['Base64-encoded', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['URL-safe Base64-encoded', Buffer.from(secret).toString('base64url')],
  ['Base64-encoded in JSON of PHP', Buffer.from(secret).toString('base64').replace(/=+$/, '').replaceAll('/', '\\/')],
  ['in upper case', secret.toUpperCase()],
  ['in JSON of PHP', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
  ['in JSON of .NET', dotNet(secret)],
  ['in JSON within JSON', JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
  ['in HTML', html(secret, (point) => `&#${point};`)],
  ['in HTML with hexadecimal numbers', html(secret, (point) => `&#x${point.toString(16).toUpperCase()};`)],
  ['in HTML with names', secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('/', '&sol;')],
  ['URL-encoded but for slashes', encodeURIComponent(secret).replaceAll('%2F', '/')],
  ['URL-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
  ['hexadecimal', Buffer.from(secret).toString('hex')],
  ['hexadecimal in upper case', Buffer.from(secret).toString('hex').toUpperCase()],
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

describe('a secret that any text may hold', () => {
  test.each(['test', '2024', 'password', 'Production', '20260131'])('changes no data: %s', (common) => {
    const redactor = createRedactor();
    redactor.remember(common);
    const data = JSON.stringify({ latest: `the ${common}s of ${common}`, year: 2024, [common]: 20260131, at: common });
    expect(redactor.mask(data)).toBe(data);
    const document: unknown = JSON.parse(data);
    expect(redactor.maskDocument(document, Buffer.from(data))).toBe(document);
  });

  test('is masked where it stands alone in what is told of a request', () => {
    const redactor = createRedactor();
    redactor.remember('test');
    expect(redactor.redact('wrong password "test" in latest=test&contest')).toBe(
      'wrong password "[hidden]" in latest=[hidden]&contest',
    );
  });
});

describe('in a document', () => {
  const mask = (secrets: string[], document: unknown, body = JSON.stringify(document)) => {
    const redactor = createRedactor();
    secrets.forEach((each) => redactor.remember(each));
    return redactor.maskDocument(document, Buffer.from(body));
  };

  test('secrets are masked in texts, names and numbers, and all else stays', () => {
    const document = {
      list: [{ echo: 'Bearer sk_live_9fA27cQx81', n: 48151623429981 }, null, true, 4.5],
      sk_live_9fA27cQx81: 481516234299810,
    };
    expect(mask(['sk_live_9fA27cQx81', '48151623429981'], document)).toEqual({
      list: [{ echo: 'Bearer [hidden]', n: '[hidden]' }, null, true, 4.5],
      '[hidden]': 481516234299810,
    });
    expect(document.list[0]).toEqual({ echo: 'Bearer sk_live_9fA27cQx81', n: 48151623429981 });
  });

  test('names such as __proto__ stay members, and objects without prototype have none', () => {
    const document = JSON.parse('{"__proto__": {"a": "sk_live_9fA27cQx81"}}') as object;
    expect(JSON.stringify(mask(['sk_live_9fA27cQx81'], document))).toBe('{"__proto__":{"a":"[hidden]"}}');
    const bare: unknown = Object.assign(Object.create(null), { a: 'sk_live_9fA27cQx81' });
    expect(Object.getPrototypeOf(mask(['sk_live_9fA27cQx81'], bare))).toBeNull();
  });

  test('nothing is copied where the body holds no secret', () => {
    const document = { a: 'b' };
    expect(mask(['sk_live_9fA27cQx81'], document)).toBe(document);
  });

  test('a secret without a plain run is found all the same', () => {
    expect(mask(['a/b+c/d=e?f&g/h!'], { a: 'x a/b+c/d=e?f&g/h!' })).toEqual({ a: 'x [hidden]' });
  });

  test('whatever the secret and however it is encoded, it is found', () => {
    const encode = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      encodeURIComponent,
      (text: string) => Buffer.from(text).toString('base64'),
      (text: string) => Buffer.from(`id:${text}`).toString('base64'),
      (text: string) => Buffer.from(text).toString('hex'),
    );
    const printable = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 17,
      maxLength: 60,
    });
    const property = fc.property(printable, encode, fc.string(), fc.string(), (secretText, write, before, after) => {
      fc.pre(!/^\d*$/.test(secretText));
      const document = [`${before} ${write(secretText)} ${after}`];
      expect(mask([secretText], document)).not.toEqual(document);
    });
    fc.assert(property, { numRuns: 400 });
  });
});
