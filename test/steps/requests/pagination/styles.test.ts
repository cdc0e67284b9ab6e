import type { PageTarget, Pagination } from '../../../../src/shared/contract';
import { requestAfter, requestKey, type NextRequest } from '../../../../src/requests/pagination/next-page';
import type { PageFacts, PageRequest } from '../../../../src/requests/pagination/page-facts';
import { firstPage, itemsOfPage } from '../../../../src/requests/pagination/styles';

interface Answer {
  document: unknown;
  linkHeader?: string;
  headers?: [string, string][];
}

/** What a server of a style answers, when its page has these rows and the cursor or link leads there. */
interface ServerStyle {
  paging: Pagination;
  body?: string;
  /** `next` is absent on the last page. */
  response(rows: number[], next: string | undefined): Answer;
  /** The link or cursor to a page; the same for a page that says itself again. */
  linkTo(page: number): string;
  /** Whether this style follows links of the server's choosing. */
  hasLinks: boolean;
}

const origin = 'https://api.example.com';
const parameter = (name: string) => ({ in: 'parameter' as const, name });
const urlTo = (page: number) => `/items?at=${page}`;

const serverStyles: Record<string, ServerStyle> = {
  'odata-next-link': {
    paging: { style: 'odata-next-link' },
    response: (rows, next) => ({ document: { value: rows, '@odata.nextLink': next } }),
    linkTo: urlTo,
    hasLinks: true,
  },
  'link-header': {
    paging: { style: 'link-header' },
    response: (rows, next) => ({ document: rows, linkHeader: next && `<${next}>; rel="next"` }),
    linkTo: urlTo,
    hasLinks: true,
  },
  'next-url': {
    paging: { style: 'next-url', selector: '$.links.next' },
    response: (rows, next) => ({ document: { rows, links: { next: next ?? null } } }),
    linkTo: urlTo,
    hasLinks: true,
  },
  'cursor in a parameter': {
    paging: { style: 'cursor', selector: '$.next', moreSelector: '', target: parameter('cursor') },
    response: (rows, next) => ({ document: { rows, next } }),
    linkTo: (page) => `c/${page}=&`,
    hasLinks: false,
  },
  'cursor in the body': {
    paging: {
      style: 'cursor',
      selector: '$.info.end',
      moreSelector: '$.info.more',
      target: { in: 'body', name: 'variables.after' },
    },
    body: '{"query":"q","variables":{"first":2}}',
    response: (rows, next) => ({ document: { rows, info: { end: next ?? 'last', more: next !== undefined } } }),
    linkTo: (page) => `c${page}`,
    hasLinks: false,
  },
};

const countedStyles: Record<string, { paging: Pagination; numbers: (string | null)[]; name: string }> = {
  'page-number from 1': {
    paging: { style: 'page-number', target: parameter('page'), start: 1, itemsSelector: '$.rows' },
    name: 'page',
    numbers: ['1', '2', '3'],
  },
  'page-number from 0 until the total': {
    paging: {
      style: 'page-number',
      target: parameter('p'),
      start: 0,
      itemsSelector: '',
      total: { of: 'rows', selector: '$.total' },
    },
    name: 'p',
    numbers: ['0', '1', '2'],
  },
  'page-number until the total in a header': {
    paging: {
      style: 'page-number',
      target: parameter('page'),
      start: 1,
      itemsSelector: '$.rows',
      total: { of: 'rows', from: 'header', selector: 'x-total-count' },
    },
    name: 'page',
    numbers: ['1', '2', '3'],
  },
  'offset-limit until the total of a range': {
    paging: {
      style: 'offset-limit',
      offset: parameter('from'),
      limit: parameter('size'),
      pageSize: 2,
      start: 0,
      itemsSelector: '$.rows',
      total: { of: 'rows', from: 'header', selector: 'Content-Range' },
    },
    name: 'from',
    numbers: ['0', '2', '4'],
  },
  'offset-limit': {
    paging: {
      style: 'offset-limit',
      offset: parameter('skip'),
      limit: parameter('top'),
      pageSize: 2,
      start: 0,
      itemsSelector: '$.rows',
    },
    name: 'skip',
    numbers: ['0', '2', '4'],
  },
  'offset-limit from 1 until the total': {
    paging: {
      style: 'offset-limit',
      offset: parameter('startIndex'),
      limit: parameter('count'),
      pageSize: 2,
      start: 1,
      itemsSelector: '$.rows',
      total: { of: 'rows', selector: '$.total' },
    },
    name: 'startIndex',
    numbers: ['1', '3', '5'],
  },
};

