import type { Pagination, RequestBody } from '../../../../src/shared/contract';
import type { Reading } from '../../../../src/shared/frame';
import { readBounds } from '../../../../src/panel/shape/read-bounds';
import { readUpstream } from '../../../../src/panel/read/read-upstream';
import type { OutboundInit } from '../../../../src/ports';
import { memoryServices } from '../../../support/memory';
import { dataSourceSettings, openAccess, requestTo } from '../../../support/panels';
import { json } from '../../../support/memory-upstream';

const origin = 'https://api.example.com';
const start = `${origin}/items?keep=a%20b`;

/** A page of the server: its rows, and what leads on from it; nothing after the last one. */
interface ServedPage {
  rows: number[];
  next?: string;
}

/** How an API of a style is asked and answers. */
interface Style {
  pagination: Pagination;
  body?: RequestBody;
  /** The number of the page, from 1, that a request asks for. */
  requested(url: URL, body: string | undefined): number;
  /** What leads to a page, as the response names it. */
  nameOf(page: number): string;
  response(page: ServedPage): Response;
  /** The response names the address of its next page, which could be anywhere. */
  hasLinks: boolean;
}

const inParameter = (name: string) => ({ in: 'parameter' as const, name });
const atOf = (url: URL) => Number(url.searchParams.get('at') ?? 1);
const linkTo = (page: number) => `/items?at=${page}`;
const graphql: RequestBody = {
  kind: 'graphql',
  query: 'query($after: String) { items }',
  variables: '{"after": null}',
};
const afterIn = (body = '{}') => (JSON.parse(body) as { variables: { after: string | null } }).variables.after;

const linked = (pagination: Pagination, response: Style['response']): Style => {
  return { pagination, requested: atOf, nameOf: linkTo, response, hasLinks: true };
};

const cursors: Record<string, Style> = {
  'OData next link': linked({ style: 'odata-next-link' }, ({ rows, next }) =>
    json({ value: rows, '@odata.nextLink': next }),
  ),
  'Link header': linked({ style: 'link-header' }, ({ rows, next }) => {
    const headers = { 'content-type': 'application/json', ...(next && { link: `<${next}>; rel="next"` }) };
    return json(rows, { headers });
  }),
  'next URL in the body': linked({ style: 'next-url', selector: '$.links.next' }, ({ rows, next }) =>
    json({ rows, links: { next: next ?? null } }),
  ),
  'cursor in a parameter': {
    pagination: { style: 'cursor', selector: '$.next', moreSelector: '', target: inParameter('cursor') },
    requested: (url) => Number(url.searchParams.get('cursor')?.slice(2) ?? 1),
    nameOf: (page) => `c=${page}`,
    response: ({ rows, next }) => json({ rows, next }),
    hasLinks: false,
  },
  'cursor in a GraphQL body': {
    pagination: {
      style: 'cursor',
      selector: '$.data.page.end',
      moreSelector: '$.data.page.more',
      target: { in: 'body', name: 'variables.after' },
    },
    body: graphql,
    requested: (_, body) => Number(afterIn(body)?.slice(1) ?? 1),
    nameOf: (page) => `c${page}`,
    response: ({ rows, next }) => json({ data: { rows, page: { end: next ?? 'end', more: next !== undefined } } }),
    hasLinks: false,
  },
};

const counted: Record<string, Style> = {
  'page number': {
    pagination: { style: 'page-number', target: inParameter('page'), start: 1, itemsSelector: '$.rows' },
    requested: (url) => Number(url.searchParams.get('page')),
    nameOf: String,
    response: ({ rows }) => json({ rows }),
    hasLinks: false,
  },
  'offset and limit': {
    pagination: {
      style: 'offset-limit',
      offset: inParameter('skip'),
      limit: inParameter('top'),
      pageSize: 2,
      start: 0,
      itemsSelector: '',
    },
    requested: (url) => Number(url.searchParams.get('skip')) / 2 + 1,
    nameOf: String,
    response: ({ rows }) => json({ rows }),
    hasLinks: false,
  },
};

/** Reads from a server that answers a page as told, or with a failure. */
async function read(style: Style, pages: (page: number) => ServedPage | Response) {
  const requests: { url: URL; init: OutboundInit }[] = [];
  const services = memoryServices({
    fetch: (url, init) => {
      requests.push({ url, init });
      const page = pages(style.requested(url, init.body));
      return Promise.resolve(page instanceof Response ? page : style.response(page));
    },
  });
  const request = requestTo(start, style.body ? { method: 'POST', body: style.body } : {});
  const settings = dataSourceSettings({ request, pagination: style.pagination });
  const rows: number[] = [];
  const take = (document: unknown): number => {
    const found = rowsIn(document);
    rows.push(...found);
    return found.length;
  };
  const upstream = { settings, access: openAccess, bounds: readBounds, values: {}, selectors: { rows: [] } };
  const reading: Reading = await readUpstream(upstream, services, take);
  return { reading, rows, requests };
}

