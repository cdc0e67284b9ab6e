import type { DataSource } from '../../../data-sources/data-source';
import { sha256 } from '../../../ids';
import type { EntityStorage, Now } from '../../../ports';
import type { Portions } from '../portions';
import { type Purse, type RequestBudget, spend } from './purse';

export interface OwnBudgetServices {
  budgets: EntityStorage<RequestBudget>;
  readerBudgets: EntityStorage<RequestBudget>;
  portions: Portions;
  now: Now;
}

/** A reader who requests with an account of their own. */
export interface OwnSpender {
  source: { id: string; settings: Pick<DataSource['settings'], 'limits'> };
  accountId: string;
}

/** What is left of a minute: nothing for so many milliseconds, of the reader's own part or of all readers'; 0 for enough. */
export interface Taken {
  waitMs: number;
  isReaders: boolean;
}

const ofReaderPerMinute = 30;
const usualOfAllPerMinute = 600;
const portion = 10;
/** So many readers side by side do not write to the same record. */
const mostShards = 8;
/** Requests of a reader that a process lets pass without a record of them: most readers make no more. */
const unrecorded = 3;
const readerPortion = (ofReaderPerMinute - unrecorded) / 3;
const readerTtlSeconds = 300;

/** One request taken out of the minute of the reader, and of all readers with accounts of their own together. */
export async function takeOwn(spender: OwnSpender, services: OwnBudgetServices): Promise<Taken> {
  const ofReader = await takeOfReader(spender, services);
  if (ofReader.waitMs > 0) return ofReader;
  return { waitMs: await takeOfAll(spender, services), isReaders: false };
}

/** One request taken out of the reader's minute alone. */
export async function takeOfReader(spender: OwnSpender, services: OwnBudgetServices): Promise<Taken> {
  const id = nameOf(spender);
  if (isUnrecorded(id, services)) return { waitMs: 0, isReaders: true };
  const most = ofReaderPerMinute - unrecorded;
  const purse: Purse = { id, most, records: services.readerBudgets, ttlSeconds: readerTtlSeconds };
  return { waitMs: await takeFrom(purse, id, readerPortion, services), isReaders: true };
}

/** Says nothing of the account. */
const nameOf = ({ source, accountId }: OwnSpender) => sha256(JSON.stringify([source.id, accountId]));

/** The first ones of a minute are there to be taken once. */
function isUnrecorded(id: string, { portions }: OwnBudgetServices): boolean {
  const free = `free:${id}`;
  if (portions.isFirst(free)) portions.keep(free, unrecorded);
  return portions.take(free, 1);
}

async function takeOfAll({ source, accountId }: OwnSpender, services: OwnBudgetServices): Promise<number> {
  const total = source.settings.limits.requestsPerMinute ?? usualOfAllPerMinute;
  const shards = Math.max(1, Math.min(mostShards, Math.floor(total / portion)));
  const shard = parseInt(sha256(accountId).slice(0, 8), 16) % shards;
  const most = Math.max(1, Math.floor(total / shards));
  const purse: Purse = { id: `${source.id}:readers:${shard}`, most, records: services.budgets };
  return takeFrom(purse, source.id, Math.min(portion, most), services);
}

/** What the process has left is used first, whichever reader it was taken for; else another portion, or the last one there is. */
async function takeFrom(
  purse: Purse,
  name: string,
  most: number,
  { portions, now }: OwnBudgetServices,
): Promise<number> {
  if (portions.take(name, 1)) return 0;
  let waitMs = 0;
  for (const count of most > 1 ? [most, 1] : [1]) {
    waitMs = await spend(purse, count, { now });
    if (waitMs > 0) continue;
    if (count > 1) portions.keep(name, count - 1);
    return 0;
  }
  return waitMs;
}

/** What was taken for pages that were not requested after all. */
export function giveBackOwn({ source }: OwnSpender, count: number, { portions }: OwnBudgetServices): void {
  if (count > 0) portions.keep(source.id, count);
}

/** A quarter of what rows may write in a minute; beyond it rows of readers' own accounts are shown and not kept. */
const writeUnitsPerMinute = 500;
const writePortion = 25;
const bytesOfUnit = 10_000;

/** Whether a head and so many bytes of chunks may be written in this minute, taken out of it. */
export async function mayWriteOwn(
  bytes: number,
  { budgets, portions, now }: Pick<OwnBudgetServices, 'budgets' | 'portions' | 'now'>,
): Promise<boolean> {
  const id = 'own-rows-writes';
  const units = 1 + Math.ceil(bytes / bytesOfUnit);
  if (portions.take(id, units)) return true;
  const count = Math.max(units, writePortion);
  if ((await spend({ id, most: writeUnitsPerMinute, records: budgets }, count, { now })) > 0) return false;
  portions.keep(id, count - units);
  return true;
}
