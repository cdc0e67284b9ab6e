import fc from 'fast-check';
import { moreRows } from '../../../src/requests/more/more-rows';

interface Given {
  url?: string;
  body?: string;
  headers?: Record<string, string>;
  rowsSelector?: string;
  countBefore?: number;
}

function more(document: unknown, { url = 'https://shop.example/boats', body, headers = {}, ...others }: Given = {}) {
  const request = { url: new URL(url), body };
  return moreRows({ request, document, headers: Object.entries(headers), rowsSelector: '', countBefore: 0, ...others });
}

const boats = (count: number) => Array.from({ length: count }, (_, at) => ({ id: at + 1, name: `Boat ${at + 1}` }));
const list = boats(3);

describe('a response says that there is more', () => {
  it.each<[string, unknown, Given?]>([
    ['with a cursor beside the rows', { boats: list, cursor: 'c7' }],
    ['with an opaque offset', { boats: list, offset: 'rec/9x' }],
    ['with a page token one object away', { boats: list, response_metadata: { pageToken: 'p' } }],
    ['with where it stopped as an object', { Boats: list, LastEvaluatedKey: { Id: { S: '3' } } }],
    ['with continuations as an object', { query: { boats: list }, continue: { boatcontinue: '3|x', continue: '-||' } }],
    ['with a cursor as a list', { boats: list, next_key: ['3', 'x'] }],
    ['with `after` right beside the rows', { data: { after: 't3', before: null, children: list } }],
    ['with a link', { boats: list, links: { next: { href: '/boats?page=2' } } }],
    ['with a link in a list', { boats: list, boats_links: [{ rel: 'next', href: '/boats?from=3' }] }],
    ['with the number of a next page', { boats: list, meta: { pagination: { page: 1, next: 2 } } }],
    ['with a flag', { boats: list, has_more: true }],
    ['with a flag written as text', { result: { isTruncated: 'true', boat: list } }],
    ['with a last flag that is false', { boats: list, lastPage: false }],
    [
      'five names deep',
      { data: { a: { b: { c: { nodes: list, pageInfo: { hasNextPage: true, endCursor: 'z' } } } } } },
    ],
    ['in a list of a single entry', { data: { boards: [{ page: { cursor: 'q', items: list } }] } }],
    ['in an empty page with a flag', { boats: [], more: true }],
    ['in a header of links', list, { headers: { link: '</boats?p=2>; rel="next"' } }],
    ['in a continuation header', { value: list }, { headers: { 'x-acme-continuationtoken': 'ab' } }],
    ['in a header with the next page', list, { headers: { 'x-next-page': '2' } }],
  ])('%s', (_, document, given = {}) => {
    expect(more(document, given)).toMatchObject({ by: expect.stringMatching(/^(?:next-page|flag)$/) });
  });

  it.each<[string, unknown, number, Given?]>([
    ['beside the rows', { boats: list, total: 9 }, 9],
    ['as digits', { boats: list, meta: { count: '9' } }, 9],
    ['as an object with a value', { hits: { total: { value: 9, relation: 'eq' }, hits: list } }, 9],
    ['of an XML element with a prefix', { feed: { 'm:count': '9', entry: list } }, 9],
    ['before the rows in a pair', [{ page: 1, total: 9 }, list], 9],
    ['from an offset on', { boats: list, total: 9 }, 9, { url: 'https://shop.example/boats?offset=3&limit=3' }],
    ['on a second page', { boats: list, total: 9 }, 9, { url: 'https://shop.example/boats?page=2&per_page=3' }],
    ['in a header', list, 9, { headers: { 'X-Total-Count': '9' } }],
    ['in a range', list, 9, { headers: { 'content-range': 'items 0-2/9' } }],
    ['after what was read before', { boats: list, total: 9 }, 9, { countBefore: 3 }],
  ])('with a total %s', (_, document, total, given = {}) => {
    expect(more(document, given)).toEqual({ by: 'total', total });
  });

  it('with a number of pages', () => {
    expect(more({ boats: list, paging: { page: 1, pages: 4 } })).toEqual({ by: 'pages', pages: 4 });
  });

  it.each<[string, unknown, Given]>([
    ['a parameter', list, { url: 'https://shop.example/boats?per_page=3' }],
    ['a body', { boats: list }, { body: '{"size": 3}' }],
    [
      'a parameter in another language',
      { boote: list, blatt: 1, je: 3 },
      { url: 'https://shop.example/x?blatt=1&je=3' },
    ],
  ])('with a page as full as was asked for by %s', (_, document, given = {}) => {
    expect(more(document, given)).toEqual({ by: 'full-page' });
  });
});

