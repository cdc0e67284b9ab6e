import { compileSelector } from '../../../src/selectors/selector';

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, even: id % 2 === 0, name: `n${id}` }));

describe('selectors on much data', () => {
  const document = { value: rows(400_000) };

  it.each([
    ['$.value[*]', 400_000],
    ['$.value[?@.even == true]', 200_000],
    ['$..name', 400_000],
    ['$.value[::-1]', 400_000],
    [`$.value[?search(@.name, '99$')].id`, 4000],
  ])('%s selects from 400,000 rows without overflowing the stack', (text, count) => {
    expect(compileSelector(text).select(document)).toHaveLength(count);
  });

  it('ends an evaluation that looks at every value for every value', () => {
    const selector = compileSelector('$.value[?count($.value[*]) > 0]');
    expect(() => selector.select({ value: rows(10_000) })).toThrow(
      expect.objectContaining({ code: 'selector-invalid', message: expect.stringContaining('looks at more than') }),
    );
  });

  it('ends an evaluation that multiplies its results', () => {
    const selector = compileSelector('$[*,*][*,*][*,*][*,*][*,*][*,*]');
    const nested = (levels: number): unknown =>
      levels === 0 ? 1 : Array.from({ length: 8 }, () => nested(levels - 1));
    expect(() => selector.select(nested(6))).toThrow(expect.objectContaining({ code: 'selector-invalid' }));
  });

  const many = Array.from({ length: 20_000 }, (_, at) => at);
  const members = Object.fromEntries(many.map((at) => [`m${at}`, at]));
  const long = 'x'.repeat(800_000);

  it.each<[string, string, unknown, unknown]>([
    ['equal lists', '$.a[?$.b == $.c]', many, [...many]],
    ['equal objects', '$.a[?$.b == $.c]', members, { ...members }],
    ['an object and a much larger one', '$.a[?$.b == $.c]', { m: 1 }, members],
    ['objects that differ', '$.a[?$.b != $.c]', members, { ...members, m0: 1 }],
    ['equal texts', '$.a[?$.b == $.c]', long, `${long.slice(1)}x`],
    ['the order of texts', '$.a[?$.b < $.c]', long, `${long}y`],
    ['the length of a text', '$.a[?length($.b) > 1]', long, 0],
    ['the members of an object', '$.a[?length($.b) > 1]', members, 0],
  ])('ends an evaluation that looks at %s for every value', (_, text, b, c) => {
    expect(() => compileSelector(text).select({ a: rows(4000), b, c })).toThrow(
      expect.objectContaining({ code: 'selector-invalid', message: expect.stringContaining('looks at more than') }),
    );
  });

  it('refuses to descend below 200 levels and reads what lies above', () => {
    const nested = (levels: number): unknown => (levels === 0 ? { x: 1 } : [nested(levels - 1)]);
    expect(compileSelector('$..x').select(nested(150))).toEqual([1]);
    expect(() => compileSelector('$..x').select(nested(300))).toThrow(
      expect.objectContaining({ code: 'response-unreadable' }),
    );
  });
});

describe('patterns in selectors', () => {
  const cpu = (work: () => unknown): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it.each(['(a+)+$', '(a|aa)+$', '(.*)*x', '([a-z]+)*[0-9]'])('%s takes time linear in the text', (pattern) => {
    const text = `${'a'.repeat(50_000)}!`;
    const selector = compileSelector(`$[?search(@, '${pattern}')]`);
    expect(cpu(() => selector.select([text]))).toBeLessThan(3000);
  });

  it('ends the search for a large pattern in a long text before it begins', () => {
    const selector = compileSelector(`$[?search(@, '${'([a-z0-9]{999})'.repeat(50)}')]`);
    expect(selector.select(['a'.repeat(500)])).toEqual([]);
    expect(() => selector.select(['a'.repeat(5000)])).toThrow(
      expect.objectContaining({ code: 'selector-invalid', message: expect.stringContaining('is too long') }),
    );
  });

  it('ends an evaluation whose patterns, each from the data, take too long together', () => {
    let now = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 5));
    const data = Array.from({ length: 2000 }, (_, at) => ({ text: 'abc', pattern: `a${at}` }));
    try {
      expect(() => compileSelector('$[?match(@.text, @.pattern)]').select(data)).toThrow(
        expect.objectContaining({ code: 'selector-invalid', message: expect.stringContaining('looks at more than') }),
      );
    } finally {
      clock.mockRestore();
    }
  });

  it('matches nothing with a pattern longer than 1 KB', () => {
    const long = 'a'.repeat(1025);
    expect(compileSelector(`$[?match(@, '${long}')]`).select([long])).toEqual([]);
    expect(compileSelector(`$[?match(@, '${long.slice(1)}')]`).select([long.slice(1)])).toEqual([long.slice(1)]);
  });

  it('takes patterns from the data, another one for each row', () => {
    const data = [
      { text: 'abc', pattern: 'a.c' },
      { text: 'abc', pattern: 'x' },
      { text: 'x', pattern: 'x' },
    ];
    expect(compileSelector('$[?match(@.text, @.pattern)].pattern').select(data)).toEqual(['a.c', 'x']);
  });
});
