import { defaultLimits, noBody } from '../src/data-sources/default-settings';
import type { DataSourceSettings, DataSourceView, LoadReply, Pagination, PanelView } from '../src/shared/contract';
import { approve } from '../test/contract/app/app-on-host';
import { startApp, type AppOnHost } from '../test/contract/app/app-on-host';
import { valueOf } from '../test/contract/app/walks';
import { defaultSeed, type ProductSeed } from '../local/platform/product/seed';
import { atMost, type Beside, type Entry } from './entry';
import { median } from './measure';
import { startSlowApi, type SlowApi } from './slow-api';
import { userColumns } from './users';

const list = { pages: 50, pageRows: 1000, delayMs: 300 };
const minute = 60_000;
const crowd = { readers: 100, panels: 5 };
/** Four for those who look, and one for each reading that goes on: the platform starts another where all are busy. */
const workers = 4 + crowd.panels;

/** As many accounts as readers, because the platform counts calls by account. */
const people: ProductSeed = {
  ...defaultSeed,
  users: [
    ...defaultSeed.users,
    ...Array.from({ length: crowd.readers }, (_, number) => ({
      accountId: `557058:reader-${number}`,
      displayName: `Reader ${number}`,
      email: `reader-${number}@example.com`,
      role: 'reader' as const,
      groups: ['confluence-users'],
    })),
  ],
};

const linkedPages: Pagination = { style: 'next-url', selector: '$.next' };
const countedPages: Pagination = {
  style: 'page-number',
  target: { in: 'parameter', name: 'page' },
  start: 1,
  itemsSelector: '$.value',
  total: { of: 'rows', selector: '$.total' },
};

/** What the entries have in common: a site with the platform's limits, and an API that takes its time. */
interface Bench {
  app: AppOnHost;
  api: SlowApi;
}

/**
 * `view.reads`, `cold.firstRow`, `cold.all`, `cold.counted` and `cold.crowd`: readers of long lists that nobody has read yet,
 * within the platform's limits; beside what one would write instead, which reads all pages before it shows any.
 */
export async function cold(): Promise<Entry[]> {
  const api = await startSlowApi(list);
  const app = await startApp({ users: 1, host: { workers, product: people } });
  try {
    approve(app.host, [api.origin, app.demo.origin]);
    const bench = { app, api };
    await readCold(bench, await panelOn(bench, 'What is imported at first use', api.linked, linkedPages));
    return [
      ...(await firstViews(bench)),
      ...(await linked(bench)),
      ...(await counted(bench)),
      ...(await together(bench)),
    ];
  } finally {
    await app.close();
    await api.close();
  }
}

async function linked(bench: Bench): Promise<Entry[]> {
  const { api } = bench;
  const response = median(await times(5, () => read(api.linked)));
  const pages = await timed(() => readInTurn(api.linked));
  const panel = await panelOn(bench, 'Linked', api.linked, linkedPages);
  const { firstMs, allMs, calls, firstCalls } = await readCold(bench, panel);
  const shown: Beside[] = [
    { name: 'this', value: firstMs, unit: 'ms' },
    { name: 'one response', value: response, unit: 'ms' },
    { name: 'read all, then show', value: pages / response, unit: '×' },
    { name: 'storage and REST calls before the first reply', value: firstCalls, unit: '' },
  ];
  const whole: Beside[] = [
    { name: 'this', value: allMs, unit: 'ms' },
    { name: 'read and parse one page after the other', value: pages, unit: 'ms' },
    { name: 'calls of the reader', value: calls, unit: '' },
  ];
  return [
    atMost('cold.firstRow', firstMs / response, '×', 1.5, shown),
    atMost('cold.all', allMs / pages, '×', 1.15, whole),
  ];
}

async function counted(bench: Bench): Promise<Entry[]> {
  const { api } = bench;
  const addresses = Array.from({ length: list.pages }, (_, page) => `${api.counted}?page=${page + 1}`);
  const inTurn = await timed(async () => {
    for (const address of addresses) await read(address);
  });
  const { allMs } = await readCold(bench, await panelOn(bench, 'Counted', api.counted, countedPages));
  return [
    atMost('cold.counted', allMs / inTurn, '×', 0.35, [
      { name: 'this', value: allMs, unit: 'ms' },
      { name: 'read and parse one page after the other', value: inTurn, unit: 'ms' },
    ]),
  ];
}

