import { parseResponse } from '../../../src/formats/parse-response';
import { detectPagination, paginationCandidates } from '../../../src/requests/detect-pagination';
import { requestAfter } from '../../../src/requests/pagination/next-page';
import { firstPage } from '../../../src/requests/pagination/styles';

const origin = 'https://api.example.com';
const rows = (count = 3) => Array.from({ length: count }, (_, id) => ({ id: `r${id}`, title: `Row ${id}` }));

interface Seen {
  /** As in `GET /rows?size=3`, with a body for POST. */
  request: string;
  requestHeaders?: string[];
  headers?: Record<string, string>;
  document: unknown;
  rowsSelector?: string;
}

function parsed({ request, document, headers = {}, requestHeaders, rowsSelector }: Seen) {
  const [, method = 'GET', path = '/', body] = /^(\S+) (\S+)(?: (.*))?$/s.exec(request) ?? [];
  const content = { bytes: Buffer.from(String(document)), contentType: 'application/xml' };
  const read =
    typeof document === 'string' ? parseResponse(content, { dataSourceName: 'it', format: 'xml' }).document : document;
  return {
    url: new URL(`${origin}${path}`),
    method: method as 'GET' | 'POST',
    body,
    requestHeaders,
    document: read,
    linkHeader: headers['link'] ?? null,
    headers: Object.entries(headers),
    rowsSelector,
  };
}

/** The second request that the detected paging leads to, written as the first is; `undefined` where none is detected. */
function nextOf(seen: Seen, pagination = detectPagination(parsed(seen))?.pagination): string | undefined {
  if (!pagination) return undefined;
  const { url, method: first, body, document, linkHeader, headers, rowsSelector } = parsed(seen);
  const page = { request: firstPage(pagination, { url, body }), url, document, linkHeader, headers, rowsSelector };
  const next = requestAfter(pagination, { ...page, pagesBefore: 0, itemsBefore: 0 }, origin, new Set());
  if (next.kind === 'end') return next.stopReason;
  const { method = first, url: to, headers: sent, body: further } = next.request;
  const values = Object.entries(sent ?? {})
    .filter(([name]) => name !== 'content-type')
    .map(([name, value]) => `${name}=${value}`);
  return [method, decodeURIComponent(to.href.slice(origin.length)), further, ...values].filter(Boolean).join(' ');
}

