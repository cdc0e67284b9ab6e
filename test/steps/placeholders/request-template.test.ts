import fc from 'fast-check';
import type { RequestBody } from '../../../src/shared/contract';
import { compileRequest, type WrittenRequest } from '../../../src/placeholders/request-template';
import { Problem } from '../../../src/shared/problem';

const written = (change: Partial<WrittenRequest>): WrittenRequest => ({
  url: 'https://api.example.com/x',
  parameters: [],
  headers: [],
  body: { kind: 'none' },
  ...change,
});

const compiled = (change: Partial<WrittenRequest>) => {
  const { template, errors } = compileRequest(written(change));
  if (!template) throw new Error(JSON.stringify(errors));
  return template;
};

const filledBody = (body: RequestBody, values: Record<string, string> = {}) =>
  compiled({ body }).fill(new Map(Object.entries(values))).body;

const nasty = 'a"b\\c\n&d=e{f}é';

/** The value with every leaf replaced by its type. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shape(member)]));
}

describe('the body of a request', () => {
  it.each<[string, RequestBody, Record<string, string>, string | undefined, string | undefined]>([
    ['nothing', { kind: 'none' }, {}, undefined, undefined],
    [
      'JSON',
      { kind: 'json', text: '{ "a": "{x}", "b": [1, "{{y}} {x}"] }' },
      { x: 'q"' },
      '{ "a": "q\\"", "b": [1, "{y} q\\""] }',
      'application/json',
    ],
    [
      'long numbers in JSON',
      { kind: 'json', text: '{"id": 12345678901234567890}' },
      {},
      '{"id": 12345678901234567890}',
      'application/json',
    ],
    ['a number in JSON', { kind: 'json', text: '{"top": "{n:number}"}' }, { n: '5' }, '{"top": 5}', 'application/json'],
    [
      'a number within a text of JSON',
      { kind: 'json', text: '{"top": "n{n:number}"}' },
      { n: '5' },
      '{"top": "n5"}',
      'application/json',
    ],
    [
      'escapes in JSON',
      { kind: 'json', text: '{"a": "\\u007bx\\u007d \\"{x}\\""}' },
      { x: '1' },
      '{"a": "1 \\"1\\""}',
      'application/json',
    ],
    ['braces in a name of JSON', { kind: 'json', text: '{"{{a}}": 1}' }, {}, '{"{a}": 1}', 'application/json'],
    [
      'JQL in JSON',
      { kind: 'json', text: '{"jql": "p = {x:jql}"}' },
      { x: 'a"b' },
      '{"jql": "p = \\"a\\\\\\"b\\""}',
      'application/json',
    ],
    [
      'a form',
      { kind: 'form', fields: [{ name: 'a b', value: '{x}&' }] },
      { x: 'y&z=1' },
      'a%20b=y%26z%3D1%26',
      'application/x-www-form-urlencoded',
    ],
    [
      'a text as it stands',
      { kind: 'text', text: '<a>{x}</a>', contentType: 'text/xml' },
      {},
      '<a>{x}</a>',
      'text/xml',
    ],
    [
      'GraphQL',
      { kind: 'graphql', query: 'query($n: Int) { users(first: $n) {name} }', variables: '{"n": "{n:number}"}' },
      { n: '7' },
      '{"query":"query($n: Int) { users(first: $n) {name} }","variables":{"n": 7}}',
      'application/json',
    ],
    [
      'GraphQL without variables',
      { kind: 'graphql', query: '{a}', variables: ' ' },
      {},
      '{"query":"{a}","variables":{}}',
      'application/json',
    ],
  ])('is %s', (_, body, values, text, contentType) => {
    expect(filledBody(body, values)).toEqual(text === undefined ? undefined : { text, contentType });
  });

  it.each<[string, RequestBody, string, RegExp]>([
    ['SQL in JSON', { kind: 'json', text: '{"statement": "UPDATE a SET b = \'{x}\'"}' }, 'body.text', /\{x:literal\}/],
    ['a quote in JSON', { kind: 'json', text: '{"any": "b = \'{x}\'"}' }, 'body.text', /\{x:odata\}/],
    ['JSON that is none', { kind: 'json', text: '{"a": {x}}' }, 'body.text', /inside strings/],
    ['a placeholder in a name', { kind: 'json', text: '{"{x}": 1}' }, 'body.text', /not in its names/],
    ['JQL without its encoder', { kind: 'json', text: '{"jql": "p = {x}"}' }, 'body.text', /\{x:jql\}/],
    ['half a placeholder', { kind: 'json', text: '["{x"]' }, 'body.text', /single {/],
    [
      'a form field',
      { kind: 'form', fields: [{ name: 'soql', value: "Name = '{x}'" }] },
      'body.fields.0.value',
      /\{x:soql\}/,
    ],
    ['no query', { kind: 'graphql', query: ' ', variables: '' }, 'body.query', /Enter the query/],
    ['variables that are a list', { kind: 'graphql', query: '{a}', variables: '[1]' }, 'body.variables', /JSON object/],
  ])('is refused for %s', (_, body, path, message) => {
    expect(compileRequest(written({ body })).errors).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  it('keeps its shape whatever the values, as JSON', () => {
    const text = '{"a": "{x}", "list": ["{y}", {"b": "<{x}{y}>"}], "jql": "p = {x:jql}", "n": 1}';
    const template = compiled({ body: { kind: 'json', text } });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (x, y) => {
        const filled = attempt(
          () =>
            template.fill(
              new Map([
                ['x', x],
                ['y', y],
              ]),
            ).body?.text,
        );
        if (filled === undefined) return;
        const value = JSON.parse(filled) as { a: string; list: [string, { b: string }] };
        expect(shape(value)).toEqual(shape(JSON.parse(text)));
        expect([value.a, value.list[0], value.list[1].b]).toEqual([x, y, `<${x}${y}>`]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its names whatever the values, as a form', () => {
    const template = compiled({
      body: {
        kind: 'form',
        fields: [
          { name: 'a', value: '{x}' },
          { name: 'b', value: '1{x}' },
        ],
      },
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (x) => {
        const filled = attempt(() => template.fill(new Map([['x', x]])).body?.text);
        if (filled !== undefined)
          expect([...new URLSearchParams(filled)]).toEqual([
            ['a', x],
            ['b', `1${x}`],
          ]);
      }),
    );
  });
});

describe('the headers of a request', () => {
  const headers = [
    { name: 'X-Team', value: 'team {t}', secret: false },
    { name: 'X-Key', value: '', secret: true },
  ];

  it('take visible ASCII', () => {
    expect(compiled({ headers }).fill(new Map([['t', 'a b']])).headers).toEqual([['X-Team', 'team a b']]);
  });

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'é', ' a', 'a ', '\u0000', nasty])('refuse %j', (value) => {
    expect(() => compiled({ headers }).fill(new Map([['t', value]]))).toThrow(Problem);
  });

  it('stay one line whatever the values', () => {
    const template = compiled({ headers });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const filled = attempt(() => template.fill(new Map([['t', value]])).headers);
        if (filled) expect(new Headers(filled).get('x-team')).toBe(`team ${value}`.trim());
      }),
    );
  });
});

describe('a request', () => {
  it('names its variables once, and all of its mistakes', () => {
    const body: RequestBody = { kind: 'json', text: '["{a}", "{c}"]' };
    expect(compiled({ url: 'https://api.example.com/{a}?x={b}', body }).variables).toEqual(['a', 'b', 'c']);
    const headers = [{ name: 'A', value: '{', secret: false }];
    const { errors } = compileRequest(written({ url: 'https://{a}/', headers, body: { kind: 'json', text: '' } }));
    expect(errors?.map(({ path }) => path)).toEqual(['url', 'body.text', 'headers.0.value']);
  });

  it('is not filled while a value is missing', () => {
    expect(() => compiled({ url: 'https://api.example.com/{a}' }).fill(new Map())).toThrow(
      'The value of a is missing.',
    );
  });
});

/** What the function answers, or nothing if it refuses with a problem; any other error is a failure. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