/**
 * All readers at once, each of one of the panels, which make requests of their own; by workers that have served before, as
 * the one reader's has: how long a platform takes to start one is not ours.
 */
async function together(bench: Bench): Promise<Entry[]> {
  const { api } = bench;
  const readers = Array.from({ length: crowd.readers }, (_, reader) => reader);
  const known = await panelOn(bench, 'Known', api.counted, { style: 'none', firstPageOnly: true });
  await readCold(bench, known);
  const allKnown = () => Promise.all(readers.map((reader) => timed(() => load(bench, known, reader))));
  await allKnown();
  bench.app.clock.advance(2 * minute);
  const source = await sourceOn(bench, 'Crowded', api.linked, linkedPages);
  const alone = await panelOf(bench, source, 'alone');
  const one = await readCold(bench, alone, 0, true);
  bench.app.clock.advance(2 * minute);
  const names = Array.from({ length: crowd.panels }, (_, number) => `crowd-${number}`);
  const panels = await Promise.all(names.map((name) => panelOf(bench, source, name)));
  const processor = process.cpuUsage();
  const reads = await Promise.all(
    readers.map((reader) => readCold(bench, panels[reader % panels.length]!, reader, true)),
  );
  const { user, system } = process.cpuUsage(processor);
  const waits = reads.map(({ firstMs }) => firstMs);
  const p99 = slowest(waits);
  const kept = await allKnown();
  return [
    atMost('cold.crowd', p99 / one.firstMs, '×', 2, [
      { name: 'p99', value: p99, unit: 'ms' },
      { name: 'p50', value: median(waits), unit: 'ms' },
      { name: 'one reader', value: one.firstMs, unit: 'ms' },
      { name: 'processor time meanwhile, of host, API and workers', value: (user + system) / 1000, unit: 'ms' },
      { name: 'p99 of as many readers of rows that are kept', value: slowest(kept), unit: 'ms' },
    ]),
  ];
}

/** Of rows that are kept, by a process that nobody has called for a while. */
async function firstViews(bench: Bench): Promise<Entry[]> {
  const { app, api } = bench;
  const { units } = app.host.site().kvs.meter;
  const small = await panelOn(bench, 'Small', api.counted, { style: 'none', firstPageOnly: true });
  const body = {
    kind: 'graphql' as const,
    query: `{ users }${'#'.repeat(29_000)}`,
    variables: JSON.stringify({ note: 'x'.repeat(29_000) }),
  };
  const request = { method: 'POST' as const, body };
  const large = await panelOn(bench, 'Large', api.counted, { style: 'none', firstPageOnly: true }, request);
  const reads: number[] = [];
  for (const panel of [small, large]) {
    await readCold(bench, panel);
    app.clock.advance(minute);
    const before = units.read;
    await load(bench, panel, 0);
    reads.push(units.read - before);
  }
  const [ofSmall = 0, ofLarge = 0] = reads;
  return [
    atMost('view.reads', Math.max(ofSmall, ofLarge), 'units', 2, [
      { name: 'data source of 1 KB', value: ofSmall, unit: 'units' },
      { name: 'data source of 60 KB', value: ofLarge, unit: 'units' },
    ]),
  ];
}

const slowest = (waits: readonly number[]) => [...waits].sort((a, b) => a - b)[Math.ceil(waits.length * 0.99) - 1]!;

interface ColdRead {
  firstMs: number;
  allMs: number;
  calls: number;
  /** Platform calls of the one that brought the first rows. */
  firstCalls: number;
}

