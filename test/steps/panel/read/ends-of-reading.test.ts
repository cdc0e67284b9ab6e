import { readUpstream } from '../../../../src/panel/read/read-upstream';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import type { Pagination } from '../../../../src/shared/contract';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, openAccess, requestTo } from '../../../support/panels';
import { json } from '../../../support/memory-upstream';

const origin = 'https://api.example.com';
const parameter = (name: string) => ({ in: 'parameter' as const, name });
const byPage: Pagination = { style: 'page-number', target: parameter('page'), start: 1, itemsSelector: '' };
const byOffset: Pagination = {
  style: 'offset-limit',
  offset: parameter('offset'),
  limit: parameter('limit'),
  pageSize: 2,
  start: 0,
  itemsSelector: '',
};
const byCursor: Pagination = { style: 'cursor', selector: '$.next', moreSelector: '', target: parameter('after') };
const byUrl: Pagination = { style: 'next-url', selector: '$.next' };

/** What a reading comes to of which these are the responses, in order. */
async function read(pagination: Pagination, responses: (object | Response)[], path = '/rows', taken: unknown[] = []) {
  let at = 0;
  const fetch = () => {
    const response = responses[at++] ?? new Response('', { status: 500 });
    return Promise.resolve(response instanceof Response ? response : json(response));
  };
  const settings = dataSourceSettings({ request: requestTo(`${origin}${path}`), pagination });
  const selectors = { rows: ['$.rows[*]'], others: [] };
  const upstream = { settings, access: openAccess, bounds: readBounds, values: {}, selectors };
  return readUpstream(upstream, memoryServices({ fetch }), (document) => {
    taken.push(document);
    return ((document as { rows?: unknown[] } | null)?.rows ?? []).length;
  });
}

const refusal = (status: number, message: string) =>
  new Response(JSON.stringify({ message }), { status, headers: { 'content-type': 'application/json' } });

test.each<[string, Pagination, (object | Response)[], number]>([
  ['404', byPage, [{ rows: [1, 2] }, { rows: [3, 4] }, refusal(404, 'Not here')], 4],
  ['416', byOffset, [{ rows: [1, 2] }, refusal(416, '')], 2],
  ['400 that speaks of the page', byPage, [{ rows: [1, 2] }, refusal(400, 'Invalid page number')], 2],
  ['400 that speaks of the offset', byOffset, [{ rows: [1, 2] }, refusal(400, 'offset is out of bounds')], 2],
  ['400 after a page that was not full', byOffset, [{ rows: [1, 2] }, { rows: [3] }, refusal(400, 'No.')], 3],
  [
    'a cursor that is null',
    byCursor,
    [
      { rows: [1], next: 'b', total: 2 },
      { rows: [2], next: null, total: 2 },
    ],
    2,
  ],
  ['an absent list beside known members', byCursor, [{ kind: 'k', rows: [1], next: 'b' }, { kind: 'k' }], 1],
  [
    'a cursor beside an estimate that was too high',
    byCursor,
    [
      { rows: [1], next: 'b' },
      { rows: [2], estimated_total: 3 },
    ],
    2,
  ],
])('%s is a normal end', async (_, pagination, responses, rowsRead) => {
  expect(await read(pagination, responses)).toMatchObject({ stopReason: 'complete', rowsRead, warnings: [] });
});

test.each<[string, Pagination, (object | Response)[], object]>([
  [
    'a 400 for another reason after a full page',
    byPage,
    [{ rows: [1, 2] }, refusal(400, 'The key is wrong')],
    { stopReason: 'failed', rowsRead: 2 },
  ],
  ['a 403 after good pages', byPage, [{ rows: [1, 2] }, refusal(403, 'No')], { stopReason: 'failed', rowsRead: 2 }],
  [
    'an error with a status of success',
    byCursor,
    [{ rows: [1, 2], next: 'b' }, { error: 'internal' }],
    { stopReason: 'failed', rowsRead: 2 },
  ],
  [
    'a total that is not reached as the cursor ends',
    byCursor,
    [
      { rows: [1], next: 'b', total: 9 },
      { rows: [2], total: 9 },
    ],
    { stopReason: 'unfollowed', more: { by: 'total', total: 9 } },
  ],
  [
    'a word that there is more as the link ends',
    byUrl,
    [
      { rows: [1], next: '/rows?b' },
      { rows: [2], has_more: true },
    ],
    { stopReason: 'unfollowed', more: { by: 'flag' } },
  ],
  [
    'a link to itself beside a word that there is more',
    byUrl,
    [
      { rows: [1], next: '/rows?b' },
      { rows: [2], next: '/rows?b', has_more: true },
    ],
    { stopReason: 'unfollowed', more: { by: 'flag' } },
  ],
  [
    'a total that pages of numbers do not reach',
    byPage,
    [
      { rows: [1, 2], total: 9 },
      { rows: [], total: 9 },
    ],
    { stopReason: 'unfollowed', more: { by: 'total', total: 9 } },
  ],
])('%s is never complete', async (_, pagination, responses, reading) => {
  expect(await read(pagination, responses)).toMatchObject(reading);
});

