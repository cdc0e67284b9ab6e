import type { LoadReply, Reply } from '../src/shared/contract';
import { startReaders, type ReadersOnHost } from '../test/contract/app/readers/connected-readers';
import { rowOf } from '../test/contract/app/readers/readers-service';
import { firstRows } from '../test/contract/app/walks';
import { atMost, type Entry } from './entry';

const readers = 1000;
const minute = 60_000;
const apiMs = 20;
const hour = 3_600_000;

interface Loaded {
  ms: number;
  /** `rows`, `waits`, or what came in their place. */
  what: string;
  askAgainMs?: number;
}

/**
 * A thousand readers with accounts of their own whose tokens have all ended open a page: within ten minutes of the host's clock,
 * and once more within one; what must not happen, and how long the first rows take beside those of a single reader.
 */
export async function manyReaders(): Promise<Entry[]> {
  const at = await startReaders(readers, { host: { workers: 4 } });
  try {
    at.service.delayMs = apiMs;
    return [...(await tenMinutes(at)), ...(await oneMinute(at))];
  } finally {
    await at.close();
  }
}

async function tenMinutes(at: ReadersOnHost): Promise<Entry[]> {
  const [warm, single, rest] = [at.readers.slice(0, 20), at.readers.slice(20, 50), at.readers.slice(50)];
  await sideBySide(at, warm, 4);
  const alone = await sideBySide(at, single, 1);
  at.app.clock.advance(minute);
  const before = at.service.tokens.count('refresh_token');
  const loaded: Loaded[] = [];
  for (let from = 0; from < rest.length; from += 100) {
    loaded.push(...(await sideBySide(at, rest.slice(from, from + 100), 2)));
    at.app.clock.advance(minute);
  }
  const refreshes = at.service.tokens.count('refresh_token') - before;
  const first = percentile(alone, 0.95);
  return [
    none('readers.lost', lost(at), 'grants'),
    none('readers.refreshes', Math.max(0, refreshes - rest.length), 'more than one each'),
    none('readers.without', loaded.filter(({ what }) => what !== 'rows').length, 'without rows'),
    atMost('readers.firstRow', percentile(loaded, 0.95) / first, '×', 2, [
      { name: 'of a single reader', value: first, unit: 'ms' },
    ]),
  ];
}

/** More than the storage of a site bears in a minute: whoever waits is told how long. */
async function oneMinute(at: ReadersOnHost): Promise<Entry[]> {
  at.app.clock.advance(2 * hour);
  const before = at.service.tokens.count('refresh_token');
  const loaded = await sideBySide(at, at.readers, 16, { refetch: true });
  const untold = loaded.filter(({ what, askAgainMs = 0 }) => what !== 'rows' && askAgainMs === 0);
  const refreshes = at.service.tokens.count('refresh_token') - before;
  return [
    none('readers.untold', untold.length, 'replies', [
      ...countsOf(loaded),
      { name: 'refreshes', value: refreshes, unit: '' },
    ]),
    none('readers.lostInOne', lost(at), 'grants'),
  ];
}

const countsOf = (loaded: readonly Loaded[]) =>
  [...new Set(loaded.map(({ what }) => what))].map((name) => ({
    ...{ name, unit: '' },
    value: loaded.filter(({ what }) => what === name).length,
  }));

const none = (name: string, value: number, unit: string, beside: Entry['beside'] = []): Entry => ({
  ...atMost(name, value, unit, 0, beside),
  better: 'equal',
});

/** Grants that are of no use, or whose newest tokens the service takes no more. */
function lost({ readers: accounts, grantOf, accessTokenOf, service }: ReadersOnHost): number {
  const isGood = (accountId: string) =>
    grantOf(accountId).state === 'ok' && service.tokens.isAlive(accessTokenOf(accountId));
  return accounts.filter((accountId) => !isGood(accountId)).length;
}

async function sideBySide(
  at: ReadersOnHost,
  accounts: readonly string[],
  atOnce: number,
  more: object = {},
): Promise<Loaded[]> {
  const waiting = [...accounts];
  const loaded: Loaded[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      loaded.push(await load(at, next, more));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return loaded;
}

async function load({ app, panel }: ReadersOnHost, accountId: string, more: object = {}): Promise<Loaded> {
  const began = performance.now();
  const request = { panelId: panel.id, window: firstRows, ...more };
  const reply: Reply<LoadReply> = await app.askMacro('loadPanel', request, { accountId });
  const ms = performance.now() - began;
  if (!reply.ok) return { ms, what: reply.problem.code, askAgainMs: reply.problem.retryAfterMs };
  const { value } = reply;
  if (value.state === 'pending') return { ms, what: 'waits', askAgainMs: value.askAgainMs };
  const isTheirs = value.state === 'view' && JSON.stringify(value.view).includes(rowOf(accountId));
  return { ms, what: isTheirs ? 'rows' : value.state === 'view' ? 'rows of somebody else' : value.state };
}

function percentile(loaded: readonly Loaded[], part: number): number {
  const sorted = loaded.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}