describe('nothing speaks for more', () => {
  it.each<[string, unknown, Given?]>([
    ['in a plain list', list],
    ['where the next is null', { boats: list, next: null, cursor: '', has_more: false }],
    ['where the flag says no beside a cursor', { boats: list, cursor: 'c7', has_more: false }],
    ['where a connection says no beside its cursor', { nodes: list, pageInfo: { hasNextPage: false, endCursor: 'z' } }],
    ['where the total is reached beside a link', { boats: list, total: 3, next: '/boats?page=2' }],
    [
      'on the last page of pages',
      { boats: list, page: 2, pages: 2, total: 103 },
      { url: 'https://shop.example/boats?page=2&per_page=100' },
    ],
    ['at the end of an offset', { boats: boats(2), total: 8 }, { url: 'https://shop.example/boats?offset=6&limit=3' }],
    [
      'where the next is the page itself',
      { boats: list, next: '/boats?after=3' },
      { url: 'https://shop.example/boats?after=3' },
    ],
    ['for members of rows', [{ id: 1, nextRelease: '2027-01-01', next: '/boats/2', total: 40 }, ...list]],
    ['for a date that comes next', { boats: list, nextRun: '2027-01-01', next: '2027-01-01T00:00:00Z' }],
    ['for another thing that comes next', { boats: list, nextMeeting: { id: 9 }, nextBuildNumber: 7 }],
    ['for tokens of other kinds', { boats: list, csrfToken: 'x', access_token: 'y', nextSyncToken: 'z', token: 't' }],
    [
      'for totals of other things',
      { boats: list, _shards: { total: 12 }, summary: { open: { total: 930 }, count: 51 } },
    ],
    ['for the total of one record', { id: 7, tags: ['a', 'b'], total: 40, next: '/boats/8' }, { rowsSelector: '$' }],
    ['for cursors of this page alone', { data: boats(2), paging: { cursors: { before: 'a', after: 'b' } } }],
    ['for an element of XML that is empty', { list: { record: list, resumptionToken: { '@cursor': '3' } } }],
    ['for limits of requests', list, { headers: { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '49' } }],
    ['where headers have reached the total', list, { headers: { 'x-total-count': '3', 'x-next-page': '' } }],
    ['for a page that is not full', list, { url: 'https://shop.example/boats?limit=50' }],
  ])('%s', (_, document, given = {}) => {
    expect(more(document, given)).toBeUndefined();
  });

  it('for a total that the reading has come to', () => {
    expect(more({ boats: list, total: 9 }, { countBefore: 6 })).toBeUndefined();
  });
});

it('says of any page before the last that a total is not reached, and of the last that it is', () => {
  const pages = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(pages, (sizes) => {
      const total = sizes.reduce((sum, size) => sum + size, 0);
      let countBefore = 0;
      for (const [at, size] of sizes.entries()) {
        const found = more({ boats: boats(size), total }, { countBefore });
        expect(found).toEqual(at === sizes.length - 1 ? undefined : { by: 'total', total });
        countBefore += size;
      }
    }),
  );
});

it('ends on documents of any shape', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => void more(document)),
    { numRuns: 50 },
  );
});

describe('a table inside lists of one', () => {
  const rows = [
    ['a', 1],
    ['b', 2],
  ];
  const rowsSelector = '$.results[*].series[*].values[*]';
  const answer = (total: number) => ({
    total,
    results: [{ part: 0, series: [{ columns: ['x', 'n'], values: rows }] }],
  });

  it('is counted by its rows', () => {
    expect(more(answer(2), { rowsSelector })).toBeUndefined();
    expect(more(answer(5), { rowsSelector })).toEqual({ by: 'total', total: 5 });
  });

  it('leaves rows that are lists of things to the list around them', () => {
    const orders = { total: 1, orders: [{ no: 1, lines: [{ sku: 'x' }, { sku: 'y' }] }] };
    expect(more(orders, { rowsSelector: '$.orders[*].lines[*]' })).toBeUndefined();
  });
});
