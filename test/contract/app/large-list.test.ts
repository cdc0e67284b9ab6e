import type {
  CallOutput,
  DataSourceView,
  LoadRequest,
  MacroCalls,
  PanelView,
  Reply,
  RowWindow,
} from '../../../src/shared/contract';
import { handbookPage, startApp, type AppOnHost } from './app-on-host';
import { connected, firstRows, panelOn, peopleSettings, problemOf, rowsOf, valueOf, viewOf } from './walks';

const handbook = '98305';
const engineering = '98306';
const blogPost = '131079';
const most = 500 * 1024;

let app: AppOnHost;
let source: DataSourceView;
let panel: PanelView;

beforeAll(async () => {
  app = await startApp({ users: 50_000 });
  source = await connected(app, {
    name: 'Everybody',
    allowedSpaces: { mode: 'named', spaceIds: [handbook, engineering] },
  });
  panel = await panelOn(app, source.id, { columns: wideColumns });
});

afterAll(() => app.close());

const names = ['displayName', 'mail', 'jobTitle', 'department', 'officeLocation', 'city'];
const wideColumns = [
  ...names.map((name) => ({ label: name, selector: `$.${name}`, type: 'text' as const })),
  { label: 'Since', selector: '$.createdDateTime', type: 'date-time' as const },
];

/** One call of the macro with its invocation, so that what it asked of the platform can be counted. */
async function load(window: RowWindow, contentId = handbookPage, reader?: LoadRequest['reader']) {
  const payload = { panelId: panel.id, window, ...(reader && { reader }) };
  const place = { accountId: app.reader, contentId };
  const reply = await app.host.invoke({ moduleKey: 'external-data', functionKey: 'loadPanel', payload, ...place });
  if (!reply.ok) throw new Error(reply.message);
  const calls = app.host.calls(reply.invocation);
  const count = (kind: string) => calls.filter((call) => call.kind === kind).length;
  const body = reply.body as Reply<CallOutput<MacroCalls, 'loadPanel'>>;
  return {
    body,
    bytes: Buffer.byteLength(JSON.stringify(body)),
    kvs: count('kvs'),
    egress: count('egress'),
    confluence: count('confluence'),
  };
}

test('50,000 users over 51 pages are read, shaped and kept within 25 s', async () => {
  const began = Date.now();
  const { body, bytes, egress } = await load({ offset: 0, count: 25 });
  expect(egress).toBeLessThan(51);
  expect(viewOf(valueOf(body)).rows).toHaveLength(25);
  const whole = await rowsOf(app, panel.id, undefined, { offset: 0, count: 25 });
  expect(Date.now() - began).toBeLessThan(25_000);
  expect(valueOf(whole)).toMatchObject({
    view: { totalRows: 50_000, matchingRows: 50_000, whole: false },
    reading: { stopReason: 'complete', pagesRead: 51, rowsRead: 50_000, warnings: [] },
  });
  expect(bytes).toBeLessThan(most);
});

test('a fresh view makes at most four storage calls, no request, and one call to Confluence a minute, on a blog post too', async () => {
  app.clock.advance(61_000);
  for (const confluence of [1, 0, 0]) {
    const seen = await load(firstRows);
    expect(seen).toMatchObject({ confluence, egress: 0 });
    expect(seen.kvs).toBeLessThanOrEqual(4);
  }
  app.clock.advance(61_000);
  expect(await load(firstRows)).toMatchObject({ confluence: 1, egress: 0 });
  expect(await load(firstRows, blogPost)).toMatchObject({ confluence: 1, egress: 0 });
});

/** As `load`; where the storage asks for a pause, a minute later. */
async function loadPatiently(window: RowWindow) {
  const loaded = await load(window);
  if (loaded.body.ok || loaded.body.problem.code !== 'busy') return loaded;
  app.clock.advance(60_000);
  return load(window);
}

test('readers who cost the storage more than a minute has room for are asked to come back', async () => {
  const search = (index: number) => load({ offset: 0, count: 10, search: `text ${index}` });
  const codes: string[] = [];
  for (let index = 0; index < 100 && !codes.includes('busy'); index += 1) {
    const { body } = await search(index);
    codes.push(body.ok ? body.value.state : body.problem.code);
    if (!body.ok) expect(body.problem).toMatchObject({ code: 'busy', retry: true, retryAfterMs: 5000 });
  }
  expect(new Set(codes)).toEqual(new Set(['view', 'busy']));
  app.clock.advance(60_000);
  expect((await search(0)).body.ok).toBe(true);
});

const orders = [
  undefined,
  { column: 'c0', direction: 'ascending' as const },
  { column: 'c2', direction: 'descending' as const },
  { column: 'c99', direction: 'ascending' as const },
  { column: '__proto__', direction: 'ascending' as const },
];
const windows = orders.flatMap((order) =>
  [undefined, 'an', 'no such person'].flatMap((search) =>
    [
      { offset: 0, count: 500 },
      { offset: 49_990, count: 500 },
      { offset: 10_000_000, count: 1 },
    ].map((place) => ({ ...place, sorts: order && [order], search })),
  ),
);