function rowsIn(document: unknown): number[] {
  if (Array.isArray(document)) return document as number[];
  const { value, rows, data } = document as { value?: number[]; rows?: number[]; data?: { rows: number[] } };
  return value ?? rows ?? data?.rows ?? [];
}

const rowsOf = (page: number) => [2 * page - 1, 2 * page];

describe.each(Object.entries({ ...cursors, ...counted }))('%s', (name, style) => {
  const isCounted = name in counted;
  const upTo = (last: number) => (page: number) => {
    const served = { rows: page <= last ? rowsOf(page) : [] };
    return page < last ? { ...served, next: style.nameOf(page + 1) } : served;
  };

  it('ends cleanly on a last page without cursor', async () => {
    const { reading, rows, requests } = await read(style, upTo(3));
    expect(rows).toEqual([1, 2, 3, 4, 5, 6]);
    expect(reading).toMatchObject({ stopReason: 'complete', warnings: [] });
    expect(requests).toHaveLength(isCounted ? 4 : 3);
  });

  it('ends cleanly on an empty page', async () => {
    const { reading, rows } = await read(style, (page) =>
      page === 1 ? { rows: [1, 2], next: style.nameOf(2) } : { rows: [] },
    );
    expect(rows).toEqual([1, 2]);
    expect(reading).toMatchObject({ stopReason: 'complete', pagesRead: 2, warnings: [] });
  });

  it('stops with a word about it where a page comes again', async () => {
    const { reading, requests } = await read(style, (page) => ({
      rows: isCounted ? [1, 2] : [page, page + 10],
      next: style.nameOf(page < 3 ? page + 1 : 2),
    }));
    expect(reading.stopReason).toBe('repeated-link');
    expect(reading.rowsRead).toBeLessThanOrEqual(6);
    expect(requests).toHaveLength(isCounted ? 2 : 3);
    if (isCounted) expect(reading.warnings).toEqual(['Page 2 returned the same rows as page 1.']);
  });

  it('asks nobody at another origin', async () => {
    const foreign = 'https://evil.example/items';
    const { reading, rows, requests } = await read(style, (page) =>
      page === 1 ? { rows: [1, 2], next: foreign } : { rows: [] },
    );
    expect(requests.every(({ url }) => url.origin === origin)).toBe(true);
    expect(rows).toEqual([1, 2]);
    if (style.hasLinks) expect(reading).toMatchObject({ stopReason: 'foreign-link', pagesRead: 1 });
  });

  it('keeps two pages when the third fails, and says which is missing', async () => {
    const { reading, rows } = await read(style, (page) =>
      page === 3 ? new Response('', { status: 500 }) : upTo(9)(page),
    );
    expect(rows).toEqual([1, 2, 3, 4]);
    expect(reading).toMatchObject({ stopReason: 'failed', pagesRead: 2 });
    expect(reading.warnings).toEqual([expect.stringMatching(/^Page 3 is missing\. Directory failed \(status 500\)\./)]);
  });

  it('keeps the rest of the request on every page', async () => {
    const { requests } = await read(style, upTo(2));
    const [first] = requests;
    if (!style.hasLinks) expect(requests.every(({ url }) => url.searchParams.get('keep') === 'a b')).toBe(true);
    expect(requests.every(({ init }) => init.method === first?.init.method)).toBe(true);
    expect(requests.every(({ init }) => typeof init.body === typeof first?.init.body)).toBe(true);
  });
});

it('counts the rows of a page before a panel filters them, so that it does not stop at a page it shows nothing of', async () => {
  const style = counted['page number'];
  if (!style) throw new Error('the style is there');
  const requested: number[] = [];
  const services = memoryServices({
    fetch: (url) => {
      const page = style.requested(url, undefined);
      requested.push(page);
      return Promise.resolve(style.response({ rows: page <= 3 ? rowsOf(page) : [] }));
    },
  });
  const settings = dataSourceSettings({ request: requestTo(start), pagination: style.pagination });
  const upstream = { settings, access: openAccess, bounds: readBounds, values: {}, selectors: { rows: [] } };
  const reading = await readUpstream(upstream, services, () => 0);
  expect(requested).toEqual([1, 2, 3, 4]);
  expect(reading).toMatchObject({ stopReason: 'complete', rowsRead: 0 });
});

it('keeps the page before, where the next cannot be asked for', async () => {
  const pagination: Pagination = {
    style: 'cursor',
    selector: '$.next',
    moreSelector: '',
    target: { in: 'body', name: 'after' },
  };
  const body: RequestBody = { kind: 'json', text: '[1]' };
  const settings = dataSourceSettings({ request: requestTo(start, { method: 'POST', body }), pagination });
  const services = memoryServices({ fetch: () => Promise.resolve(json({ rows: [1], next: 'x' })) });
  const upstream = { settings, access: openAccess, bounds: readBounds, values: {}, selectors: { rows: [] } };
  const reading = await readUpstream(upstream, services, () => 1);
  expect(reading).toMatchObject({ stopReason: 'failed', rowsRead: 1 });
  expect(reading.warnings[0]).toMatch(/^Page 2 is missing\. /);
});