interface Walk {
  requested: PageRequest[];
  end: Extract<NextRequest, { kind: 'end' }>['stopReason'];
}

/** Reads pages as a reader does, until the end; `answers` gives the response to the n-th request. */
function walk(
  paging: Pagination,
  body: string | undefined,
  responses: (index: number, request: PageRequest) => Answer,
): Walk {
  const keys = new Set<string>();
  const requested: PageRequest[] = [];
  let request = firstPage(paging, { url: new URL(`${origin}/items?keep=a%20b`), body });
  let itemsBefore = 0;
  for (let index = 0; index < 20; index++) {
    requested.push(request);
    keys.add(requestKey(request));
    const { document, linkHeader = null, headers = [] } = responses(index, request);
    const facts = { request, url: request.url, document, linkHeader, headers };
    const page: PageFacts = { ...facts, pagesBefore: index, itemsBefore };
    const next = requestAfter(paging, page, origin, keys);
    if (next.kind === 'end') return { requested, end: next.stopReason };
    itemsBefore += itemsOfPage(paging, document);
    request = next.request;
  }
  throw new Error('this walk does not end');
}

describe.each(Object.entries(serverStyles))('%s', (_, { paging, body, response, linkTo, hasLinks }) => {
  it('ends cleanly on a last page without cursor', () => {
    const { requested, end } = walk(paging, body, (index) =>
      response([1, 2], index < 2 ? linkTo(index + 2) : undefined),
    );
    expect([requested.length, end]).toEqual([3, 'complete']);
    expect(new Set(requested.map(requestKey)).size).toBe(3);
  });

  it('ends cleanly on an empty page', () => {
    const { requested, end } = walk(paging, body, (index) =>
      index === 0 ? response([1, 2], linkTo(2)) : response([], undefined),
    );
    expect([requested.length, end]).toEqual([2, 'complete']);
  });

  it('takes an empty page for the last one whatever it names, but where Microsoft Graph may send some, or it says outright that there is more', () => {
    const { requested, end } = walk(paging, body, (index) =>
      response(index === 1 ? [] : [1], index < 2 ? linkTo(index + 2) : undefined),
    );
    const goesOn = paging.style === 'odata-next-link' || ('moreSelector' in paging && paging.moreSelector !== '');
    expect([requested.length, end]).toEqual([goesOn ? 3 : 2, 'complete']);
  });

  it('ends without a warning at a page that names itself as the next', () => {
    const { requested, end } = walk(paging, body, () => response([1, 2], linkTo(2)));
    expect([requested.length, end]).toEqual([2, 'complete']);
  });

  it.each([
    'https://evil.example/items',
    '//evil.example/x',
    'https://evil.example/other?at=2',
    'https://a:b@api.example.com/',
    'http://a:b@inner/items?at=2',
    'ftp://api.example.com/x',
    'javascript:1',
  ])('never asks at %s', (link) => {
    const { requested, end } = walk(paging, body, (index) => response([1], index === 0 ? link : undefined));
    expect(requested.every(({ url }) => url.origin === origin && url.username === '')).toBe(true);
    expect([requested.length, end]).toEqual(hasLinks ? [1, 'foreign-link'] : [2, 'complete']);
  });

  it.each([
    ['http://api.example.com/items?at=2', '/items?at=2'],
    ['https://api.example.com:8443/x', '/x'],
    ['http://list-service:8080/items?at=2', '/items?at=2'],
    ['http://10.0.3.7/list?at=2', '/list?at=2'],
    ['https://list.svc.cluster.local/items?at=2', '/items?at=2'],
    ['https://backend.example.net/items?at=2', '/items?at=2'],
  ])('takes path and query of %s to its own origin', (link, path) => {
    const { requested, end } = walk(paging, body, (index) => response([1], index === 0 ? link : undefined));
    expect([requested.length, end]).toEqual([2, 'complete']);
    if (hasLinks) expect(requested[1]?.url.href).toBe(`${origin}${path}`);
  });

  it('asks for the same page three again after it failed', () => {
    const once = walk(paging, body, (index) => response([1, 2], index < 2 ? linkTo(index + 2) : undefined));
    const again = walk(paging, body, (index) => response([1, 2], index < 2 ? linkTo(index + 2) : undefined));
    expect(again.requested.map(requestKey)).toEqual(once.requested.map(requestKey));
  });
});

