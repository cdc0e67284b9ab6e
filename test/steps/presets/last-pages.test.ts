import { readUpstream } from '../../../src/panel/read/read-upstream';
import { readBounds } from '../../../src/panel/shape/read-bounds';
import { presets } from '../../../src/presets/preset-registry';
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
  slack: {
    rows: '$.members[*]',
    first: () => json({ ok: true, members: two, cache_ts: 1760000000, response_metadata: { next_cursor: 'p2' } }),
    last: () => json({ ok: true, members: more, cache_ts: 1760000000, response_metadata: { next_cursor: '' } }),
  },
};

/** Of presets that differ in the sign-in alone, such as `google-service-account`, the API is the same. */
const servedTo = (key: string) =>
  pages[key] ?? pages[Object.keys(pages).find((each) => key.startsWith(`${each}-`)) ?? ''];

const cases = presets.flatMap((preset) => {
  const served = servedTo(preset.key);
  return served ? [{ id: preset.key, preset, served }] : [];
});

async function read({ preset, served }: (typeof cases)[number], responses: (() => Response)[]) {
  const waiting = [...responses];
  const fetch = () => Promise.resolve(waiting.shift()?.() ?? new Response('', { status: 500 }));
  const settings = dataSourceSettings({ request: requestTo(`${origin}/list`), pagination: preset.pagination });
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
