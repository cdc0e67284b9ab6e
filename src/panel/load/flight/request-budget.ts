import type { DataSource } from '../../../data-sources/data-source';
import type { Access } from '../../../grants/access';
import { newId, sha256 } from '../../../ids';
import { Problem } from '../../../shared/problem';
import type { Delay, EntityStorage, Now, Revisioned, Storage } from '../../../ports';
import { respectWait } from '../../read/retry-after';

/** The version written into new budget records. */
export const budgetSchema = 1;

/** What was used of something in one minute, by one reader or by all together. Changed by compare-and-set only. */
export interface RequestBudget extends Revisioned {
  schema: number;
  /** Minutes since the epoch. */
  minute: number;
  used: number;
  /** Where upkeep deletes it; absent in records of an earlier version of the app, and in readers’, which have a time to live. */
  expiresAt?: number;
}

export interface BudgetServices {
  budgets: EntityStorage<RequestBudget>;
  readerBudgets: EntityStorage<RequestBudget>;
  storage: Storage;
  now: Now;
  delay: Delay;
}

type Spending = Pick<BudgetServices, 'budgets' | 'readerBudgets' | 'now'>;
type Source = { id: string; settings: Pick<DataSource['settings'], 'name' | 'limits'> };

/** Who requests: of a data source, and for whom; for nobody in particular where the account is absent. */
export interface Spender {
  source: Source;
  accountId?: string;
}

/** One record to spend from. */
interface Purse {
  id: string;
  most: number;
  records: EntityStorage<RequestBudget>;
  ttlSeconds?: number;
}

const minuteMs = 60_000;
/** A data source’s record is kept for so long after its minute. */
const keptMs = 24 * 60 * minuteMs;
const usualRequestsPerMinute = 120;
/** Half of what a site may write in a minute, so that tokens can always be stored. */
const writeUnitsPerMinute = 2000;
const contenders = 5;
/** Requests that a long read reserves at once. */
const portion = 10;
const keptForFirstPages = 0.25;
/** A reader's record is of no use after its minute. */
const readerTtlSeconds = 300;

const requestsPerMinute = ({ settings }: Source) => settings.limits.requestsPerMinute ?? usualRequestsPerMinute;

const sourcePurse = (source: Source, { budgets }: Spending): Purse => ({
  id: source.id,
  most: requestsPerMinute(source),
  records: budgets,
});

/** The part of the minute that further pages may use: the rest is for first pages, which somebody waits for. */
function furtherPagesPurse(source: Source, services: Spending): Purse {
  const purse = sourcePurse(source, services);
  return { ...purse, most: purse.most - Math.floor(purse.most * keptForFirstPages) };
}

/** Half of the minute, so that one reader cannot use up that of the others; its name says nothing of the account. */
function readerPurse({ source, accountId }: Spender, { readerBudgets }: Spending): Purse[] {
  if (!accountId) return [];
  const most = Math.max(1, Math.floor(requestsPerMinute(source) / 2));
  const id = sha256(JSON.stringify([source.id, accountId]));
  return [{ id, most, records: readerBudgets, ttlSeconds: readerTtlSeconds }];
}

/**
 * Does nothing where the reader and the data source have so many requests left in the running minute. Nothing is written.
 * @throws Problem `busy` with the time to wait
 */
export async function requireRequests(spender: Spender, count: number, services: Spending): Promise<void> {
  const [ofReader = 0] = await Promise.all(
    readerPurse(spender, services).map((purse) => waitFor(purse, count, services)),
  );
  if (ofReader > 0) throw usedUpByReader(spender.source, ofReader);
  const ofSource = await waitFor(sourcePurse(spender.source, services), count, services);
  if (ofSource > 0) throw usedUp(spender.source, ofSource);
}

/**
 * The count, taken out of the running minute of the reader and of the data source.
 * @throws Problem `busy` with the time to wait where one of them has not so many left
 */
export async function reserveRequests(spender: Spender, count: number, services: Spending): Promise<number> {
  await spendForReader(spender, count, services);
  const waitMs = await spend(sourcePurse(spender.source, services), count, services);
  if (waitMs > 0) throw usedUp(spender.source, waitMs);
  return count;
}

/**
 * Takes the count out of the reader's minute alone.
 * @throws Problem `busy` with the time to wait where it has not so many left
 */
export async function spendForReader(spender: Spender, count: number, services: Spending): Promise<void> {
  for (const purse of readerPurse(spender, services)) {
    const waitMs = await spend(purse, count, services);
    if (waitMs > 0) throw usedUpByReader(spender.source, waitMs);
  }
}

function usedUp({ settings }: Source, waitMs: number): Problem {
  const message = `${settings.name} has reached the number of requests per minute that an admin allows. New rows follow within a minute.`;
  return new Problem('busy', message, { retryAfterMs: waitMs });
}

function usedUpByReader({ settings }: Source, waitMs: number): Problem {
  const message = `You have requested new rows of ${settings.name} as often as one reader can in a minute. New rows follow within a minute.`;
  return new Problem('busy', message, { retryAfterMs: waitMs });
}