test.each<[string, Seen, string]>([
  [
    'a cursor that is called an offset',
    { request: 'GET /cards?size=3', document: { cards: rows(), offset: 'itr9/c3' } },
    'GET /cards?size=3&offset=itr9/c3',
  ],
  [
    'a place after this page, beside a word that there is more',
    { request: 'GET /visits?count=3', document: { visits: rows(), 'has-more': true, 'visit-offset': 731 } },
    'GET /visits?count=3&visitOffset=731',
  ],
  [
    'a place under the name that the response has for this one',
    { request: 'GET /repos', document: { start: 0, nextPageStart: 3, isLastPage: false, values: rows() } },
    'GET /repos?start=3',
  ],
  [
    'a cursor under the name that the request sends empty',
    { request: 'GET /log?since=&page_token=', document: { entries: rows(), next_page_token: 'p2' } },
    'GET /log?since=&page_token=p2',
  ],
  [
    'a marker in the spelling of the body',
    { request: 'POST / {"Limit":3}', document: { Keys: rows(), NextMarker: 'm3', Truncated: true } },
    'POST / {"Limit":3,"Marker":"m3"}',
  ],
  [
    'an object, whole',
    { request: 'POST /scan {"Limit":3}', document: { Items: rows(), LastEvaluatedKey: { Id: { S: 'r2' } } } },
    'POST /scan {"Limit":3,"ExclusiveStartKey":{"Id":{"S":"r2"}}}',
  ],
  [
    'a cursor beside the size of a page in the body',
    {
      request: 'POST /find {"where":{},"paging":{"per_page":3}}',
      document: { hits: rows(), pages: { next: { starting_after: 's3' }, total_pages: 4 } },
    },
    'POST /find {"where":{},"paging":{"per_page":3,"starting_after":"s3"}}',
  ],
  [
    'a connection six names deep',
    {
      request:
        'POST /graphql {"query":"query($c: String) { a { b { c { d { e(after: $c) { edges { node { id } } } } } } } }","variables":{}}',
      document: {
        data: {
          a: {
            b: { c: { d: { e: { edges: [{ node: { id: 1 } }], pageInfo: { hasNextPage: true, endCursor: 'z' } } } } },
          },
        },
        errors: [],
      },
      rowsSelector: '$.data.a.b.c.d.e.edges[*].node',
    },
    'POST /graphql {"query":"query($c: String) { a { b { c { d { e(after: $c) { edges { node { id } } } } } } } }","variables":{"c":"z"}}',
  ],
  [
    'a cursor in a header, as a parameter',
    { request: 'GET /builds?$top=3', headers: { 'x-acme-continuationtoken': '3' }, document: { value: rows() } },
    'GET /builds?$top=3&acmeContinuationToken=3',
  ],
  [
    'a cursor in a header, back as that header',
    {
      request: 'POST /docs {"query":"SELECT * FROM c"}',
      requestHeaders: ['X-MS-Version'],
      headers: { 'x-ms-continuation': '{"t":1}' },
      document: { Documents: rows() },
    },
    'POST /docs {"query":"SELECT * FROM c"} x-ms-continuation={"t":1}',
  ],
  [
    'two headers at once',
    {
      request: 'GET /devices()?$top=3',
      headers: { 'x-ms-continuation-nextpartitionkey': 'eu', 'x-ms-continuation-nextrowkey': 'd4' },
      document: { value: rows() },
    },
    'GET /devices()?$top=3&NextPartitionKey=eu&NextRowKey=d4',
  ],
  [
    'an address in a header',
    { request: 'GET /orders', headers: { 'x-next-page': `${origin}/orders?after=9` }, document: rows() },
    'GET /orders?after=9',
  ],
  [
    'members that are parameters themselves',
    {
      request: 'GET /w?list=pages',
      document: { continue: { pagefrom: 'B', continue: '-||' }, query: { pages: rows() } },
      rowsSelector: '$.query.pages[*]',
    },
    'GET /w?list=pages&pagefrom=B&continue=-||',
  ],
  [
    'a token that stands alone',
    {
      request: 'GET /oai?verb=List&prefix=dc',
      document:
        '<OAI><List><record><a>1</a></record><record><a>2</a></record><resumptionToken size="9">t2</resumptionToken></List></OAI>',
    },
    'GET /oai?verb=List&resumptionToken=t2',
  ],
  [
    'the cursor of a statement, alone',
    {
      request: 'POST /sql?format=json {"query":"SELECT a FROM t","fetch_size":3}',
      document: { columns: [{ name: 'a' }], rows: [[1], [2], [3]], cursor: 'c3' },
      rowsSelector: '$.rows[*]',
    },
    'POST /sql?format=json {"cursor":"c3"}',
  ],
  [
    'a cursor that goes to an address of its own',
    { request: 'POST /files/list {"path":""}', document: { entries: rows(), cursor: 'c1', has_more: true } },
    'POST /files/list/continue {"cursor":"c1"}',
  ],
  [
    'a link of XML that stands alone',
    {
      request: 'GET /feed',
      document: `<feed><entry><id>1</id></entry><entry><id>2</id></entry><link rel="next" href="${origin}/feed?skip=2"/></feed>`,
    },
    'GET /feed?skip=2',
  ],
  [
    'the pages of a statement, by GET',
    {
      request: 'POST /statement SELECT 1',
      document: { nextUri: `${origin}/statement/1/2`, columns: [{ name: 'a' }], data: [[1], [2]] },
      rowsSelector: '$.data[*]',
    },
    'GET /statement/1/2',
  ],
  [
    'a number beside a size in brackets',
    { request: 'GET /a?page[size]=3', document: { data: rows(), meta: { total: 9 } } },
    'GET /a?page[size]=3&page[number]=2',
  ],
  [
    'a place beside a size with a sign',
    { request: 'GET /a?$top=3', document: { value: rows(), '@odata.count': 9 } },
    'GET /a?$top=3&$skip=3',
  ],
  [
    'a place beside a size of two words',
    { request: 'GET /a?sysparm_limit=3', headers: { 'x-total-count': '9' }, document: { result: rows() } },
    'GET /a?sysparm_limit=3&sysparm_offset=3',
  ],
  [
    'a number beside a size, where a header has the total',
    { request: 'GET /posts?per_page=3', headers: { 'x-wp-total': '9' }, document: rows() },
    'GET /posts?per_page=3&page=2',
  ],
  [
    'names of another language',
    { request: 'GET /a?pagina=1&aantal=3', document: { lijst: rows(), pagina: 1, aantal: 3, totaal: 9 } },
    'GET /a?pagina=2&aantal=3',
  ],
  [
    'a head beside the rows',
    { request: 'GET /v2?per_page=3', document: [{ page: 1, pages: 4, per_page: 3 }, rows()], rowsSelector: '$[1][*]' },
    'GET /v2?per_page=3&page=2',
  ],
  [
    'a place that is told, before the last row',
    { request: 'GET /incidents?limit=3', document: { incidents: rows(), limit: 3, offset: 0, more: true } },
    'GET /incidents?limit=3&offset=3',
  ],
  [
    'the list of the rows, not a longer one beside it',
    {
      request: 'POST /jobs {"limit":3,"offset":0}',
      document: { total: 9, jobs: rows(), facets: rows(7) },
      rowsSelector: '$.jobs[*]',
    },
    'POST /jobs {"limit":3,"offset":3}',
  ],
])('%s leads to the next page', (_, seen, next) => {
  expect(nextOf(seen)).toBe(next);
});

