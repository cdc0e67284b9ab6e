import { compileSelector } from '../../../src/selectors/selector';

/** A shop as a document, with the shapes that RFC 9535 tells apart: lists in objects, absent members, mixed values. */
const shop = {
  shop: {
    books: [
      { kind: 'novel', title: 'Sea', price: 8.95, isbn: 'a-1' },
      { kind: 'novel', title: 'Hill', price: 12.99 },
      { kind: 'poems', title: 'Rain', price: 22.99, isbn: 'b-2' },
      { kind: 'essay', title: 'Dust', price: 8.99, tags: ['new', 'short'] },
    ],
    bike: { color: 'red', price: 399 },
  },
  limit: 10,
};

const shapes = {
  a: [3, 5, 1, 2, 4, 6, { b: 'j' }, { b: 'k' }, { b: {} }, { b: 'kilo' }],
  o: { p: 1, q: 2, r: 3, s: 5, t: { u: 6 } },
  e: 'f',
};
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const names = { o: { 'j j': { 'k.k': 3 } }, "'": { '@': 2 }, ä: 1, '': 0, __proto__x: 4 };

type Case = readonly [text: string, document: unknown, result: unknown[]];

const groups: Record<string, readonly Case[]> = {
  'the root and names (section 2.2, 2.3.1)': [
    ['$', { k: 'v' }, [{ k: 'v' }]],
    ['$', null, [null]],
    ['$.shop.bike.color', shop, ['red']],
    [`$.o['j j']`, names, [{ 'k.k': 3 }]],
    [`$.o['j j']['k.k']`, names, [3]],
    [`$.o["j j"]["k.k"]`, names, [3]],
    [`$["'"]["@"]`, names, [2]],
    [`$['\\'']['@']`, names, [2]],
    ['$.ä', names, [1]],
    ['$["\\u00e4"]', names, [1]],
    ['$[""]', names, [0]],
    ['$.absent', names, []],
    ['$.length', letters, []],
    ['$.constructor', {}, []],
    ['$.shop.bike.color.x', shop, []],
  ],
  'wildcards (section 2.3.2)': [
    ['$.o[*]', shapes, [1, 2, 3, 5, { u: 6 }]],
    ['$.o.*', shapes, [1, 2, 3, 5, { u: 6 }]],
    ['$.o[*, *]', { o: { j: 1, k: 2 } }, [1, 2, 1, 2]],
    ['$[*]', letters, letters],
    ['$.e[*]', shapes, []],
  ],
  'indexes (section 2.3.3)': [
    ['$[1]', letters, ['b']],
    ['$[-2]', letters, ['f']],
    ['$[7]', letters, []],
    ['$[-8]', letters, []],
    ['$[0]', { 0: 'no list' }, []],
  ],
  'slices (section 2.3.4)': [
    ['$[1:3]', letters, ['b', 'c']],
    ['$[5:]', letters, ['f', 'g']],
    ['$[1:5:2]', letters, ['b', 'd']],
    ['$[5:1:-2]', letters, ['f', 'd']],
    ['$[::-1]', letters, [...letters].reverse()],
    ['$[:-5]', letters, ['a', 'b']],
    ['$[-2:]', letters, ['f', 'g']],
    ['$[::0]', letters, []],
    ['$[9:2]', letters, []],
    ['$[-100:100]', letters, letters],
  ],
  'filters (section 2.3.5)': [
    ['$.shop.books[?@.price < 10].title', shop, ['Sea', 'Dust']],
    ['$.shop.books[?@.price < $.limit].title', shop, ['Sea', 'Dust']],
    ['$.shop.books[?@.isbn].title', shop, ['Sea', 'Rain']],
    ['$.shop.books[?!@.isbn].title', shop, ['Hill', 'Dust']],
    [`$.shop.books[?@.kind == 'novel' && @.price > 9].title`, shop, ['Hill']],
    [`$.shop.books[?@.kind == 'poems' || @.price < 8.96].title`, shop, ['Sea', 'Rain']],
    [`$.shop.books[?!(@.kind == 'novel' || @.isbn)].title`, shop, ['Dust']],
    [`$.shop.books[?@.kind != 'novel'].title`, shop, ['Rain', 'Dust']],
    [`$.shop.books[?@.tags[?@ == 'new']].title`, shop, ['Dust']],
    [`$.a[?@.b == 'kilo']`, shapes, [{ b: 'kilo' }]],
    ['$.a[?@ > 3.5]', shapes, [5, 4, 6]],
    ['$.a[?@.b]', shapes, [{ b: 'j' }, { b: 'k' }, { b: {} }, { b: 'kilo' }]],
    ['$[?@.*]', shapes, [shapes.a, shapes.o]],
    ['$.a[?@.b == $.x]', shapes, [3, 5, 1, 2, 4, 6]],
    ['$.o[?@ < 3, ?@ < 3]', shapes, [1, 2, 1, 2]],
    [`$[?@ >= 'b' && @ <= 'd']`, letters, ['b', 'c', 'd']],
    ['$[?@ == true]', [true, 1, 'true', null], [true]],
    ['$[?@ == null]', [null, 0, '', false], [null]],
    [
      '$[?@.a == @.b]',
      [{ a: [1, { c: 2 }], b: [1, { c: 2 }] }, { a: 1 }, {}],
      [{ a: [1, { c: 2 }], b: [1, { c: 2 }] }, {}],
    ],
    ['$[?@ < 1]', ['0', 0, null, [0]], [0]],
  ],
  'functions (section 2.4)': [
    ['$[?length(@) == 2]', ['ab', '😀😀', [1, 2], { a: 1, b: 2 }, 2], ['ab', '😀😀', [1, 2], { a: 1, b: 2 }]],
    ['$[?count(@.*) > 1]', [[1], [1, 2], { a: 1, b: 2 }], [[1, 2], { a: 1, b: 2 }]],
    [`$[?match(@, '1974-05-..')]`, ['1974-05-01', '1974-06-01', 'on 1974-05-01', 5], ['1974-05-01']],
    [`$[?search(@, '[BR]ob')]`, ['Bob', 'Hi Rob!', 'bob'], ['Bob', 'Hi Rob!']],
    [
      `$[?value(@..color) == 'red']`,
      [{ a: { color: 'red' } }, { a: { color: 'red' }, color: 'red' }],
      [{ a: { color: 'red' } }],
    ],
    [`$[?match(@, '(')]`, ['(', ''], []],
    [`$[?length(value(@..x)) == 1]`, [{ x: 'a' }, { x: 'ab' }], [{ x: 'a' }]],
  ],
  'several selectors and descendants (section 2.5)': [
    ['$[0, 3]', letters, ['a', 'd']],
    ['$[0:2, 5]', letters, ['a', 'b', 'f']],
    ['$[0, 0]', letters, ['a', 'a']],
    ['$..price', shop, [399, 8.95, 12.99, 22.99, 8.99].sort()],
    ['$..books[0].title', shop, ['Sea']],
    ['$..[0]', [[1, [2]], 3], [[1, [2]], 1, 2]],
    ['$..*', { a: [1, { b: 2 }] }, [[1, { b: 2 }], 1, { b: 2 }, 2]],
    ['$..absent', shop, []],
  ],
  'null is a value, absence is none (section 2.6)': [
    ['$.a', { a: null }, [null]],
    ['$.a[0]', { a: null }, []],
    ['$[?@.a == null]', [{ a: null }, {}], [{ a: null }]],
    ['$[?@.a]', [{ a: null }, {}], [{ a: null }]],
  ],
};

describe.each(Object.entries(groups))('RFC 9535: %s', (_, cases) => {
  it.each(cases)('%s', (text, document, result) => {
    const found = compileSelector(text).select(document);
    expect(text === '$..price' ? [...found].sort() : found).toEqual(result);
  });
});

describe('names that only the language knows', () => {
  it('selects __proto__ where JSON has it and nowhere else', () => {
    expect(compileSelector('$.__proto__.x').select(JSON.parse('{"__proto__":{"x":1}}'))).toEqual([1]);
    expect(compileSelector('$.__proto__').select({})).toEqual([]);
  });
});
