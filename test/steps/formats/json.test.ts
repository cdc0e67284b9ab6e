import fc from 'fast-check';
import { parseJson } from '../../../src/formats/json';
import { parseResponse } from '../../../src/formats/parse-response';
import { Problem } from '../../../src/shared/problem';

const read = (text: string) => parseJson(text, 'Orders');
const readBody = (bytes: Uint8Array, contentType: string) =>
  parseResponse({ bytes, contentType }, { dataSourceName: 'Orders', format: 'json' }).document;
const body = (text: string) => readBody(Buffer.from(text), 'application/json');

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('a problem was expected');
}

describe('reading a body', () => {
  it('gives back every JSON value, be it ASCII or not', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d{16}/.test(text));
        expect(body(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['utf-8 by default', 'application/json', Buffer.from('{"a":"ü😀"}'), 'ü😀'],
    ['a byte order mark', 'application/json', Buffer.from('\ufeff{"a":"x"}'), 'x'],
    ['ISO 8859-1', 'application/json; charset=iso-8859-1', Buffer.from('{"a":"ü"}', 'latin1'), 'ü'],
    ['UTF-16', 'application/json; charset="utf-16le"', Buffer.from('{"a":"ü"}', 'utf16le'), 'ü'],
    ['an unknown set as UTF-8', 'application/json; charset=klingon', Buffer.from('{"a":"ü"}'), 'ü'],
  ])('understands %s', (_, contentType, bytes, text) => {
    expect(readBody(bytes, contentType)).toEqual({ a: text });
  });

  it.each([
    ['{"id":9007199254740993}', { id: '9007199254740993' }],
    ['[-12345678901234567890]', ['-12345678901234567890']],
    ['{"id":9007199254740991}', { id: 9007199254740991 }],
    ['{"id":1000000000000000}', { id: 1000000000000000 }],
    ['[0.12345678901234567, 12345678901234567e3, 1.0]', [0.12345678901234567, 12345678901234567e3, 1]],
    [
      '{"a":"9007199254740993 \\" 9007199254740993","b":[9007199254740993,"\\\\"]}',
      { a: '9007199254740993 " 9007199254740993', b: ['9007199254740993', '\\'] },
    ],
    ['9007199254740993', '9007199254740993'],
    ['[{"a":"x"},[{"b":[1,-9007199254740993]}]]', [{ a: 'x' }, [{ b: [1, '-9007199254740993'] }]]],
    ['[1e300,1]', [1e300, 1]],
    ['{"9007199254740993":{"a":1,"b":9007199254740993}}', { '9007199254740993': { a: 1, b: '9007199254740993' } }],
  ])('keeps integers exact: %s', (text, value) => {
    expect(read(text)).toEqual(value);
    expect(body(text)).toEqual(value);
  });

  it.each([
    [")]}'\n[1]", [1]],
    [')]}\',\n{"a":1}', { a: 1 }],
    ['while(1);[1]', [1]],
    ['for (;;); {"a":1}', { a: 1 }],
    ["throw 1; < don't be evil' >[1]", [1]],
    ['{} && {"a":1}', { a: 1 }],
    [")]}'\nnull", null],
    [')]}\'\n{"id":9007199254740993}', { id: '9007199254740993' }],
  ])('drops what keeps other sites from running it: %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it('reads NaN and Infinity as nothing, with a warning', () => {
    const warnings: string[] = [];
    const text = '[NaN,-Infinity, Infinity,{"NaN":"NaN, \\"Infinity"},1]';
    expect(parseJson(text, 'Orders', (sentence) => warnings.push(sentence))).toEqual([
      null,
      null,
      null,
      { NaN: 'NaN, "Infinity' },
      1,
    ]);
    expect(warnings).toEqual(['Orders returned NaN or Infinity, which are not numbers in JSON and left empty.']);
    expect(() => read('[NaNa]')).toThrow(Problem);
  });

  it('finds a long integer wherever it stands', () => {
    for (let spaces = 0; spaces < 40; spaces++) {
      expect(body(`[${' '.repeat(spaces)}9007199254740993]`)).toEqual(['9007199254740993']);
    }
  });

  it('keeps every integer exact, whatever is around it', () => {
    const integer = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
    const fraction = fc.double().filter((value) => !Number.isInteger(value));
    const document = fc.array(fc.oneof(integer, fraction, fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(document, (values) => {
        const text = `[${values.map((value) => (typeof value === 'bigint' ? value : (JSON.stringify(value) ?? 'null'))).join()}]`;
        const found = body(text) as unknown[];
        values.forEach((value, index) => {
          if (typeof value === 'bigint') expect(String(found[index])).toBe(String(value));
          else expect(found[index]).toEqual(JSON.parse(JSON.stringify(value)));
        });
      }),
    );
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['nothing', '', 'Orders returned an empty response.'],
    ['blanks', ' \n', 'Orders returned an empty response.'],
    ['a web page', '<!DOCTYPE html><html><title>Sign in</title>', 'Orders returned a web page, such as a sign-in page'],
    ['a web page after a byte order mark', '\ufeff <html>', 'Orders returned a web page'],
    ['a list cut off', '[{"a":1},{"a":', 'Orders returned JSON that ends abruptly after 14 characters'],
    ['a text cut off', '{"value":[{"name":"An', 'Orders returned JSON that ends abruptly'],
    ['JSONP', 'show_rows({"a":[1,2]});', 'Orders returned JSONP: JSON inside a call of show_rows().'],
    ['JSONP behind a comment', '/**/ a.b([1])', 'Orders returned JSONP: JSON inside a call of a.b().'],
    ['a prefix and no JSON', ")]}'\nForbidden", 'Orders returned something that is not JSON.'],
    ['a word', 'Forbidden', 'Orders returned something that is not JSON.'],
    ['XML', '<?xml version="1.0"?><a/>', 'Orders returned something that is not JSON.'],
    ['JSON with a mistake', '{"a":1,}', 'Orders returned something that is not JSON.'],
    ['leading zeros', '[0009007199254740993]', 'Orders returned something that is not JSON.'],
    [
      'levels without end',
      '['.repeat(10_000) + ']'.repeat(10_000),
      'Orders returned JSON nested more than 200 levels deep',
    ],
    ['objects without end', `${'{"a":'.repeat(201)}1${'}'.repeat(201)}`, 'nested more than 200 levels deep'],
  ])('is told for %s', (_, text, sentence) => {
    const problem = problemOf(() => read(text));
    expect(problem.code).toBe(sentence.includes('a web page') ? 'sign-in-page' : 'response-unreadable');
    expect(problem.message).toContain(sentence);
  });

  it('is shown to admins only, shortened', () => {
    const problem = problemOf(() => read(`secret page ${'x'.repeat(1000)}`));
    expect(problem.message).not.toContain('secret page');
    expect(problem.details.detail).toMatch(/^secret page x+$/);
    expect(problem.details.detail?.length).toBeLessThanOrEqual(500);
  });

  it('is read up to 200 levels', () => {
    expect(read('['.repeat(200) + ']'.repeat(200))).toBeInstanceOf(Array);
  });
});