describe.each(Object.entries(countedStyles))('%s', (_, { paging, numbers, name }) => {
  const rowsOf = (index: number) => (index < 3 ? [1, 2] : []);
  const totalHeaders: [string, string][] = [
    ['X-Total-Count', '6'],
    ['content-range', 'items 0-1/6'],
  ];

  it('numbers its pages and keeps the rest of the query', () => {
    const { requested } = walk(paging, undefined, (index) => ({
      document: { rows: rowsOf(index), total: 6 },
      headers: totalHeaders,
    }));
    expect(requested.slice(0, 3).map(({ url }) => url.searchParams.get(name))).toEqual(numbers);
    expect(requested.every(({ url }) => url.search.startsWith('?keep=a%20b&'))).toBe(true);
  });

  it('ends cleanly at its total, or at the first empty page', () => {
    const { requested, end } = walk(paging, undefined, (index) => ({
      document: { rows: rowsOf(index), total: 6 },
      headers: totalHeaders,
    }));
    expect([requested.length, end]).toEqual(['total' in paging && paging.total ? 3 : 4, 'complete']);
  });

  it.each([{}, { total: 0 }, { total: 'many' }, { total: null }])(
    'ends at an empty page where the total is %j',
    (total) => {
      const { requested, end } = walk(paging, undefined, (index) => ({ document: { rows: rowsOf(index), ...total } }));
      expect([requested.length, end]).toEqual([4, 'complete']);
    },
  );

  it('is not ended by a total that more rows than it have disproved', () => {
    const { requested, end } = walk(paging, undefined, (index) => ({ document: { rows: rowsOf(index), total: 1 } }));
    expect([requested.length, end]).toEqual([4, 'complete']);
  });

  it('ends at a response without a list', () => {
    expect(walk(paging, undefined, () => ({ document: { error: 'x' } }))).toMatchObject({
      end: 'complete',
      requested: { length: 1 },
    });
  });

  it('does not skip rows where the server gives fewer than asked', () => {
    const { requested } = walk(paging, undefined, (index) => ({ document: { rows: index < 2 ? [1] : [] } }));
    const step = paging.style === 'offset-limit' ? 1 : Number(numbers[1]) - Number(numbers[0]);
    expect(requested.map(({ url }) => Number(url.searchParams.get(name)) - Number(numbers[0]))).toEqual([
      0,
      step,
      2 * step,
    ]);
  });

  it('takes no link from a response', () => {
    const document = (index: number) => ({
      rows: rowsOf(index),
      next: 'https://evil.example/',
      '@odata.nextLink': 'https://evil.example/',
    });
    const { requested } = walk(paging, undefined, (index) => ({
      document: document(index),
      linkHeader: '<https://evil.example/>; rel=next',
    }));
    expect(requested.every(({ url }) => url.origin === origin)).toBe(true);
  });
});

describe('a cursor that is a number', () => {
  const responses = (index: number) => ({ document: { rows: [{ id: (index + 1) * 10 }].slice(index < 2 ? 0 : 1) } });
  const cursor = (target: PageTarget): Pagination => ({
    style: 'cursor',
    selector: '$.rows[-1].id',
    moreSelector: '',
    target,
  });

  it('stays a number in a body', () => {
    const { requested } = walk(cursor({ in: 'body', name: 'variables.after' }), '{"variables":{"after":0}}', responses);
    expect(requested.map(({ body }) => body)).toEqual([0, 10, 20].map((after) => `{"variables":{"after":${after}}}`));
  });

  it('is written out in a query', () => {
    const { requested } = walk(cursor(parameter('after')), undefined, responses);
    expect(requested.map(({ url }) => url.searchParams.get('after'))).toEqual([null, '10', '20']);
  });
});

describe('page number until the number of pages', () => {
  it('ends at the last page', () => {
    const paging: Pagination = {
      style: 'page-number',
      target: parameter('page'),
      start: 1,
      itemsSelector: '',
      total: { of: 'pages', selector: '$.pages' },
    };
    expect(walk(paging, undefined, () => ({ document: { rows: [1], pages: '2' } })).requested).toHaveLength(2);
  });
});

