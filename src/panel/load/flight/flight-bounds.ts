import type { ReadLimits } from '../../../shared/contract';
import { readLimitBounds } from '../../../shared/limits';
import type { Reading } from '../../../shared/frame';
import { type Bounds, readBounds } from '../../shape/read-bounds';

const minute = 60_000;

/** What a read in the background may cost: ten of its fifteen minutes, and the platform's requests for those. */
const backgroundBounds: Bounds = { ...readBounds, totalMs: 10 * minute, requestMs: 2 * minute, pages: 1000 };

/** The limits under which a data source is read by all calls together, and the bounds of the one that reads it now. */
export function boundsFor(limits: ReadLimits, inBackground: boolean): { limits: ReadLimits; bounds: Bounds } {
  const { totalMs, pages } = backgroundBounds;
  const widened = {
    ...limits,
    seconds: isAtBound(limits, 'seconds') ? totalMs / 1000 : limits.seconds,
    pages: isAtBound(limits, 'pages') ? pages : limits.pages,
  };
  return { limits: widened, bounds: inBackground ? backgroundBounds : readBounds };
}

/** Whether a read ended only because a call is short: no limit of an admin was in the way, nor the most that is read. */
export function endedTooEarly(
  { stopReason, durationMs, pagesRead }: Pick<Reading, 'stopReason' | 'durationMs' | 'pagesRead'>,
  limits: ReadLimits,
): boolean {
  const { totalMs, pages } = backgroundBounds;
  if (stopReason === 'unfinished') return true;
  if (stopReason === 'time-limit') return isAtBound(limits, 'seconds') && durationMs < totalMs;
  return stopReason === 'page-limit' && isAtBound(limits, 'pages') && pagesRead < pages;
}

/** A limit at its bound is not the admin's wish but the most that a reader's call allows. */
export function isAtBound(limits: ReadLimits, name: 'seconds' | 'pages'): boolean {
  return limits[name] >= readLimitBounds[name];
}