test('a link to an inner host is requested here, and said to be elsewhere where it leads nowhere', async () => {
  const first = { rows: [1], next: 'http://inner:8000/rows?b' };
  const readingOf = (second: object | Response) => read(byUrl, [first, second]);
  expect(await readingOf({ rows: [2], next: null })).toMatchObject({ stopReason: 'complete', rowsRead: 2 });
  expect(await readingOf(refusal(404, 'Not here'))).toMatchObject({ stopReason: 'foreign-link', rowsRead: 1 });
  expect(await readingOf(refusal(403, 'Not you'))).toMatchObject({ stopReason: 'failed', rowsRead: 1 });
  expect(await readingOf(refusal(500, 'Broken'))).toMatchObject({ stopReason: 'failed', rowsRead: 1 });
});

test('pages that only lead on to rows are no pages of the list, and one that ends so is', async () => {
  const taken: unknown[] = [];
  const waiting = { id: 1, warnings: [], next: '/rows?b' };
  const running = { id: 1, parts: [{ id: 2 }], next: '/rows?c' };
  await read(byUrl, [waiting, running, { id: 1, rows: [1], next: '/rows?d' }, { id: 1, next: null }], '/rows', taken);
  expect(taken).toEqual([expect.objectContaining({ rows: [1] }), { id: 1, next: null }]);
  const ended = { id: 1, failed: 'yes', next: null };
  await read(byUrl, [waiting, ended], '/rows', taken);
  expect(taken.at(-1)).toEqual(ended);
  const other = { id: 1, parts: [{ id: 2 }], next: '/rows?b' };
  await read(byUrl, [other, ended], '/rows', taken);
  expect(taken.slice(-2)).toEqual([other, ended]);
});

test('as many rows as were asked for are all, however many pages they came in', async () => {
  const pages = [
    { rows: [1, 2, 3], next: '/rows?b', total: 9 },
    { rows: [4], next: null, total: 9 },
  ];
  expect(await read(byUrl, pages, '/rows?$top=4')).toMatchObject({ stopReason: 'complete', rowsRead: 4 });
});

test('rows left out of a page by a filter do not end it where the response says that there is more', async () => {
  const paging: Pagination = { ...byCursor, moreSelector: '$.more' };
  const pages = [
    { rows: [1], next: 'b', more: true },
    { rows: [], next: 'c', more: true },
    { rows: [2], next: 'd', more: false },
  ];
  expect(await read(paging, pages)).toMatchObject({ stopReason: 'complete', rowsRead: 2, pagesRead: 3 });
});

test('a list deep in the response is not taken for empty because another one is', async () => {
  const page = (rows: number[], next?: string) => ({ errors: [], rows, next });
  expect(await read(byCursor, [page([1], 'b'), page([2])])).toMatchObject({ stopReason: 'complete', rowsRead: 2 });
});

test('the first page alone, where that is wanted, is told as such and never as a warning', async () => {
  const first: Pagination = { style: 'none', firstPageOnly: true };
  const cut = await read(first, [{ rows: [1, 2], total: 9 }]);
  expect(cut).toMatchObject({ stopReason: 'first-page', rowsRead: 2, warnings: [] });
  expect(cut).not.toHaveProperty('more');
  expect(await read(first, [{ rows: [1, 2], total: 2 }])).toMatchObject({ stopReason: 'complete' });
});