test.each<[string, Seen]>([
  ['a stated end beside a cursor', { request: 'GET /a', document: { items: rows(), cursor: 'c', has_more: false } }],
  [
    'a stated end beside a link',
    { request: 'GET /a', document: { items: rows(), next: '/a?after=3', meta: { has_more: false } } },
  ],
  [
    'the last of the pages',
    { request: 'GET /a?page=2', document: { page: 2, pages: 2, items: rows(), next_cursor: 'c' } },
  ],
  [
    'an offset and rows that make the total',
    { request: 'GET /a?offset=6&limit=3', document: { offset: 6, total: 9, items: rows() } },
  ],
  ['a sum of money', { request: 'GET /bills', document: { bills: rows(), total: 600 } }],
])('nothing is proposed by itself for %s', (_, seen) => {
  expect(detectPagination(parsed(seen))).toBeUndefined();
});

test('other usual names are there to be tried, likeliest first', () => {
  const seen: Seen = {
    request: 'POST /q {"page_size":3}',
    document: { results: rows(), next_cursor: 'c', has_more: true },
  };
  const ways = paginationCandidates(parsed(seen)).map(({ pagination }) => nextOf(seen, pagination));
  expect(ways.slice(0, 2)).toEqual([
    'POST /q {"page_size":3,"cursor":"c"}',
    'POST /q {"page_size":3,"start_cursor":"c"}',
  ]);
  const silent: Seen = { request: 'GET /q', document: { results: rows(), total: 30 } };
  expect(paginationCandidates(parsed(silent)).map(({ pagination }) => nextOf(silent, pagination))).toEqual(
    expect.arrayContaining(['GET /q?page=2', 'GET /q?offset=3', 'GET /q?$skip=3']),
  );
});