/** As the macro does: the ticket is brought at once, and looked at beside it after 1, 2, 4, 8 and then every 10 seconds. */
async function readCold(bench: Bench, panel: PanelView, reader = 0, onlyFirst = false): Promise<ColdRead> {
  const start = performance.now();
  const since = () => performance.now() - start;
  let calls = 0;
  const called = async (carry?: string) => {
    calls += 1;
    return load(bench, panel, reader, carry);
  };
  let first = await called();
  while (first.reply.state === 'pending') {
    await new Promise((resolve) => setTimeout(resolve, Math.max(250, askAgain(first.reply))));
    first = await called();
  }
  const firstMs = since();
  const firstCalls = bench.app.host.calls(first.invocation).filter(({ kind }) => kind !== 'egress').length;
  const whole = carryOn(first.reply, called);
  whole.catch(() => undefined); // what is left of it ends with the site
  if (onlyFirst) return { firstMs, allMs: NaN, calls, firstCalls };
  await Promise.race([whole, lookOn(called)]);
  return { firstMs, allMs: since(), calls, firstCalls };
}

type Called = (carry?: string) => Promise<{ reply: LoadReply }>;

/** Brings each ticket at once, until all rows are there or the rest is left to others. */
async function carryOn(first: LoadReply, called: Called): Promise<void> {
  let reply = first;
  while (hasMore(reply) && reply.state === 'view' && reply.ticket) ({ reply } = await called(reply.ticket));
  if (hasMore(reply)) await new Promise(() => undefined);
}

/** Looks until all rows are there. */
async function lookOn(called: Called): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** turn, 10_000)));
    const { reply } = await called();
    if (!hasMore(reply)) return;
  }
}

const hasMore = (reply: LoadReply) => reply.state === 'pending' || partOf(reply);
const partOf = (reply: LoadReply) => reply.state === 'view' && reply.part !== undefined;
const askAgain = (reply: LoadReply) => (reply.state === 'pending' ? reply.askAgainMs : 0);

async function load({ app }: Bench, panel: PanelView, reader: number, carry?: string) {
  const payload = { panelId: panel.id, window: { offset: 0, count: 25 }, carry };
  const accountId = `557058:reader-${reader}`;
  const place = { moduleKey: 'external-data', accountId, contentId: '131073', config: { panelId: panel.id } };
  const { invocation, ...invoked } = await app.host.invoke({ ...place, functionKey: 'loadPanel', payload });
  if (!invoked.ok) throw new Error(invoked.message);
  return { invocation, reply: valueOf<LoadReply>(invoked.body as never) };
}

async function sourceOn(
  { app }: Bench,
  name: string,
  url: string,
  pagination: Pagination,
  request: Partial<DataSourceSettings['request']> = {},
): Promise<DataSourceView> {
  const settings: DataSourceSettings = {
    ...app.form().settings,
    name,
    request: { method: 'GET', url, parameters: [], headers: [], body: noBody, ...request },
    authentication: { type: 'none' },
    pagination,
    limits: defaultLimits,
  };
  return app.call('saveDataSource', { settings, secrets: {} });
}

function panelOf({ app }: Bench, source: DataSourceView, name: string): Promise<PanelView> {
  const request = { path: '', parameters: [{ name: 'list', value: name }] };
  return app.call('savePanel', {
    settings: {
      name,
      description: '',
      dataSourceId: source.id,
      request,
      filters: [{ selector: '$.value[*]' }],
      columns: userColumns.slice(0, 5),
      visual: { type: 'table', rowsPerPage: 25 },
      variableValues: {},
    },
  });
}

async function panelOn(
  bench: Bench,
  name: string,
  ...how: [string, Pagination, Partial<DataSourceSettings['request']>?]
) {
  return panelOf(bench, await sourceOn(bench, name, ...how), name.slice(0, 10));
}

/** The page behind the address, parsed. */
async function read(url: string): Promise<{ next?: string }> {
  return (await (await fetch(url)).json()) as { next?: string };
}

async function readInTurn(first: string): Promise<void> {
  for (let url: string | undefined = first; url !== undefined;) {
    const { next }: { next?: string } = await read(url);
    url = next === undefined ? undefined : new URL(next, first).href;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < count; time += 1) all.push(await timed(work));
  return all;
}
