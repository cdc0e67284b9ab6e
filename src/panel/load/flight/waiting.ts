import type { Flight } from './flight';

const unknownMs = 400;
const longestMs = 5000;
/** In the background a read is a matter of minutes. */
const backgroundMs = 3000;
/** Of a part, with which a reader has something to look at. */
const partMs = 1000;
/** From the response to the rows in storage. */
const storedMs = 60;

/**
 * After how many milliseconds those who wait best call again: for a first page a little after it should be there by what
 * the last one took; spread, so that not all come at once.
 */
export function askAgainAfter(flight: Flight | undefined, now: number, random: () => number = Math.random): number {
  return Math.round(waitFor(flight, now) * (1 + 0.3 * random()));
}

function waitFor(flight: Flight | undefined, now: number): number {
  if (!flight) return unknownMs;
  if (flight.run) return partMs;
  if (flight.waits === 'queue') return backgroundMs;
  const expected = flight.firstMs > 0 ? flight.since + flight.firstMs + storedMs - now : 0;
  const lasted = Math.max(0, now - flight.since);
  return Math.min(expected > 0 ? expected : unknownMs + lasted / 15, longestMs);
}
