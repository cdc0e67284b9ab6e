import type { DataSource } from '../../data-sources/data-source';
import type { Access } from '../../grants/access';
import { newId } from '../../ids';
import type { Delay, EntityStorage, Now, Revisioned } from '../../ports';

/** The version written into new budget records. */
export const budgetSchema = 1;

/** What was used of something in one minute, by all readers together. Changed by compare-and-set only. */
export interface Budget extends Revisioned {
  schema: number;
  /** Minutes since the epoch. */
  minute: number;
  used: number;
}

export interface BudgetServices {
  budgets: EntityStorage<Budget>;
  now: Now;
  delay: Delay;
}

type Spending = Pick<BudgetServices, 'budgets' | 'now'>;
type Source = Pick<DataSource, 'id' | 'settings'>;

const minuteMs = 60_000;
const usualRequestsPerMinute = 120;
/** Half of what a site may write in a minute, so that tokens can always be stored. */
const writeUnitsPerMinute = 2000;
const contenders = 5;
/** Requests that a long read asks leave for at once. */
const portion = 10;

/** Takes so many requests to the data source out of the running minute, as `spend` does. */
export function spendRequests(source: Source, count: number, services: Spending): Promise<number> {
  const most = source.settings.limits.requestsPerMinute ?? usualRequestsPerMinute;
  return spend(source.id, count, most, services);
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
  found: Budget | undefined,
  spent: Pick<Budget, 'minute' | 'used'>,
  budgets: EntityStorage<Budget>,
): Promise<boolean> {
  const next: Budget = { schema: budgetSchema, ...spent, rev: (found?.rev ?? 0) + 1, by: newId() };
  return found ? budgets.replace(id, found.rev, next) : budgets.create(id, next);
}

/** Access that counts the requests it is used for. */
export interface CountedAccess {
  access: Access;
  /** Takes what was used beyond the reserve out of the minute; to be called after the read. */
  settle(): Promise<void>;
}

/**
 * The access for a read that has this many requests reserved. In the background it waits for the next minute where the
 * budget is used up; a reader's call is short, so what it uses beyond its reserve counts for whoever comes next.
 */
export function countedAccess(
  access: Access,
  source: Source,
  { reserved, mayWait }: { reserved: number; mayWait: boolean },
  services: BudgetServices,
): CountedAccess {
  let paid = reserved;
  let used = 0;
  const pay = async (): Promise<void> => {
    for (let waitMs = 1; waitMs > 0;) {
      waitMs = await spendRequests(source, portion, services);
      if (waitMs > 0) await services.delay(waitMs);
    }
    paid += portion;
  };
  const headers: Access['headers'] = async () => {
    if (mayWait && used >= paid) await pay();
    used += 1;
    return access.headers();
  };
  const settle = async (): Promise<void> => {
    if (used > paid) await spend(source.id, used - paid, Infinity, services);
  };
  return { access: { ...access, headers }, settle };
}
