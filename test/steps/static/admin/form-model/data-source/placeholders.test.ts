import fc from 'fast-check';
import type { RequestBody, RequestSettings } from '../../../../../../src/shared/contract';
import { compileRequest } from '../../../../../../src/placeholders/request-template';
import {
  keptBraces,
  keptJsonBraces,
  variableNames,
} from '../../../../../../static/admin/form-model/data-source/placeholders';

function request(patch: Partial<RequestSettings>): RequestSettings {
  return { method: 'POST', url: 'https://a.example/', parameters: [], headers: [], body: { kind: 'none' }, ...patch };
}

describe('variableNames', () => {
  test('finds the variables of every part, each once, in the order of the form', () => {
    const found = variableNames(
      request({
        url: 'https://a.example/{region}/items?x={ x }',
        parameters: [{ name: '$filter', value: "city eq '{city:odata}' and {region}" }],
        headers: [
          { name: 'A', value: '{language}', secret: false },
          { name: 'B', value: '{notSent}', secret: true },
        ],
        body: { kind: 'json', text: '{"a": {"b": "{deep}"}, "c": "{{literal}}"}' },
      }),
    );
    expect(found).toEqual(['region', 'x', 'city', 'language', 'deep']);
  });

  test.each<[RequestBody, string[]]>([
    [{ kind: 'form', fields: [{ name: 'a', value: '{b}' }] }, ['b']],
    [{ kind: 'text', text: '{a}', contentType: 'text/plain' }, []],
    [{ kind: 'graphql', query: '{ users { name } }', variables: '{"first": "{count:number}"}' }, ['count']],
    [{ kind: 'none' }, []],
  ])('of %j are %j', (body, names) => {
    expect(variableNames(request({ body }))).toEqual(names);
  });

  test('are those that the app will ask values for', () => {
    const name = fc.constantFrom('a', 'b_1', 'größe');
    const part = fc.oneof(
      name.map((each) => `{${each}}`),
      fc.constantFrom('x', '/', '{{', '}}', 'é'),
    );
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (path, value) => {
        const made = request({ url: `https://a.example/${path}`, parameters: [{ name: 'p', value }] });
        const { template } = compileRequest(made);
        fc.pre(template !== undefined);
        expect(variableNames(made)).toEqual([...(template?.variables ?? [])]);
      }),
    );
  });
});

describe('text from elsewhere', () => {
  test('keeps what looks like a variable and doubles every other brace', () => {
    expect(keptBraces('{id} {a:1} } {')).toBe('{id} {{a:1}} }} {{');
  });

  test('keeps the braces between the strings of JSON', () => {
    expect(keptJsonBraces('{"a": {"b": "{x y}"}}')).toBe('{"a": {"b": "{{x y}}"}}');
  });

  test('is sent as it was, wherever it has no variable', () => {
    const plain = fc.string({ maxLength: 20 }).filter((text) => !/\{\s*[\p{L}_]/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        const { template } = compileRequest(request({ parameters: [{ name: 'p', value: keptBraces(text) }] }));
        expect(template?.fill(new Map()).url.searchParams.get('p')).toBe(text);
      }),
    );
  });
});