describe('no paging', () => {
  it('has one page, whatever it says', () => {
    const { requested, end } = walk({ style: 'none' }, undefined, () => ({
      document: { '@odata.nextLink': '/x' },
      linkHeader: '</x>; rel=next',
    }));
    expect([requested.length, end]).toEqual([1, 'complete']);
  });
});

/** Where a link leads that stands in a response from that address, below the origin. */
function followed(from: string, members: object): string | false {
  const url = new URL(`${origin}${from}`);
  const request = { url: new URL(`${origin}/old/items`) };
  const page = { request, url, document: { value: [], ...members }, linkHeader: null, pagesBefore: 0, itemsBefore: 0 };
  const next = requestAfter({ style: 'odata-next-link' }, page, origin, new Set());
  return next.kind === 'page' && next.request.url.href.slice(origin.length);
}

describe('a relative link beside its base', () => {
  const next = (from: string, links: object, selector = '$._links.next') => {
    const url = new URL(`${origin}${from}`);
    const facts = {
      request: { url },
      url,
      document: { _links: links },
      linkHeader: null,
      pagesBefore: 0,
      itemsBefore: 0,
    };
    const found = requestAfter({ style: 'next-url', selector }, facts, origin, new Set());
    return found.kind === 'page' ? found.request.url.href.slice(origin.length) : found.stopReason;
  };

  it.each<[string, object, string]>([
    ['counts from it', { base: `${origin}/wiki`, next: '/rest/pages?start=2' }, '/wiki/rest/pages?start=2'],
    ['is taken once', { base: `${origin}/wiki/`, next: '/wiki/rest/pages?start=2' }, '/wiki/rest/pages?start=2'],
    ['is at the root without one', { next: '/rest/pages?start=2' }, '/rest/pages?start=2'],
    ['keeps to a base without path', { base: origin, next: '/rest/pages?start=2' }, '/rest/pages?start=2'],
    [
      'counts from the page where it has no slash',
      { base: `${origin}/wiki`, next: 'pages?start=2' },
      '/wiki/rest/pages?start=2',
    ],
    ['of another host is not followed', { base: 'https://evil.example/wiki', next: '/x?start=2' }, 'foreign-link'],
    ['of an inner host is asked for here', { base: 'http://wiki:8090/wiki', next: '/x?start=2' }, '/wiki/x?start=2'],
  ])('%s', (_, links, path) => {
    expect(next('/wiki/rest/pages', links)).toBe(path);
  });
});

describe('a relative link', () => {
  const link = (to: string) => ({ '@odata.nextLink': to });

  it('counts from where the page came from in the end', () => {
    const to = 'Books?%24count=true&%24skiptoken=3#part';
    expect(followed('/odata/v4/catalog/Books?x=1', link(to))).toBe(
      '/odata/v4/catalog/Books?%24count=true&%24skiptoken=3',
    );
  });

  it.each([
    ['below it', { '@odata.context': '../$metadata#Books' }, 'Authors(1)/books?%24skiptoken=3'],
    ['absolute', { '@odata.context': `${origin}/v4/$metadata#Books` }, 'Authors(1)/books?%24skiptoken=3'],
    ['in short', { '@context': '../$metadata#Books' }, 'Authors(1)/books?%24skiptoken=3'],
    ['with a query alone', { '@odata.context': '../$metadata#Books' }, '?%24skiptoken=3'],
    ['that is no URL', { '@odata.context': 'http://[' }, 'books?%24skiptoken=3'],
    ['that is no text', { '@odata.context': 7 }, 'books?%24skiptoken=3'],
  ])('of OData counts from the context of the response: %s', (_, context, to) => {
    expect(followed('/v4/Authors(1)/books?x=1', { ...context, ...link(to) })).toBe(
      '/v4/Authors(1)/books?%24skiptoken=3',
    );
  });

  it('is not followed where the context is another origin', () => {
    const context = { '@odata.context': 'https://evil.example/v4/$metadata#Books' };
    expect(followed('/v4/Books', { ...context, ...link('Books?%24skiptoken=3') })).toBe(false);
  });
});
