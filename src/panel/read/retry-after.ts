import { sharedIdentity } from '../../grants/grant';
import { sha256 } from '../../ids';
import { toldToWaitKey, upstreamWaitKey } from '../../keys';
import type { Storage } from '../../ports';
import { Problem, type ProblemDetails } from '../../shared/problem';

const longestWaitMs = 60 * 60_000;
/** Where a 429 does not say how long to wait, in milliseconds. */
export const usualWaitMs = 30_000;

/**
 * Milliseconds to wait by a `Retry-After` header in either form (RFC 9110 section 10.2.3), an hour at most; `undefined`
 * where it is absent or unreadable.
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWaitMs);
}

interface Wait {
  until: number;
  /** Of the response that wanted it. */
  status?: number;
}

/** Which status told us to wait, and how long. */
export interface RequestedWait {
  waitMs: number;
  status: number;
}

/** Who reads from which data source: all with one account, or a reader with their own, whose id no key tells. */
interface Asking {
  id: string;
  identity?: string;
}

const hashOf = (identity: string) => sha256(identity).slice(0, 32);

/**
 * Notes that the data source wants to be left alone that long: by everybody, or by a reader's own account that made too many
 * requests. Where it told so many of them within a minute, it means everybody. A longer wait stands.
 */
export async function noteWait(
  storage: Storage,
  { id, identity = sharedIdentity }: Asking,
  { waitMs, status }: RequestedWait,
  now: number,
): Promise<void> {
  const isOwn = identity !== sharedIdentity && status < 500;
  if (isOwn) await keepWait(storage, upstreamWaitKey(id, hashOf(identity)), { waitMs, status }, now);
  if (!isOwn || (await isEverybodys(storage, { id, identity }, now)))
    await keepWait(storage, upstreamWaitKey(id), { waitMs, status }, now);
}

async function keepWait(storage: Storage, key: string, { waitMs, status }: RequestedWait, now: number): Promise<void> {
  const wait: Wait = { until: now + waitMs, status };
  const known = await storage.get<Wait>(key);
  if (known && known.until > wait.until) return;
  await storage.set(key, wait, { ttlSeconds: Math.ceil(waitMs / 1000) + 60 });
}

const everybody = 3;
const minuteMs = 60_000;

/** Whether so many accounts were told to wait within a minute that it is no matter of one of them. */
async function isEverybodys(storage: Storage, { id, identity }: Required<Asking>, now: number): Promise<boolean> {
  const key = toldToWaitKey(id);
  const known = (await storage.get<Record<string, number>>(key)) ?? {};
  const recent = Object.entries(known).filter(([, at]) => now - at < minuteMs);
  const told = { ...Object.fromEntries(recent.slice(-everybody)), [hashOf(identity)]: now };
  await storage.set(key, told, { ttlSeconds: 2 * (minuteMs / 1000) });
  return Object.keys(told).length >= everybody;
}

/**
 * Does nothing once the time is over for which the data source wants to be left alone.
 * @throws Problem `remote-rate-limited` with the milliseconds that are left
 */
export async function respectWait(storage: Storage, dataSource: Asking & { name: string }, now: number): Promise<void> {
  const wait = await longestWait(storage, dataSource);
  if (!wait || wait.until <= now) return;
  throw rateLimited(dataSource.name, wait.until - now, wait.status ?? 429, { isBackedOff: true });
}

async function longestWait(storage: Storage, { id, identity = sharedIdentity }: Asking): Promise<Wait | undefined> {
  if (identity === sharedIdentity) return storage.get<Wait>(upstreamWaitKey(id));
  const found = await storage.getMany<Wait>([upstreamWaitKey(id), upstreamWaitKey(id, hashOf(identity))]);
  return [...found.values()].sort((one, other) => other.until - one.until)[0];
}

export function rateLimited(
  name: string,
  waitMs: number,
  status: number,
  more: Pick<ProblemDetails, 'detail' | 'isBackedOff'>,
): Problem {
  const why = status >= 500 ? 'is not available' : 'has received too many requests';
  const message = `${name} ${why} and asks us to wait ${duration(waitMs)}.`;
  return new Problem('remote-rate-limited', message, { retryAfterMs: waitMs, status, ...more });
}

function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 120 ? lengthOf('second').format(seconds) : lengthOf('minute').format(Math.ceil(seconds / 60));
}

const lengthOf = (unit: 'second' | 'minute') =>
  new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' });
