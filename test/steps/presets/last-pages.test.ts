import { readUpstream } from '../../../src/panel/read/read-upstream';
import { readBounds } from '../../../src/panel/shape/read-bounds';
import { presets } from '../../../src/presets/preset-registry';
import { fillPreset } from '../../../static/admin/form-model/data-source/fill-preset';
import { memoryServices } from '../../support/memory';
import { json } from '../../support/memory-upstream';
import { dataSourceSettings, openAccess, requestTo } from '../../support/panels';

const origin = 'https://api.example.com';
const linked = (rows: unknown, link: string) =>
  json(rows, { headers: { 'content-type': 'application/json', ...(link !== '' && { link }) } });
const next = `<${origin}/list?page=2>; rel="next"`;
const self = `<${origin}/list>; rel="self"`;
const two = [{ id: 1 }, { id: 2 }];
const more = [{ id: 3 }, { id: 4 }];

interface Served {
  rows: string;
  first: () => Response;
  last: () => Response;
  /** Where it is not as the last one. */
  only?: () => Response;
}

/** What the API of a preset sends: where its rows are, a page that leads on, and the last one. */
const pages: Record<string, Served> = {
  'microsoft-entra-id': {
    rows: '$.value[*]',
    first: () =>
      json({ '@odata.context': 'x', '@odata.count': 4, value: two, '@odata.nextLink': `${origin}/list?$skiptoken=2` }),
    last: () => json({ '@odata.context': 'x', value: more }),
  },
  google: {
    rows: '$.files[*]',
    first: () => json({ kind: 'drive#fileList', incompleteSearch: false, files: two, nextPageToken: 'p2' }),
    last: () => json({ kind: 'drive#fileList', incompleteSearch: false, files: more }),
  },
  github: {
    rows: '$[*]',
    first: () => linked(two, next),
    last: () => linked(more, `<${origin}/list?page=1>; rel="prev"`),
  },
  gitlab: {
    rows: '$[*]',
    first: () => linked(two, next),
    last: () =>
      json(more, {
        headers: {
          'content-type': 'application/json',
          'x-next-page': '',
          'x-total': '4',
          'x-page': '2',
          'x-per-page': '2',
        },
      }),
    only: () =>
      json(two, {
        headers: {
          'content-type': 'application/json',
          'x-next-page': '',
          'x-total': '2',
          'x-page': '1',
          'x-per-page': '20',
        },
      }),
  },
  atlassian: {
    rows: '$.issues[*]',
    first: () => json({ issues: two, nextPageToken: 'p2', isLast: false }),
    last: () => json({ issues: more, isLast: true }),
  },
  salesforce: {
    rows: '$.records[*]',
    first: () => json({ totalSize: 4, done: false, nextRecordsUrl: '/list?more', records: two }),
    last: () => json({ totalSize: 4, done: true, records: more }),
    only: () => json({ totalSize: 2, done: true, records: two }),
  },
  servicenow: {
    rows: '$.result[*]',
    first: () => linked({ result: two }, next),
    last: () => linked({ result: more }, `<${origin}/list?sysparm_offset=0>; rel="first"`),
  },
  okta: { rows: '$[*]', first: () => linked(two, `${self}, ${next}`), last: () => linked(more, self) },
  hubspot: {
    rows: '$.results[*]',
    first: () => json({ results: two, paging: { next: { after: '2', link: '?after=2' } } }),
    last: () => json({ results: more }),
  },
  zoho: {
    rows: '$.data[*]',
    first: () =>
      json({ data: two, info: { per_page: 2, count: 2, page: 1, more_records: true, next_page_token: 'p2' } }),
    last: () =>
      json({ data: more, info: { per_page: 2, count: 2, page: 2, more_records: false, next_page_token: null } }),
  },
  'azure-devops': {
    rows: '$.value[*]',
    first: () => json({ '@odata.context': 'x', value: two, '@odata.nextLink': `${origin}/list?$skiptoken=2` }),
    last: () => json({ '@odata.context': 'x', value: more }),
  },
  'sharepoint-list': {
    rows: '$.value[*]',
    first: () => json({ '@odata.context': 'x', value: two, '@odata.nextLink': `${origin}/list?$skiptoken=2` }),
    last: () => json({ '@odata.context': 'x', value: more }),
  },
  'jira-api-token': {
    rows: '$.issues[*]',
    first: () => json({ issues: two, nextPageToken: 'p2', isLast: false }),
    last: () => json({ issues: more, isLast: true }),
  },
  'confluence-api-token': {
    rows: '$.results[*]',
    first: () =>
      json(
        { results: two, _links: { next: '/list?cursor=2', base: `${origin}/wiki` } },
        { headers: { 'content-type': 'application/json', link: '</list?cursor=2>; rel="next"' } },
      ),
    last: () => json({ results: more, _links: { base: `${origin}/wiki` } }),
  },
  airtable: {
    rows: '$.records[*]',
    first: () => json({ records: two, offset: 'itr/rec' }),
    last: () => json({ records: more }),
  },
  notion: {
    rows: '$.results[*]',
    first: () => json({ object: 'list', results: two, next_cursor: 'p2', has_more: true, type: 'page' }),
    last: () => json({ object: 'list', results: more, next_cursor: null, has_more: false, type: 'page' }),
  },
  monday: {
    rows: '$.data.boards[*].items_page.items[*]',
    first: () => json({ data: { boards: [{ items_page: { cursor: 'p2', items: two } }] }, account_id: 1 }),
    last: () => json({ data: { boards: [{ items_page: { cursor: null, items: more } }] }, account_id: 1 }),
  },
  zendesk: {
    rows: '$.tickets[*]',
    first: () =>
      json({
        tickets: two,
        meta: { has_more: true, after_cursor: 'x', before_cursor: 'y' },
        links: { next: `${origin}/list?page[after]=x`, prev: `${origin}/list?page[before]=y` },
      }),
    last: () =>
      json({
        tickets: more,
        meta: { has_more: false, after_cursor: 'z', before_cursor: 'x' },
        links: { next: `${origin}/list?page[after]=z`, prev: `${origin}/list?page[before]=x` },
      }),
  },
  stripe: {
    rows: '$.data[*]',
    first: () => json({ object: 'list', url: '/v1/customers', has_more: true, data: two }),
    last: () => json({ object: 'list', url: '/v1/customers', has_more: false, data: more }),
  },
  shopify: {
    rows: '$.data.products.nodes[*]',
    first: () => json({ data: { products: { nodes: two, pageInfo: { hasNextPage: true, endCursor: 'p2' } } } }),
    last: () => json({ data: { products: { nodes: more, pageInfo: { hasNextPage: false, endCursor: 'p3' } } } }),
  },
  'sap-odata': {
    rows: '$.d.results[*]',
    first: () => json({ d: { __count: '4', results: two } }),
    last: () => json({ d: { __count: '4', results: more } }),
    only: () => json({ d: { __count: '2', results: two } }),
  },
  netsuite: {
    rows: '$.items[*]',
    first: () => json({ links: [], count: 2, hasMore: true, items: two, offset: 0, totalResults: 4 }),
    last: () => json({ links: [], count: 2, hasMore: false, items: more, offset: 2, totalResults: 4 }),
    only: () => json({ links: [], count: 2, hasMore: false, items: two, offset: 0, totalResults: 2 }),
  },
  socrata: { rows: '$[*]', first: () => json(two), last: () => json([]) },
  postgrest: { rows: '$[*]', first: () => json(two), last: () => json([]) },
  ckan: {
    rows: '$.result.records[*]',
    first: () => json({ success: true, result: { records: two, total: 4, _links: { next: '/list?offset=2' } } }),
    last: () => json({ success: true, result: { records: more, total: 4, _links: { next: '/list?offset=4' } } }),
    only: () => json({ success: true, result: { records: two, total: 2, _links: { next: '/list?offset=2' } } }),
  },
  snowflake: {
    rows: '$.data[*]',
    first: () =>
      json({
        resultSetMetaData: { numRows: 4, rowType: [{ name: 'ID' }], partitionInfo: [{ rowCount: 2 }, { rowCount: 2 }] },
        data: [['1'], ['2']],
        code: '090001',
        statementHandle: 'h1',
      }),
    last: () => json({ data: [['3'], ['4']] }),
    only: () =>
      json({
        resultSetMetaData: { numRows: 2, rowType: [{ name: 'ID' }], partitionInfo: [{ rowCount: 2 }] },
        data: [['1'], ['2']],
        code: '090001',
        statementHandle: 'h1',
      }),
  },
  databricks: {
    rows: '$..data_array[*]',
    first: () =>
      json({
        statement_id: 's1',
        status: { state: 'SUCCEEDED' },
        manifest: { total_row_count: 4, total_chunk_count: 2, truncated: false },
        result: {
          chunk_index: 0,
          row_count: 2,
          next_chunk_index: 1,
          next_chunk_internal_link: '/list/s1/chunks/1',
          data_array: [['1'], ['2']],
        },
      }),
    last: () => json({ chunk_index: 1, row_offset: 2, row_count: 2, data_array: [['3'], ['4']] }),
    only: () =>
      json({
        statement_id: 's1',
        status: { state: 'SUCCEEDED' },
        manifest: { total_row_count: 2, total_chunk_count: 1, truncated: false },
        result: { chunk_index: 0, row_count: 2, data_array: [['1'], ['2']] },
      }),
  },
  bigquery: {
    rows: '$.rows[*]',
    first: () =>
      json({
        jobReference: { projectId: 'p', jobId: 'j1', location: 'EU' },
        totalRows: '4',
        pageToken: 'p2',
        rows: two,
        jobComplete: true,
        cacheHit: false,
      }),
    last: () =>
      json({
        jobReference: { projectId: 'p', jobId: 'j1', location: 'EU' },
        totalRows: '4',
        rows: more,
        jobComplete: true,
      }),
    only: () => json({ jobReference: { jobId: 'j1', location: 'EU' }, totalRows: '2', rows: two, jobComplete: true }),
  },
  trino: {
    rows: '$.data[*]',
    first: () =>
      json({ id: 'q1', nextUri: `${origin}/list/q1/1`, columns: [{ name: 'id' }], data: [[1], [2]], stats: {} }),
    last: () => json({ id: 'q1', columns: [{ name: 'id' }], data: [[3], [4]], stats: { state: 'FINISHED' } }),
  },
  slack: {
    rows: '$.members[*]',
    first: () => json({ ok: true, members: two, cache_ts: 1760000000, response_metadata: { next_cursor: 'p2' } }),
    last: () => json({ ok: true, members: more, cache_ts: 1760000000, response_metadata: { next_cursor: '' } }),
  },
};

