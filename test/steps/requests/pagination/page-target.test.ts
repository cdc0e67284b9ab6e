import fc from 'fast-check';
import { countItems } from '../../../../src/requests/pagination/count-items';
import { withValue } from '../../../../src/requests/pagination/page-target';
import { Problem } from '../../../../src/shared/problem';

const url = (query: string) => new URL(`https://api.example.com/x${query}`);

describe('a value put into a request for the next page', () => {
  it.each([
    ['', 'page', '?page=7'],
    ['?page=1', 'page', '?page=7'],
    ['?a=%20&page=1&b=+', 'page', '?a=%20&page=7&b=+'],
    ['?page=1&page=2', 'page', '?page=7'],
    ['?%24skip=1', '$skip', '?$skip=7'],
    ['?page', 'page', '?page=7'],
    ['?pages=1', 'page', '?pages=1&page=7'],
  ])('turns the query %j with %s into %j', (query, name, changed) => {
    const request = { url: url(query) };
    expect(withValue(request, { in: 'parameter', name }, 7).url.search).toBe(changed);
    expect(request.url.search).toBe(query);
  });

  it.each([
    ['{"a":1}', 'cursor', '{"a":1,"cursor":"c"}'],
    ['{"id":"12345678901234567890"}', 'cursor', '{"id":"12345678901234567890","cursor":"c"}'],
    ['{"cursor":null}', 'cursor', '{"cursor":"c"}'],
    ['{"variables":{"n":1}}', 'variables.after', '{"variables":{"n":1,"after":"c"}}'],
    ['{"variables":null}', 'variables.after', '{"variables":{"after":"c"}}'],
    ['{}', '__proto__.x', '{"__proto__":{"x":"c"}}'],
  ])('turns the body %s with %s into %s', (body, name, changed) => {
    expect(withValue({ url: url(''), body }, { in: 'body', name }, 'c').body).toBe(changed);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each(['', '[]', 'a=b', '"x"', '{"id":12345678901234567890}'])('is refused for the body %j', (body) => {
    expect(() => withValue({ url: url(''), body }, { in: 'body', name: 'c' }, 'c')).toThrow(Problem);
  });

  it('cannot add a parameter of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cursor) => {
        const changed = withValue({ url: url('?a=1&c=2') }, { in: 'parameter', name: 'c' }, cursor).url;
        expect([...changed.searchParams]).toEqual([
          ['a', '1'],
          ['c', cursor],
        ]);
      }),
    );
  });
});

describe('the items of a page', () => {
  it.each<[string, unknown, number]>([
    ['', [1, 2], 2],
    ['', { data: { items: [1, 2, 3] }, errors: [] }, 3],
    ['', { a: { b: { c: { d: [1] } } } }, 0],
    ['', 'text', 0],
    ['$.items', { items: [1, 2] }, 2],
    ['$.items', { items: [] }, 0],
    ['$.items[*]', { items: [1, 2] }, 2],
    ['$.items', {}, 0],
  ])('of %j in %j are %d', (selector, document, count) => {
    expect(countItems(selector, document)).toBe(count);
  });

  it.each<[string, unknown, number]>([
    ['$.rows[*]', { rows: [1, 2], facets: [1, 2, 3] }, 2],
    ['$.rows[?@.big]', { rows: [{ big: false }, {}] }, 2],
    ['$.rows[*]', { facets: [1, 2, 3] }, 0],
    ['$.data.a.b.c.rows[*]', { errors: [], data: { a: { b: { c: { rows: [1] } } } } }, 1],
    ['$.rates[*]', { rates: { EUR: 1, USD: 2 } }, 2],
    ['$.summary', { summary: { of: 'all' }, items: [1, 2, 3] }, 3],
    ['$..row', { a: { row: 1 }, b: { row: 2 } }, 2],
  ])('are those at the place of the rows: %s in %j has %d', (rowsSelector, document, count) => {
    expect(countItems('', document, rowsSelector)).toBe(count);
  });
});
