import { upstreamWaitKey } from '../../keys';
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

/** Notes for everybody that the data source wants to be left alone that long. A longer wait stands. */
export async function noteWait(
  storage: Storage,
  dataSourceId: string,
  { waitMs, status }: RequestedWait,
  now: number,
): Promise<void> {
  const wait: Wait = { until: now + waitMs, status };
  const known = await storage.get<Wait>(upstreamWaitKey(dataSourceId));
  if (known && known.until > wait.until) return;
  await storage.set(upstreamWaitKey(dataSourceId), wait, { ttlSeconds: Math.ceil(waitMs / 1000) + 60 });
}

/**
 * Does nothing once the time is over for which the data source wants to be left alone.
 * @throws Problem `remote-rate-limited` with the milliseconds that are left
 */
export async function respectWait(
  storage: Storage,
  dataSource: { id: string; name: string },
  now: number,
): Promise<void> {
  const wait = await storage.get<Wait>(upstreamWaitKey(dataSource.id));
  if (!wait || wait.until <= now) return;
  throw rateLimited(dataSource.name, wait.until - now, wait.status ?? 429, { isBackedOff: true });
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