/** Of presets that differ in the sign-in alone, such as `google-service-account`, the API is the same. */
const servedTo = ({ key, pagination }: (typeof presets)[number]) =>
  pagination.style === 'none'
    ? undefined
    : (pages[key] ?? pages[Object.keys(pages).find((each) => key.startsWith(`${each}-`)) ?? '']);

const cases = presets.flatMap((preset) => {
  const served = servedTo(preset);
  return served ? [{ id: preset.key, preset, served }] : [];
});

async function read({ preset, served }: (typeof cases)[number], responses: (() => Response)[]) {
  const waiting = [...responses];
  const fetch = () => Promise.resolve(waiting.shift()?.() ?? new Response('', { status: 500 }));
  const inputs = Object.fromEntries(preset.inputs.map(({ name, placeholder }) => [name, placeholder]));
  const { pagination, request } = fillPreset(preset, inputs);
  const { method, body } = request;
  const settings = dataSourceSettings({
    request: requestTo(`${origin}/list`, { method, body }),
    pagination: 'pageSize' in pagination ? { ...pagination, pageSize: two.length } : pagination,
    response: { format: 'auto', errorSelector: preset.errorSelector ?? '', notReady: preset.notReady },
  });
  const selectors = { rows: [served.rows], others: [] };
  const upstream = { settings, access: openAccess, bounds: readBounds, values: {}, selectors };
  return readUpstream(upstream, memoryServices({ fetch }), () => two.length);
}

test('every preset with pages of its own is looked at', () => {
  expect(cases).toHaveLength(presets.filter(({ pagination }) => pagination.style !== 'none').length);
});

test.each(cases)('the pages of $id end without a doubt', async (each) => {
  const reading = await read(each, [each.served.first, each.served.last]);
  expect(reading).toMatchObject({ stopReason: 'complete', pagesRead: 2, warnings: [] });
  expect(reading).not.toHaveProperty('more');
});

test.each(cases)('the only page of $id ends without a doubt', async (each) => {
  const reading = await read(each, [each.served.only ?? each.served.last]);
  expect(reading).toMatchObject({ stopReason: 'complete', pagesRead: 1, warnings: [] });
});
