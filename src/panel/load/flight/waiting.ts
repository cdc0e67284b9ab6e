import type { Flight } from './flight';

const shortestMs = 400;
const longestMs = 5000;
/** In the background a read is a matter of minutes. */
const backgroundMs = 3000;

/**
 * After how many milliseconds those who wait for the holder's rows best call again: a little after the read should be
 * done by what the last one took, else after a part of the time it has lasted; spread, so that not all come at once.
 */
export function askAgainAfter(flight: Flight | undefined, now: number, random: () => number = Math.random): number {
  const spread = 0.9 + 0.2 * random();
  if (flight?.inBackground) return Math.round(backgroundMs * spread);
  const lasted = flight ? Math.max(0, now - flight.since) : 0;
  const expected = flight && flight.tookMs > 0 ? flight.tookMs - lasted + 150 : 0;
  const wanted = expected > 0 ? expected : 600 + lasted / 15;
  return Math.round(Math.min(Math.max(wanted, shortestMs), longestMs) * spread);
}
