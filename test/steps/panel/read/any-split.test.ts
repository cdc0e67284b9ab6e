import fc from 'fast-check';
import { readUpstream } from '../../../../src/panel/read/read-upstream';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import type { Pagination, RequestSettings } from '../../../../src/shared/contract';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, openAccess, requestTo } from '../../../support/panels';
import { json, status } from '../../../support/memory-upstream';

const origin = 'https://api.example.com';

/** One request as the server sees it. */
interface LoadOptions {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

/** One page of the server, and what is known beside it. */
interface Served {
  rows: number[];
  /** Its number, from 0. */
  at: number;
  /** The place of its first row among all. */
  offset: number;
  pages: number;
  total: number;
}

/** An API that pages in one style: the page that a request asks for, and the response with it. */
interface Api {
  pagination: Pagination;
  request?: Partial<RequestSettings>;
  /** The number of the page, or `offset` where the API counts rows; beyond the last one nothing is there. */
  requested(request: LoadOptions): number | { offset: number };
  respond(page: Served): Response;
  /** Where the rows are, if not in `rows`. */
  rows?: string;
}

const post = (body: string): Partial<RequestSettings> => ({ method: 'POST', body: { kind: 'json', text: body } });
const parameter = (name: string) => ({ in: 'parameter' as const, name });
const pageOf = (text: string | null | undefined) => Number(text?.replace(/\D/g, '') || 0);
const next = ({ at, pages }: Served) => (at + 1 < pages ? at + 1 : undefined);
const nextLink = (page: Served) => (next(page) === undefined ? null : `/list?at=${next(page)}`);
const nextToken = (page: Served) => (next(page) === undefined ? undefined : `t${next(page)}`);
const atOf = ({ url }: LoadOptions) => pageOf(url.searchParams.get('at'));
const bodyOf = ({ body }: LoadOptions) => body as Record<string, unknown>;

const apis: Record<string, Api> = {
  'OData next link': {
    pagination: { style: 'odata-next-link' },
    rows: '$.value[*]',
    requested: atOf,
    respond: (page) => json({ value: page.rows, '@odata.nextLink': nextLink(page) ?? undefined }),
  },
  'Link header': {
    rows: '$[*]',
    pagination: { style: 'link-header' },
    requested: atOf,
    respond: (page) => withHeaders(page, nextLink(page) === null ? {} : { link: `<${nextLink(page)}>; rel="next"` }),
  },
  'Link header, followed by GET': {
    rows: '$[*]',
    pagination: { style: 'link-header', method: 'GET' },
    request: post('{"statement":"s"}'),
    requested: (request) => (request.method === 'GET' && request.body === undefined ? atOf(request) : 0),
    respond: (page) => withHeaders(page, nextLink(page) === null ? {} : { link: `<${nextLink(page)}>; rel="next"` }),
  },
  'next URL, with a word on the end': {
    pagination: { style: 'next-url', selector: '$.page.next', moreSelector: '$.page.more' },
    requested: atOf,
    respond: (page) =>
      json({ rows: page.rows, page: { next: `/list?at=${page.at + 1}`, more: next(page) !== undefined } }),
  },
  'next URL of an inner host': {
    pagination: { style: 'next-url', selector: '$.next' },
    requested: atOf,
    respond: (page) => json({ rows: page.rows, next: nextLink(page) && `http://inner:8000${nextLink(page)}` }),
  },
  'next URL in a header': {
    rows: '$[*]',
    pagination: { style: 'header-url', header: 'X-Next' },
    requested: atOf,
    respond: (page) => withHeaders(page, nextLink(page) === null ? {} : { 'x-next': nextLink(page)! }),
  },
  'cursor in a parameter': {
    pagination: { style: 'cursor', selector: '$.next', moreSelector: '', target: parameter('after') },
    requested: ({ url }) => pageOf(url.searchParams.get('after')),
    respond: (page) => json({ rows: page.rows, next: nextToken(page) }),
  },
  'cursor in a list of the body': {
    pagination: {
      style: 'cursor',
      selector: '$.next',
      moreSelector: '',
      target: { in: 'body', name: 'params[0].cursor' },
    },
    request: post('{"method":"list","params":[{"size":2}]}'),
    requested: (request) => pageOf((bodyOf(request) as { params: { cursor?: string }[] }).params[0]?.cursor),
    respond: (page) => json({ rows: page.rows, next: nextToken(page) }),
  },
  'cursor that is an object': {
    pagination: { style: 'cursor', selector: '$.last', moreSelector: '', target: { in: 'body', name: 'start' } },
    request: post('{}'),
    requested: (request) => (bodyOf(request) as { start?: { id: [number] } }).start?.id[0] ?? 0,
    respond: (page) => json({ rows: page.rows, last: next(page) === undefined ? null : { id: [next(page)] } }),
  },
  'cursor that stands alone': {
    pagination: { style: 'cursor', selector: '$.next', moreSelector: '', target: parameter('token'), only: ['verb'] },
    request: { parameters: ['verb', 'set'].map((name) => ({ name, value: name })) },
    requested: ({ url }) => {
      const token = url.searchParams.get('token');
      const isRight = url.searchParams.get('verb') === 'verb' && (token === null) === url.searchParams.has('set');
      return isRight ? pageOf(token) : Infinity;
    },
    respond: (page) => json({ rows: page.rows, next: nextToken(page) }),
  },
  'cursor from header to header': {
    rows: '$[*]',
    pagination: {
      style: 'values',
      values: [{ from: 'header', name: 'X-Continuation', target: { in: 'header', name: 'X-Continuation' } }],
    },
    requested: ({ headers }) => pageOf(headers['x-continuation']),
    respond: (page) =>
      withHeaders(page, nextToken(page) === undefined ? {} : { 'x-continuation': `{"t":"${nextToken(page)}"}` }),
  },
  'two values at once': {
    pagination: {
      style: 'values',
      values: [
        { from: 'header', name: 'x-tens', target: parameter('tens') },
        { from: 'body', name: '$.ones', target: parameter('ones') },
      ],
    },
    // A value that is missing is none of the request before it.
    requested: ({ url }) => 10 * Number(url.searchParams.get('tens') ?? 0) + Number(url.searchParams.get('ones') ?? 0),
    respond(page) {
      const to = next(page);
      const [tens, ones] = to === undefined ? [0, 0] : [Math.floor(to / 10), to % 10];
      const headers: Record<string, string> = tens > 0 ? { 'x-tens': String(tens) } : {};
      return json(
        { rows: page.rows, ...(ones > 0 && { ones }) },
        { headers: { 'content-type': 'application/json', ...headers } },
      );
    },
  },
  'continuation object': {
    pagination: { style: 'continuation-object', selector: '$.continue', target: 'parameter' },
    // Its members change their names from page to page, and none of an earlier one may be left.
    requested({ url }) {
      const [name, ...others] = [...url.searchParams.keys()].filter((each) => /^m\d$/.test(each));
      return others.length > 0 ? Infinity : pageOf(url.searchParams.get(name ?? ''));
    },
    respond: (page) =>
      json({
        rows: page.rows,
        ...(next(page) !== undefined && { continue: { [`m${page.at % 3}`]: `c${next(page)}` } }),
      }),
  },
  'another request with the cursor alone': {
    pagination: {
      style: 'next-request',
      method: 'POST',
      url: 'continue',
      body: '{"cursor":"{cursor}"}',
      values: [{ name: 'cursor', selector: '$.cursor' }],
      moreSelector: '$.more',
      partsSelector: '',
    },
    request: post('{"path":""}'),
    requested: ({ url, body }) => (url.pathname === '/list/continue' ? pageOf((body as { cursor: string }).cursor) : 0),
    respond: (page) => json({ rows: page.rows, cursor: `c${page.at + 1}`, more: next(page) !== undefined }),
  },
  'numbered parts of a statement': {
    pagination: {
      style: 'next-request',
      method: 'GET',
      url: '/statements/{id}/parts/{part}',
      body: '',
      values: [{ name: 'id', selector: '$.id', isKept: true }],
      moreSelector: '',
      partsSelector: '$.parts',
    },
    request: post('{"statement":"s"}'),
    requested: ({ url, method }) =>
      method === 'GET' ? pageOf(/^\/statements\/a%20b\/parts\/(\d+)$/.exec(url.pathname)?.[1]) : 0,
    respond: (page) => json(page.at === 0 ? { id: 'a b', parts: page.pages, rows: page.rows } : { rows: page.rows }),
  },
  'page number until an empty page': {
    pagination: { style: 'page-number', target: parameter('page'), start: 1, itemsSelector: '' },
    requested: ({ url }) => pageOf(url.searchParams.get('page')) - 1,
    respond: ({ rows }) => json({ rows }),
  },
  'page number until the number of pages': {
    pagination: {
      style: 'page-number',
      target: parameter('page'),
      start: 0,
      itemsSelector: '$.rows',
      total: { of: 'pages', selector: '$.pages' },
    },
    requested: ({ url }) => pageOf(url.searchParams.get('page')),
    respond: ({ rows, pages }) => json({ rows, pages }),
  },
  'offset until the total': {
    pagination: {
      style: 'offset-limit',
      offset: parameter('skip'),
      limit: parameter('top'),
      pageSize: 3,
      start: 0,
      itemsSelector: '$.rows',
      total: { of: 'rows', selector: '$.total' },
    },
    requested: ({ url }) => ({ offset: pageOf(url.searchParams.get('skip')) }),
    respond: ({ rows, total }) => json({ rows, total }),
  },
};

function withHeaders({ rows }: Served, headers: Record<string, string>): Response {
  return json(rows, { headers: { 'content-type': 'application/json', ...headers } });
}

/** Rows 0, 1, 2 … in pages of these sizes. */
function pagesOf(sizes: readonly number[]): Served[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let offset = 0;
  return sizes.map((size, at) => {
    const rows = Array.from({ length: size }, (_, index) => offset + index);
    offset += size;
    return { rows, at, offset: offset - size, pages: sizes.length, total };
  });
}

/** What is read of that API, where the server has these pages and `answer` may answer something else. */
async function read(
  api: Api,
  sizes: readonly number[],
  response: (at: number) => Response | undefined = () => undefined,
  mayHurry = false,
) {
  const pages = pagesOf(sizes);
  const services = memoryServices({
    fetch(url, { method, headers, body }) {
      const found = api.requested({ url, method, headers, body: body === undefined ? undefined : JSON.parse(body) });
      const at = typeof found === 'number' ? found : pages.findIndex(({ offset }) => offset === found.offset);
      const page = pages[at] ?? { rows: [], at, offset: 0, pages: pages.length, total: pages[0]!.total };
      return Promise.resolve(response(at) ?? api.respond(page));
    },
  });
  const settings = dataSourceSettings({
    request: requestTo(`${origin}/list`, api.request),
    pagination: api.pagination,
  });
  const rows: number[] = [];
  const take = (document: unknown): number => {
    const { value, rows: found = value ?? [] } = (Array.isArray(document) ? { rows: document } : document) as Record<
      string,
      number[]
    >;
    rows.push(...found);
    return found.length;
  };
  const upstream = {
    settings,
    access: openAccess,
    bounds: readBounds,
    values: {},
    selectors: { rows: [api.rows ?? '$.rows[*]'], others: [] },
    mayHurry: () => mayHurry,
  };
  return { reading: await readUpstream(upstream, services, take), rows };
}

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 14 });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const failures = [() => status(500), () => json({ error: 'internal' }), () => status(200, {}, '<html>')];

describe.each(Object.entries(apis))('rows that come by %s', (_, api) => {
  it('arrive once and in order, however they are split into pages', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (split, mayHurry) => {
        const { reading, rows } = await read(api, split, undefined, mayHurry);
        expect(rows).toEqual(upTo(split.reduce((sum, size) => sum + size, 0)));
        expect(reading).toMatchObject({ stopReason: 'complete', warnings: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('are never called complete where a page is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.nat(),
        fc.constantFrom(...failures),
        fc.boolean(),
        async (split, which, failure, mayHurry) => {
          const missing = 1 + (which % Math.max(1, split.length - 1));
          if (missing >= split.length) return;
          const { reading, rows } = await read(api, split, (at) => (at === missing ? failure() : undefined), mayHurry);
          expect(reading.stopReason).not.toBe('complete');
          expect(rows).toEqual(upTo(split.slice(0, missing).reduce((sum, size) => sum + size, 0)));
        },
      ),
      { numRuns: 25 },
    );
  });
});