test('no window, sort order or search makes a reply of more than 500 KB', async () => {
  for (const window of windows) {
    const { body, bytes } = await loadPatiently(window);
    expect(bytes).toBeLessThan(most);
    if (!body.ok) expect(body.problem).toMatchObject({ code: 'invalid-input' });
    else expect(body.value).toMatchObject({ state: 'view', view: { totalRows: 50_000, offset: window.offset } });
  }
});

test.each([
  { offset: 0, count: 1e9 },
  { offset: 0, count: -1 },
  { offset: 0, count: 0 },
  { offset: 0, count: 1.5 },
  { offset: -1, count: 10 },
  { offset: 1e12, count: 10 },
  { offset: 0, count: Number.NaN },
  { offset: '0', count: 10 },
  { offset: 0, count: 10, search: 'x'.repeat(201) },
  { offset: 0, count: 10, sorts: [{ column: 'c0', direction: 'sideways' }] },
  { offset: 0, count: 10, sorts: Array(9).fill({ column: 'c0', direction: 'ascending' }) },
  { offset: 0, count: 10, filters: Array(21).fill({ column: 'c0', values: [] }) },
  { offset: 0, count: 10, filters: [{ column: 'c0', values: Array(201).fill(1) }] },
  { offset: 0, count: 10, filters: [{ column: 'c0', values: [{}] }] },
  {},
])('the window %j is refused before anything is read', async (window) => {
  const { body, kvs, egress } = await load(window as RowWindow);
  expect(problemOf(body).code).toBe('invalid-input');
  expect({ kvs, egress }).toEqual({ kvs: 0, egress: 0 });
});

describe('a search through 50,000 rows', () => {
  const reader = { locale: 'de-DE', timeZone: 'Asia/Tokyo' };
  const found = async (search: string) => {
    app.clock.advance(60_000);
    return viewOf(valueOf((await load({ offset: 0, count: 5000, search }, handbookPage, reader)).body)).rows;
  };

  test('finds each word in any cell of a row, without its accents and in any case', async () => {
    const rows = await found('zurich  DIRECTOR');
    expect(rows.length).toBeGreaterThan(0);
    for (const [, , title, , , city] of rows) expect([title, city]).toEqual(['Director', 'Zürich']);
  });

  test('finds a time as this reader sees it, and by its ISO form', async () => {
    const written = new Intl.DateTimeFormat(reader.locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: reader.timeZone,
    });
    const [first = []] = viewOf(valueOf((await load({ offset: 0, count: 1 })).body)).rows;
    const since = String(first[6]);
    const seen = written.format(Date.parse(since));
    const rows = await found(seen);
    expect(rows).toContainEqual(first);
    for (const row of rows) expect(written.format(Date.parse(String(row[6])))).toBe(seen);
    expect(await found(since)).toContainEqual(first);
  });
});

test('every row can be had, page by page and in order', async () => {
  const rows: string[] = [];
  for (let offset = 0; offset < 50_000; offset += 5000) {
    const { body } = await loadPatiently({ offset, count: 5, sorts: [{ column: 'c0', direction: 'ascending' }] });
    rows.push(...viewOf(valueOf(body)).rows.map(([name]) => String(name)));
  }
  expect(rows).toHaveLength(50);
  expect(rows).toEqual([...rows].sort(new Intl.Collator('en', { numeric: true }).compare));
});

test('a window of many wide rows is cut to what a reply can carry, and the rest can be asked for', async () => {
  const columns = Array.from({ length: 100 }, (_, index) => ({
    label: `Column ${index}`,
    selector: '$',
    type: 'text' as const,
  }));
  const wide = await panelOn(app, source.id, { name: 'Wide', columns, filters: [{ selector: '$.value[0:2]' }] });
  const first = valueOf(await rowsOf(app, wide.id, undefined, { offset: 0, count: 100 }));
  expect(JSON.stringify(first).length).toBeLessThan(most);
  expect(viewOf(first)).toMatchObject({ totalRows: 102, whole: false });
  const got = viewOf(first).rows.length;
  expect(got).toBeGreaterThan(0);
  const rest = valueOf(await rowsOf(app, wide.id, undefined, { offset: got, count: 1 }));
  expect(rest).toMatchObject({ view: { offset: got } });
});

test('rows of very long texts are shortened until they fit into a reply', async () => {
  const request = {
    ...source.settings.request,
    url: `${app.demo.origin}/odd/echo`,
    parameters: [{ name: 'padding', value: '600000' }],
  };
  app.clock.advance(60_000);
  const long = await connected(app, { name: 'Long', request });
  const columns = ['$.padding', '$', '$.url'].map((selector, index) => ({
    label: `Column ${index}`,
    selector,
    type: 'text' as const,
  }));
  const shown = await app.call('savePanel', { settings: peopleSettings(long.id, { columns }) });
  const reply = await rowsOf(app, shown.id);
  expect(JSON.stringify(valueOf(reply)).length).toBeLessThan(most);
  const invoked = await app.ask('testDataSource', { id: long.id, rev: long.rev, settings: long.settings, secrets: {} });
  expect(JSON.stringify(valueOf(invoked)).length).toBeLessThan(most);
});
