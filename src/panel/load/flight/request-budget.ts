import type { DataSource } from '../../../data-sources/data-source';
import type { Access } from '../../../grants/access';
import { sha256 } from '../../../ids';
import { Problem } from '../../../shared/problem';
import type { Delay, EntityStorage, Now, Storage } from '../../../ports';
import { respectWait } from '../../read/retry-after';
import type { Portions } from '../portions';
import { giveBackOwn, type OwnSpender, type Taken, takeOfReader, takeOwn } from './own-budget';
import { type Purse, type RequestBudget, spend, waitFor } from './purse';

export { endOfBudget, type RequestBudget } from './purse';

export interface BudgetServices {
  budgets: EntityStorage<RequestBudget>;
  readerBudgets: EntityStorage<RequestBudget>;
  portions: Portions;
  storage: Storage;
  now: Now;
  delay: Delay;
}

type Spending = Pick<BudgetServices, 'budgets' | 'readerBudgets' | 'portions' | 'now'>;
type Source = { id: string; settings: Pick<DataSource['settings'], 'name' | 'limits'> };

/** Who requests: of a data source, and for whom; for nobody in particular where the account is absent. */
export interface Spender {
  source: Source;
  accountId?: string;
  /** The account at the data source is the reader's own, so its requests count apart from those that all share. */
  isOwn?: boolean;
}

const ownSpender = ({ source, accountId, isOwn }: Spender): OwnSpender | undefined =>
  isOwn && accountId ? { source, accountId } : undefined;

const usualRequestsPerMinute = 120;
/** Half of what a site may write in a minute, so that tokens can always be stored. */
const writeUnitsPerMinute = 2000;
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
  if (spender.isOwn) return; // told when they are taken, which writes nothing where there are none
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
  const own = ownSpender(spender);
  if (own) return reserveOwn(spender, own, count, services);
  await spendForReader(spender, count, services);
  const waitMs = await spend(sourcePurse(spender.source, services), count, services);
  if (waitMs > 0) throw usedUp(spender.source, waitMs);
  return count;
}

async function reserveOwn(spender: Spender, own: OwnSpender, count: number, services: Spending): Promise<number> {
  for (let taken = 0; taken < count; taken += 1) requireTaken(spender, await takeOwn(own, services));
  return count;
}

function requireTaken({ source }: Spender, { waitMs, isReaders }: Taken): void {
  if (waitMs > 0) throw isReaders ? usedUpByReader(source, waitMs) : usedUp(source, waitMs);
}

/**
 * Takes the count out of the reader's minute alone.
 * @throws Problem `busy` with the time to wait where it has not so many left
 */
export async function spendForReader(spender: Spender, count: number, services: Spending): Promise<void> {
  const own = ownSpender(spender);
  if (own) return requireTaken(spender, await takeOfReader(own, services));
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
export function spendWrites(units: number, services: Pick<Spending, 'budgets' | 'now'>): Promise<number> {
  return spend({ id: 'snapshot-writes', most: writeUnitsPerMinute, records: services.budgets }, units, services);
}

/** As many requests as were taken out of the minute: a portion, or the last one that it has. */
async function spendPortion(spender: Spender, services: Spending): Promise<{ count: number; waitMs: number }> {
  const own = ownSpender(spender);
  if (own) return takenOwn(await takeOwn(own, services));
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

const takenOwn = ({ waitMs }: Taken) => ({ count: waitMs > 0 ? 0 : 1, waitMs });

/** A read that has begun goes on for all who wait for it; what it took is missing in the reader's minute. */
async function noteForReader(spender: Spender, count: number, services: Spending): Promise<void> {
  if (spender.isOwn) return;
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
    const own = ownSpender(spender);
    if (own) return giveBackOwn(own, -owed, services);
    await spend({ ...sourcePurse(source, services), most: Infinity }, owed, services);
    await noteForReader(spender, owed, services);
  };
  return { access: { ...access, headers }, onRequest, ranOut: () => ranOut, settle };
}
