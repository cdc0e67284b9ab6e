import type { ReadLimits } from '../../../shared/contract';
import { readLimitBounds } from '../../../shared/limits';
import type { Reading } from '../../../shared/frame';
import { type Bounds, readBounds } from '../../shape/read-bounds';

const minute = 60_000;

/** What a read in the background may cost: ten of its fifteen minutes, and the platform's requests for those. */
const backgroundBounds: Bounds = { ...readBounds, totalMs: 10 * minute, requestMs: 2 * minute, pages: 1000 };

/** The limits under which a data source is read, and the bounds of the invocation that reads it. */
export function boundsFor(limits: ReadLimits, inBackground: boolean): { limits: ReadLimits; bounds: Bounds } {
  if (!inBackground) return { limits, bounds: readBounds };
  const { totalMs, pages } = backgroundBounds;
  const widened = {
    ...limits,
    seconds: isAtBound(limits, 'seconds') ? totalMs / 1000 : limits.seconds,
    pages: isAtBound(limits, 'pages') ? pages : limits.pages,
  };
  return { limits: widened, bounds: backgroundBounds };
}

/** Whether a read ended only because a reader's call is short: no limit that an admin has set was in the way. */
export function endedTooEarly({ stopReason }: Pick<Reading, 'stopReason'>, limits: ReadLimits): boolean {
  if (stopReason === 'time-limit') return isAtBound(limits, 'seconds');
  return stopReason === 'page-limit' && isAtBound(limits, 'pages');
}

/** A limit at its bound is not the admin's wish but the most that a reader's call allows. */
export function isAtBound(limits: ReadLimits, name: 'seconds' | 'pages'): boolean {
  return limits[name] >= readLimitBounds[name];
}
