import { newId } from '../../../ids';
import type { EntityStorage, Now, Revisioned } from '../../../ports';

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

/** One record to spend from. */
export interface Purse {
  id: string;
  most: number;
  records: EntityStorage<RequestBudget>;
  ttlSeconds?: number;
}

export const minuteMs = 60_000;
/** A data source’s record is kept for so long after its minute. */
const keptMs = 24 * 60 * minuteMs;
const contenders = 5;

/**
 * Takes so many out of the running minute: 0, or the milliseconds until the next minute where they are more than it has
 * left.
 */
export async function spend(purse: Purse, count: number, { now }: { now: Now }): Promise<number> {
  for (let attempt = 0; attempt < contenders; attempt += 1) {
    const { found, minute, used } = await usedOf(purse, now());
    if (isTooMuch(used, count, purse)) return (minute + 1) * minuteMs - now();
    if (await write(purse, found, { minute, used: Math.max(0, used + count) })) return 0;
  }
  return minuteMs / contenders;
}

/** As `spend`, without taking anything. */
export async function waitFor(purse: Purse, count: number, { now }: { now: Now }): Promise<number> {
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
