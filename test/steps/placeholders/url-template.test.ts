import fc from 'fast-check';
import { compileUrl, type NamedText } from '../../../src/placeholders/url-template';
import { Problem } from '../../../src/shared/problem';

const encoded = encodeURIComponent;

const fill = (url: string, values: Record<string, string> = {}, parameters: NamedText[] = []): string => {
  const { template, errors } = compileUrl(url, parameters);
  if (!template) throw new Error(errors.map(({ message }) => message).join(' '));
  return template.fill(new Map(Object.entries(values))).href;
};

const base = 'https://api.example.com';

describe('a URL with placeholders', () => {
  it.each<[string, Record<string, string>, string]>([
    ['/users/{id}', { id: 'a b' }, '/users/a%20b'],
    ['/users/{id}/posts', { id: 'a&b=c;d' }, '/users/a%26b%3Dc%3Bd/posts'],
    ['/users/user-{id}.json', { id: '7' }, '/users/user-7.json'],
    ['/users/{id}', { id: 'größe' }, '/users/gr%C3%B6%C3%9Fe'],
    ['/users?name={n}&x=1', { n: 'a&x=2#f' }, '/users?name=a%26x%3D2%23f&x=1'],
    ['/users?name={n}', { n: '' }, '/users?name='],
    ['/users?path={n}', { n: '../a/b' }, '/users?path=..%2Fa%2Fb'],
    ['/users?flag&%24top={n:number}', { n: '10' }, '/users?flag&%24top=10'],
    ["/Users('{id:odata}')", { id: "O'Brien" }, "/Users('O''Brien')"],
    ['/Users({id:odata})', { id: "O'Brien" }, "/Users('O''Brien')"],
    ['/a/{{x}}', {}, '/a/%7Bx%7D'],
    ['/%7Bx%7D/{a}', { a: '1' }, '/%7Bx%7D/1'],
    ['', {}, '/'],
    ['?a={b}', { b: '1' }, '/?a=1'],
  ])('%s filled with %j is %s', (url, values, filled) => {
    expect(fill(base + url, values)).toBe(base + filled);
  });

  it.each<[string, string, string]>([
    ['$filter', "name eq '{v:odata}'", "name eq 'O''Br\"ien'"],
    ['$filter', 'name eq {v:odata}', "name eq 'O''Br\"ien'"],
    ['q', "SELECT Id FROM A WHERE Name = '{v:soql}'", "SELECT Id FROM A WHERE Name = 'O\\'Br\"ien'"],
    ['q', 'SELECT Id FROM A WHERE Name = {v:soql}', "SELECT Id FROM A WHERE Name = 'O\\'Br\"ien'"],
    ['jql', 'summary ~ "{v:jql}"', 'summary ~ "O\'Br\\"ien"'],
    ['jql', "summary ~ '{v:jql}'", "summary ~ 'O\\'Br\"ien'"],
    ['jql', 'summary ~ {v:jql}', 'summary ~ "O\'Br\\"ien"'],
    ['filter', 'userName eq {v:scim}', 'userName eq "O\'Br\\"ien"'],
    ['$search', '"displayName:{v:phrase}"', '"displayName:O\'Br\\"ien"'],
    ['$where', "name = '{v:literal}'", "name = 'O''Br\"ien'"],
    ['sql', 'with a as (select 1) select {v:literal}', "with a as (select 1) select 'O''Br\"ien'"],
    ['lucene', 'name:{v:lucene}', 'name:"O\'Br\\"ien"'],
    ['title', "it's {v}", "it's O'Br\"ien"],
    ['sysparm_query', 'name={v:servicenow}', 'name=O\'Br"ien'],
    ['q', '{v}', 'O\'Br"ien'],
    ['search', 'a {{b}}', 'a {b}'],
  ])('writes a value into %s as %s', (name, value, written) => {
    const filled = new URL(fill(`${base}/x`, { v: 'O\'Br"ien' }, [{ name, value }]));
    expect(filled.searchParams.get(name)).toBe(written);
  });

  it.each<[string, RegExp]>([
    ['https://{host}/x', /not in the host/],
    ['https://api.example.com:{port}/x', /not in the host/],
    ['{scheme}://api.example.com/x', /not a URL/],
    ['https://{user}@api.example.com/x', /not in the host/],
    ['/{a}', /not a URL/],
    ['https://api.example.com\\{a}', /backslashes/],
    ['https://api.example.com/x\\{a}', /backslashes/],
    ['https://api.example.com/../{a}', /\. and \.\./],
    ['https://api.example.com/%2e%2E/{a}', /\. and \.\./],
    ['https://api.example.com/x?{a}=1', /not in its name/],
    ['https://api.example.com/x?{a}', /not in its name/],
    ["https://api.example.com/Users('{a}')", /\{a:odata\}/],
    ['https://api.example.com/Users({a})', /\{a:odata\}/],
    ['https://api.example.com/Users(%27{a}%27)', /\{a:odata\}/],
    ["https://api.example.com/Users('{a:odata})", /not closed/],
    ['https://api.example.com/x?$filter={a}', /\{a:odata\}/],
    ['https://api.example.com/x?%24filter={a}', /\{a:odata\}/],
    ['https://api.example.com/x?q=SELECT+Id+FROM+A+WHERE+B=%27{a}%27', /\{a:soql\}/],
    ['https://api.example.com/x?jql={a:soql}', /\{a:jql\}/],
    ['https://api.example.com/x?$search="displayName:{a:odata}"', /\{a:phrase\}/],
    ['https://api.example.com/x?$where={a}', /\{a:literal\}/],
    ['https://api.example.com/x?sql=with+a+as+(select+{a})+select+1', /\{a:literal\}/],
    ['https://api.example.com/x?lucene=name:{a}', /\{a:lucene\}/],
    ['https://api.example.com/x?anything=name=%27{a}%27', /\{a:odata\}/],
    ['https://api.example.com/x?anything=(%22x{a}%22)', /query language/],
    ['https://api.example.com/x?filter=name%20eq%20{a}', /\{a:scim\}/],
    ['https://api.example.com/x?a={a', /single {/],
  ])('%s is refused', (url, message) => {
    const { errors } = compileUrl(url, []);
    expect(errors?.map((error) => error.message).join(' ')).toMatch(message);
  });

  it('names the parameter that is refused', () => {
    const { errors } = compileUrl(`${base}/x`, [
      { name: 'a', value: '1' },
      { name: '$filter', value: "a eq '{b}'" },
    ]);
    expect(errors?.map(({ path }) => path)).toEqual(['parameters.1.value']);
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'a?b', 'a#b', '%2e%2e', 'a%2fb', 'a\nb', '\u0000', '\ud800'])(
    'refuses %j in a path',
    (value) => {
      expect(() => fill(`${base}/a/{v}/b`, { v: value })).toThrow(Problem);
      expect(() => fill(`${base}/a/{v}/b`, { v: value })).toThrow(/The value of v /);
    },
  );

  it.each([
    ['a', {}],
    ['{v:number}', { v: '1 or 1=1' }],
    ['{v:number}', { v: 'NaN' }],
    ['{v:servicenow}', { v: 'a^ORb=c' }],
    ['{v:servicenow}', { v: 'javascript:gs.getUserID()' }],
    ['{v:servicenow}', { v: ' JavaScript :gs.getUserID()' }],
    ['{v:jql}', { v: 'a\nb' }],
  ])('refuses what %s cannot hold', (value, values) => {
    const text = value === 'a' ? '{v}' : value;
    expect(() => fill(`${base}/x`, values, [{ name: 'x', value: text }])).toThrow(Problem);
  });

  it('is the same URL as without placeholders where there are none', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', '1', '%20', '+', '$', '&', '=', '/', ';', "'", ':', '@', 'é'),
      maxLength: 8,
    });
    const parameters = fc.array(fc.record({ name: word, value: word }), { maxLength: 3 });
    fc.assert(
      fc.property(word, word, parameters, (path, query, added) => {
        const url = `${base}/${path}?${query}`;
        const expected = new URL(url);
        const items = added.map(({ name, value }) => `${encoded(name).replaceAll('%24', '$')}=${encoded(value)}`);
        expected.search = [expected.search.slice(1), ...items].filter((item) => item !== '').join('&');
        expect(fill(url, {}, added)).toBe(expected.href);
      }),
    );
  });

  it('keeps its structure whatever the values', () => {
    const text = `${base}/v1/{a}/x-{b}{c}/end?one={a}&two=2&q={b}`;
    const { template } = compileUrl(text, [
      { name: '$filter', value: "n eq '{a:odata}' and m eq {b:odata}" },
      { name: 'jql', value: 'p = "{c:jql}"' },
    ]);
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('.', '/', '%', '2', 'e', 'f', '?', '&', '=', '#', "'", '"', '\\', ' ', '@', ':', 'a'),
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        let url: URL;
        try {
          url = template!.fill(new Map(Object.entries({ a, b, c })));
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
          return;
        }
        const segments = url.pathname.split('/');
        expect(url.origin).toBe(base);
        expect(url.hash).toBe('');
        expect(segments).toHaveLength(5);
        expect([segments[1], segments[4]]).toEqual(['v1', 'end']);
        expect(decodeURIComponent(segments[2]!)).toBe(a);
        expect(decodeURIComponent(segments[3]!)).toBe(`x-${b}${c}`);
        expect([...url.searchParams.keys()]).toEqual(['one', 'two', 'q', '$filter', 'jql']);
        expect(url.searchParams.get('one')).toBe(a);
        const filter = /^n eq '((?:[^']|'')*)' and m eq '((?:[^']|'')*)'$/su.exec(url.searchParams.get('$filter')!);
        expect(filter?.slice(1).map((inside) => inside.replaceAll("''", "'"))).toEqual([a, b]);
        const jql = /^p = "((?:[^"\\]|\\.)*)"$/su.exec(url.searchParams.get('jql')!);
        expect(jql?.[1]?.replace(/\\(.)/gsu, '$1')).toBe(c);
      }),
      { numRuns: 1000 },
    );
  });
});
