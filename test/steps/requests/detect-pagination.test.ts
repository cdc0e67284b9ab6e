import fc from 'fast-check';
import { detectPagination } from '../../../src/requests/detect-pagination';
import type { SeenResponse } from '../../../src/requests/detect/seen-response';
import { compileSelector } from '../../../src/selectors/selector';
import type { Pagination } from '../../../src/shared/contract';

const response = (document: unknown, change: Partial<SeenResponse> & { query?: string } = {}): SeenResponse => ({
  url: new URL(`https://api.example.com/items${change.query ?? ''}`),
  document,
  linkHeader: null,
  ...change,
});

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
const parameter = (name: string) => ({ in: 'parameter' as const, name });
const cursor = (selector: string, name: string, moreSelector = ''): Pagination => ({
  style: 'cursor',
  selector,
  moreSelector,
  target: parameter(name),
});

describe('the paging of an API', () => {
  it.each<[string, SeenResponse, Pagination]>([
    [
      'GitHub',
      response(rows(30), { linkHeader: '<https://api.example.com/items?page=2>; rel="next"' }),
      { style: 'link-header' },
    ],
    [
      'a total in a header (json-server)',
      response(rows(10), { query: '?_page=1&_limit=10', headers: [['X-Total-Count', '25']] }),
      {
        style: 'page-number',
        target: parameter('_page'),
        start: 1,
        itemsSelector: '',
        total: { of: 'rows', from: 'header', selector: 'X-Total-Count' },
      },
    ],
    ['Microsoft Graph', response({ value: rows(3), '@odata.nextLink': 'https://x/y' }), { style: 'odata-next-link' }],
    [
      'Django',
      response({ count: 9, next: 'https://api.example.com/items?page=2', previous: null, results: rows(3) }),
      { style: 'next-url', selector: '$.next' },
    ],
    [
      'HAL',
      response({ _links: { next: { href: '/items?page=2' } }, items: rows(3) }),
      { style: 'next-url', selector: '$._links.next.href' },
    ],
    [
      'JSON:API',
      response({ data: rows(3), links: { self: '/a', next: '/items?page=2' } }),
      { style: 'next-url', selector: '$.links.next' },
    ],
    [
      'Salesforce',
      response({ totalSize: 4, done: false, nextRecordsUrl: '/services/data/v61.0/query/01g-2', records: rows(2) }),
      { style: 'next-url', selector: '$.nextRecordsUrl' },
    ],
    [
      'FHIR',
      response({
        link: [
          { relation: 'self', url: 'https://a/b' },
          { relation: 'next', url: 'https://a/c' },
        ],
        entry: rows(2),
      }),
      { style: 'next-url', selector: "$.link[?@.relation == 'next'].url" },
    ],
    [
      'Slack',
      response({ members: rows(2), response_metadata: { next_cursor: 'dXNlcg==' } }),
      cursor('$.response_metadata.next_cursor', 'cursor'),
    ],
    ['Google', response({ items: rows(2), nextPageToken: 'abc' }), cursor('$.nextPageToken', 'pageToken')],
    [
      'HubSpot',
      response({ results: rows(2), paging: { next: { after: '100', link: '?after=100' } } }),
      cursor('$.paging.next.after', 'after'),
    ],
    [
      'HubSpot search',
      response({ total: 5, results: rows(2), paging: { next: { after: '100' } } }),
      cursor('$.paging.next.after', 'after'),
    ],
    ['Stripe', response({ data: rows(2), has_more: true }), cursor('$.data[-1].id', 'starting_after', '$.has_more')],
    [
      'Relay',
      response(
        { data: { users: { nodes: rows(2), pageInfo: { hasNextPage: true, endCursor: 'x' } } } },
        { body: '{"query":"query($c: String) { users(after: $c) { nodes { id } } }","variables":{}}' },
      ),
      {
        style: 'cursor',
        selector: '$.data.users.pageInfo.endCursor',
        moreSelector: '$.data.users.pageInfo.hasNextPage',
        target: { in: 'body', name: 'variables.c' },
      },
    ],
    [
      'Jira',
      response({ startAt: 0, maxResults: 50, total: 120, issues: rows(50) }),
      {
        style: 'offset-limit',
        offset: parameter('startAt'),
        limit: parameter('maxResults'),
        pageSize: 50,
        start: 0,
        itemsSelector: '$.issues',
        total: { of: 'rows', selector: '$.total' },
      },
    ],
    [
      'SCIM',
      response({ totalResults: 9, startIndex: 1, itemsPerPage: 2, Resources: rows(2) }),
      {
        style: 'offset-limit',
        offset: parameter('startIndex'),
        limit: parameter('count'),
        pageSize: 2,
        start: 1,
        itemsSelector: '$.Resources',
        total: { of: 'rows', selector: '$.totalResults' },
      },
    ],
    [
      'an offset that was asked for',
      response(rows(10), { query: '?skip=0&take=10' }),
      {
        style: 'offset-limit',
        offset: parameter('skip'),
        limit: parameter('take'),
        pageSize: 10,
        start: 0,
        itemsSelector: '',
        total: undefined,
      },
    ],
    [
      'Keycloak',
      response(rows(10), { query: '?first=0&max=10' }),
      {
        style: 'offset-limit',
        offset: parameter('first'),
        limit: parameter('max'),
        pageSize: 10,
        start: 0,
        itemsSelector: '',
        total: undefined,
      },
    ],
    [
      'an offset in a JSON body',
      response({ hits: rows(10), total: 30 }, { body: '{"page":{"from":0},"query":"a"}' }),
      {
        style: 'offset-limit',
        offset: { in: 'body', name: 'page.from' },
        limit: { in: 'body', name: 'page.limit' },
        pageSize: 10,
        start: 0,
        itemsSelector: '$.hits',
        total: { of: 'rows', selector: '$.total' },
      },
    ],
    [
      'a page among the variables of a GraphQL query',
      response({ data: { people: rows(3) } }, { body: '{"query":"query($page: Int) {…}","variables":{"page":0}}' }),
      {
        style: 'page-number',
        target: { in: 'body', name: 'variables.page' },
        start: 0,
        itemsSelector: '$.data.people',
        total: undefined,
      },
    ],
    [
      'Spring',
      response({ content: rows(20), number: 0, size: 20, totalElements: 55, totalPages: 3 }),
      {
        style: 'page-number',
        target: parameter('page'),
        start: 0,
        itemsSelector: '$.content',
        total: { of: 'rows', selector: '$.totalElements' },
      },
    ],
    [
      'Reqres',
      response({ page: 1, per_page: 6, total_pages: 2, data: rows(6) }),
      {
        style: 'page-number',
        target: parameter('page'),
        start: 1,
        itemsSelector: '$.data',
        total: { of: 'pages', selector: '$.total_pages' },
      },
    ],
    [
      'a page number that was asked for',
      response(rows(10), { query: '?page=1' }),
      { style: 'page-number', target: parameter('page'), start: 1, itemsSelector: '', total: undefined },
    ],
  ])('of %s is recognized, with a reason', (_, seen, pagination) => {
    const proposal = detectPagination(seen);
    expect(proposal?.pagination).toEqual(pagination);
    expect(proposal?.reason).toMatch(/^The (?:response|Link header|API pages by (?:offset|page number)\b).{20,}\.$/);
  });

  it.each<[string, unknown]>([
    ['a plain list', rows(3)],
    ['all rows there are', { total: 3, offset: 0, items: rows(3) }],
    ['the only page', { page: 1, total_pages: 1, data: rows(3) }],
    ['no next page', { next: null, results: rows(3) }],
    ['an empty cursor', { next_cursor: '', results: rows(3) }],
    ['no more', { data: rows(3), has_more: false }],
    ['a flag called next', { next: true, results: rows(3) }],
    ['rows with links of their own', [{ next: 'https://a/b' }]],
    ['no rows', { page: 1, total_pages: 3, data: [] }],
    ['nothing', null],
  ])('is not seen in %s', (_, document) => {
    expect(detectPagination(response(document))).toBeUndefined();
  });

  it('is not seen in how many rows a GraphQL query wants first', () => {
    const body = '{"query":"query($first: Int) {…}","variables":{"first":50}}';
    expect(detectPagination(response({ data: { people: rows(50) } }, { body }))).toBeUndefined();
  });

  it('is never a selector that cannot be read', () => {
    const name = fc.constantFrom(
      'next',
      'next_cursor',
      "o'clock",
      'a b',
      '\\',
      'é',
      '\u0001',
      '__proto__',
      'total',
      'page',
      'links',
    );
    const leaf = fc.oneof(
      fc.constant('/x?y'),
      fc.constant('c'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant([{ id: 1 }]),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, leaf, fc.dictionary(name, tie('tree'), { maxKeys: 4 })),
    }));
    fc.assert(
      fc.property(tree, (document) => {
        const pagination = detectPagination(response(document))?.pagination;
        if (pagination && 'selector' in pagination)
          expect(compileSelector(pagination.selector).select(document)).not.toEqual([]);
      }),
    );
  });
});
