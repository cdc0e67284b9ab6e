import type { LoadReply, Reply } from '../src/shared/contract';
import { defaultSeed, type ProductSeed } from '../local/platform/product/seed';
import { addPanel, approveHosts, connectSource, staffPage } from '../test/support/seed';
import { startSite, type Site } from '../test/support/site';
import { atMost, type Entry } from './entry';
import { median } from './measure';

const workers = 4;
const readers = 1_000;
const upstreamMs = 3_000;
const rows = 900;
const turnsWithoutCache = 3;

/** As many accounts as readers, because the platform counts calls by account. */
const burst: ProductSeed = {
  ...defaultSeed,
  users: [
    ...defaultSeed.users,
    ...Array.from({ length: readers }, (_, number) => ({
      accountId: `557058:reader-${number}`,
      displayName: `Reader ${number}`,
      email: `reader-${number}@example.com`,
      role: 'reader' as const,
      groups: ['confluence-users'],
    })),
  ],
};
const patienceMs = 120_000;

/** A thousand readers in one second are more than the platform serves a site in a minute; what is measured is the app. */
const unlimited = {
  kvsRequestsPerSecond: Infinity,
  readUnitsPerMinute: Infinity,
  writeUnitsPerMinute: Infinity,
  invocationsPerMinute: Infinity,
  invocationsPerMinuteAndUser: Infinity,
};

/**
 * `flight.upstream`, `flight.refreshes` and `flight.latency`: readers who open a panel that nobody has read yet, all at
 * once, while the access token has expired and the API takes three seconds.
 */
export async function flight(): Promise<Entry[]> {
  const site = await startSite({ users: rows, host: { workers, limits: unlimited, product: burst } });
  try {
    approveHosts(site, [site.demo.origin]);
    const source = await connectSource(site);
    await addColdPanelAndRead(site, source.id, 1, 0); // what is imported and compiled at first use
    const alone: number[] = [];
    for (let time = 0; time < 5; time++)
      alone.push((await addColdPanelAndRead(site, source.id, 1, upstreamMs)).waits[0]!);
    const together = await addColdPanelAndRead(site, source.id, readers, upstreamMs);
    const uncached = await withoutCache(site);
    const p99 = percentile(together.waits, 0.99);
    return [
      {
        ...atMost('flight.upstream', together.api, 'requests', 1, [
          { name: `no cache, ${uncached.waits.length} readers`, value: uncached.api, unit: 'requests' },
        ]),
        better: 'equal',
      },
      { ...atMost('flight.refreshes', together.refreshes, 'refreshes', 1), better: 'equal' },
      atMost('flight.latency', p99 / median(alone), '×', 1.5, [
        { name: 'p99', value: p99, unit: 'ms' },
        { name: 'p50', value: percentile(together.waits, 0.5), unit: 'ms' },
        { name: 'one reader', value: median(alone), unit: 'ms' },
        { name: `no cache, ${uncached.waits.length} readers`, value: percentile(uncached.waits, 0.99), unit: 'ms' },
      ]),
    ];
  } finally {
    await site.close();
  }
}

interface Burst {
  api: number;
  refreshes: number;
  /** Milliseconds until each reader had rows. */
  waits: number[];
}

async function addColdPanelAndRead(site: Site, sourceId: string, count: number, delayMs: number): Promise<Burst> {
  const { demo, clock } = site;
  const panel = await addPanel(site, sourceId);
  clock.advance(10 * 60_000); // past the access token's five minutes
  await demo.control.setFaults(delayMs > 0 ? [{ on: 'api', what: { kind: 'delay', milliseconds: delayMs } }] : []);
  const before = await demo.control.stats();
  const accounts = burst.users.slice(-count).map(({ accountId }) => accountId);
  const waits = await Promise.all(accounts.map((accountId) => waitForRows(site, panel.id, accountId)));
  const after = await demo.control.stats();
  return { api: after.api - before.api, refreshes: after.refreshes - before.refreshes, waits };
}

/** As the macro does: call, and call again when told to. */
async function waitForRows(site: Site, panelId: string, accountId: string): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < patienceMs) {
    const reply = await load(site, panelId, accountId);
    if (reply.state === 'view') return performance.now() - start;
    if (reply.state !== 'pending') throw new Error('The panel asks for values.');
    await new Promise((resolve) => setTimeout(resolve, Math.max(reply.askAgainMs, 250)));
  }
  throw new Error(`A reader had no rows after ${patienceMs / 1000} s.`);
}

async function load({ host }: Site, panelId: string, accountId: string): Promise<LoadReply> {
  const payload = { panelId, window: { offset: 0, count: 25 } };
  const config = { panelId };
  const call = {
    moduleKey: 'external-data',
    functionKey: 'loadPanel',
    payload,
    accountId,
    contentId: staffPage.id,
    config,
  };
  const invoked = await host.invoke(call);
  if (!invoked.ok) throw new Error(invoked.message);
  const reply = invoked.body as Reply<LoadReply>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
}

/** What readers without a cache cost, of whom each calls the API from one of as many workers. */
async function withoutCache({ demo }: Site): Promise<Burst> {
  const before = await demo.control.stats();
  const start = performance.now();
  const waits: number[] = [];
  const lane = async () => {
    for (let turn = 0; turn < turnsWithoutCache; turn++) {
      await (await fetch(`${demo.usersUrl}?$top=999`)).arrayBuffer();
      waits.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: workers }, lane));
  const after = await demo.control.stats();
  return { api: after.api - before.api, refreshes: 0, waits };
}

function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1]!;
}