/** Takes so many units of storage out of what snapshots may write in a minute, as `spend` does. */
export function spendWrites(units: number, services: Spending): Promise<number> {
  return spend({ id: 'snapshot-writes', most: writeUnitsPerMinute, records: services.budgets }, units, services);
}

/**
 * Takes so many out of the running minute: 0, or the milliseconds until the next minute where they are more than it has
 * left.
 */
async function spend(purse: Purse, count: number, { now }: Pick<Spending, 'now'>): Promise<number> {
  for (let attempt = 0; attempt < contenders; attempt += 1) {
    const { found, minute, used } = await usedOf(purse, now());
    if (isTooMuch(used, count, purse)) return (minute + 1) * minuteMs - now();
    if (await write(purse, found, { minute, used: Math.max(0, used + count) })) return 0;
  }
  return minuteMs / contenders;
}

/** As `spend`, without taking anything. */
async function waitFor(purse: Purse, count: number, { now }: Pick<Spending, 'now'>): Promise<number> {
  const { minute, used } = await usedOf(purse, now());
  return isTooMuch(used, count, purse) ? (minute + 1) * minuteMs - now() : 0;
}

async function usedOf({ id, records }: Purse, now: number) {
  const found = await records.get(id);
  const minute = Math.floor(now / minuteMs);
  return { found, minute, used: found?.minute === minute ? found.used : 0 };
}

/** When the record is of no use any more. */
export const endOfBudget = ({ minute }: Pick<RequestBudget, 'minute'>): number => minute * minuteMs + keptMs;

/** A minute that is untouched takes any number, so that what is large is possible at all. */
const isTooMuch = (used: number, count: number, { most }: Purse) => used > 0 && used + count > most;

function write(
  { id, records, ttlSeconds }: Purse,
  found: RequestBudget | undefined,
  spent: Pick<RequestBudget, 'minute' | 'used'>,
): Promise<boolean> {
  const next: RequestBudget = {
    schema: budgetSchema,
    ...spent,
    ...(ttlSeconds === undefined && { expiresAt: endOfBudget(spent) }),
    rev: (found?.rev ?? 0) + 1,
    by: newId(),
  };
  const lifetime = ttlSeconds === undefined ? undefined : { ttlSeconds };
  return found ? records.replace(id, found.rev, next, lifetime) : records.create(id, next, lifetime);
}

/** As many requests as were taken out of the minute: a portion, or the last one that it has. */
async function spendPortion(spender: Spender, services: Spending): Promise<{ count: number; waitMs: number }> {
  const { source } = spender;
  let waitMs = 0;
  const purse = furtherPagesPurse(source, services);
  for (const count of [Math.min(portion, purse.most), 1]) {
    waitMs = await spend(purse, count, services);
    if (waitMs > 0) continue;
    await noteForReader(spender, count, services);
    return { count, waitMs };
  }
  return { count: 0, waitMs };
}

/** A read that has begun goes on for all who wait for it; what it took is missing in the reader's minute. */
async function noteForReader(spender: Spender, count: number, services: Spending): Promise<void> {
  for (const purse of readerPurse(spender, services)) await spend({ ...purse, most: Infinity }, count, services);
}

/** Access that is paid for in portions, and what counts the requests, redirected and repeated ones too. */
export interface CountedAccess {
  access: Access;
  onRequest: () => void;
  /** Whether the read was stopped because the minute had no more. */
  ranOut(): boolean;
  /** Takes what was used beyond the reserve out of the minute, or gives back what was not; to be called after the read. */
  settle(): Promise<void>;
}

/**
 * The access for a read that has this many requests reserved. Where the budget is used up it waits for the next minute
 * in the background, and ends with a Problem `busy` in a reader's call, which is short. In the background each request
 * heeds the pause that the API has wanted of others meanwhile.
 */
export function countedAccess(
  access: Access,
  spender: Spender,
  { reserved, mayWait }: { reserved: number; mayWait: boolean },
  services: BudgetServices,
): CountedAccess {
  const { source } = spender;
  const { identity } = access;
  let paid = reserved;
  let used = 0;
  let claimed = 0;
  let paying: Promise<void> | undefined;
  let ranOut = false;
  const pay = async (): Promise<void> => {
    const { count, waitMs } = await spendPortion(spender, services);
    paid += count;
    if (count > 0) return;
    ranOut = !mayWait;
    if (ranOut) throw usedUp(source, waitMs);
    await services.delay(waitMs);
    await pay();
  };
  const headers: Access['headers'] = async () => {
    if (mayWait)
      await respectWait(services.storage, { id: source.id, name: source.settings.name, identity }, services.now());
    claimed = Math.max(claimed, used) + 1;
    const mine = claimed;
    while (mine > paid) await (paying ??= pay().finally(() => (paying = undefined)));
    return access.headers();
  };
  const onRequest = (): void => void (used += 1);
  const settle = async (): Promise<void> => {
    const owed = used - paid;
    if (owed === 0 || owed === -1) return; // a single request is not worth the writes
    await spend({ ...sourcePurse(source, services), most: Infinity }, owed, services);
    await noteForReader(spender, owed, services);
  };
  return { access: { ...access, headers }, onRequest, ranOut: () => ranOut, settle };
}
