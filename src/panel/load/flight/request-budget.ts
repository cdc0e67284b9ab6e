import type { DataSource } from '../../../data-sources/data-source';
import type { Access } from '../../../grants/access';
import { newId } from '../../../ids';
import { Problem } from '../../../shared/problem';
import type { Delay, EntityStorage, Now, Revisioned, Storage } from '../../../ports';
import { respectWait } from '../../read/retry-after';

/** The version written into new budget records. */
export const budgetSchema = 1;

/** What was used of something in one minute, by all readers together. Changed by compare-and-set only. */
export interface RequestBudget extends Revisioned {
  schema: number;
  /** Minutes since the epoch. */
  minute: number;
  used: number;
}

export interface BudgetServices {
  budgets: EntityStorage<RequestBudget>;
  storage: Storage;
  now: Now;
  delay: Delay;
}

type Spending = Pick<BudgetServices, 'budgets' | 'now'>;
type Source = { id: string; settings: Pick<DataSource['settings'], 'name' | 'limits'> };

const minuteMs = 60_000;
const usualRequestsPerMinute = 120;
/** Half of what a site may write in a minute, so that tokens can always be stored. */
const writeUnitsPerMinute = 2000;
const contenders = 5;
/** Requests that a long read reserves at once. */
const portion = 10;

const requestsPerMinute = ({ settings }: Source) => settings.limits.requestsPerMinute ?? usualRequestsPerMinute;

/** Takes so many requests to the data source out of the running minute, as `spend` does. */
function spendRequests(source: Source, count: number, services: Spending): Promise<number> {
  return spend(source.id, count, requestsPerMinute(source), services);
}

/**
 * The count, taken out of the running minute.
 * @throws Problem `busy` with the time to wait where the minute has not so many left
 */
export async function reserveRequests(source: Source, count: number, services: Spending): Promise<number> {
  const waitMs = await spendRequests(source, count, services);
  if (waitMs > 0) throw usedUp(source, waitMs);
  return count;
}

function usedUp({ settings }: Source, waitMs: number): Problem {
  const message = `${settings.name} has reached the number of requests per minute that an admin allows. New rows follow within a minute.`;
  return new Problem('busy', message, { retryAfterMs: waitMs });
}

/** Takes so many units of storage out of what snapshots may write in a minute, as `spend` does. */
export function spendWrites(units: number, services: Spending): Promise<number> {
  return spend('snapshot-writes', units, writeUnitsPerMinute, services);
}

/**
 * Takes so many out of the running minute: 0, or the milliseconds until the next minute where they are more than it has
 * left. A minute that is untouched takes any number, so that what is large is possible at all.
 */
async function spend(id: string, count: number, most: number, { budgets, now }: Spending): Promise<number> {
  for (let attempt = 0; attempt < contenders; attempt += 1) {
    const found = await budgets.get(id);
    const minute = Math.floor(now() / minuteMs);
    const used = found?.minute === minute ? found.used : 0;
    if (used > 0 && used + count > most) return (minute + 1) * minuteMs - now();
    if (await write(id, found, { minute, used: used + count }, budgets)) return 0;
  }
  return minuteMs / contenders;
}

function write(
  id: string,
  found: RequestBudget | undefined,
  spent: Pick<RequestBudget, 'minute' | 'used'>,
  budgets: EntityStorage<RequestBudget>,
): Promise<boolean> {
  const next: RequestBudget = { schema: budgetSchema, ...spent, rev: (found?.rev ?? 0) + 1, by: newId() };
  return found ? budgets.replace(id, found.rev, next) : budgets.create(id, next);
}

/** As many requests as were taken out of the minute: a portion, or the last one that it has. */
async function spendPortion(source: Source, services: Spending): Promise<{ count: number; waitMs: number }> {
  let waitMs = 0;
  for (const count of [Math.min(portion, requestsPerMinute(source)), 1]) {
    waitMs = await spendRequests(source, count, services);
    if (waitMs === 0) return { count, waitMs };
  }
  return { count: 0, waitMs };
}

/** Access that is paid for in portions, and what counts the requests, redirected and repeated ones too. */
export interface CountedAccess {
  access: Access;
  onRequest: () => void;
  /** Whether the read was stopped because the minute had no more. */
  ranOut(): boolean;
  /** Takes what was used beyond the reserve out of the minute; to be called after the read. */
  settle(): Promise<void>;
}

/**
 * The access for a read that has this many requests reserved. Where the budget is used up it waits for the next minute
 * in the background, and ends with a Problem `busy` in a reader's call, which is short. In the background each request
 * heeds the pause that the API has wanted of others meanwhile.
 */
export function countedAccess(
  access: Access,
  source: Source,
  { reserved, mayWait }: { reserved: number; mayWait: boolean },
  services: BudgetServices,
): CountedAccess {
  let paid = reserved;
  let used = 0;
  let ranOut = false;
  const pay = async (): Promise<void> => {
    const { count, waitMs } = await spendPortion(source, services);
    paid += count;
    if (count > 0) return;
    ranOut = !mayWait;
    if (ranOut) throw usedUp(source, waitMs);
    await services.delay(waitMs);
    await pay();
  };
  const headers: Access['headers'] = async () => {
    if (mayWait) await respectWait(services.storage, { id: source.id, name: source.settings.name }, services.now());
    if (used >= paid) await pay();
    return access.headers();
  };
  const onRequest = (): void => void (used += 1);
  const settle = async (): Promise<void> => {
    if (used > paid) await spend(source.id, used - paid, Infinity, services);
  };
  return { access: { ...access, headers }, onRequest, ranOut: () => ranOut, settle };
}
