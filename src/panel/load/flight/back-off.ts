import { Problem, type ProblemCode } from '../../../shared/problem';
import type { Flight, BackOff } from './flight';

/**
 * The first back-off where the API does not say how long it wants to be left alone, and where it says hardly any time.
 */
const usualBackOffMs = 30_000;
const shortestBackOffMs = 1000;
const longestBackOffMs = 15 * 60_000;
/** Panels whose own failures are remembered. */
const mostBackOffs = 20;
/** Whoever requests new rows by hand may try this long after a failure. */
const patienceMs = 30_000;

/** No request was made, so nobody is left alone: the next call may end otherwise. */
const withoutRequest: readonly ProblemCode[] = [
  'busy',
  'internal',
  'not-authenticated',
  'reconnect-needed',
  'host-not-allowed',
  'port-not-allowed',
];

/**
 * The flight's back-offs after this failure of the request (`of` empty) or of what one panel takes out of its response.
 */
export function backOffsAfter({ rests }: Pick<Flight, 'rests'>, of: string, problem: Problem, now: number): BackOff[] {
  const { code, what: message, details } = problem;
  const { remedy, readerMessage, status, retryAfterMs = usualBackOffMs, isBackedOff } = details;
  const known = rests.find((backOff) => backOff.of === of);
  const lastsLonger = known !== undefined && known.until >= now + retryAfterMs;
  if (isBackedOff ? lastsLonger : withoutRequest.includes(code)) return [...rests];
  const failures = (known?.failures ?? 0) + (isBackedOff ? 0 : 1);
  const until = now + (isBackedOff ? retryAfterMs : growing(retryAfterMs, failures));
  const backOff: BackOff = { of, failures, at: now, until, problem: { code, message, remedy, readerMessage, status } };
  return [...rests.filter((other) => other !== known).slice(1 - mostBackOffs), backOff];
}

/** Twice as long with each failure, up to the longest back-off, and never shorter than the API says. */
function growing(first: number, failures: number): number {
  const doubled = Math.max(first, shortestBackOffMs) * 2 ** (failures - 1);
  return Math.max(Math.min(doubled, longestBackOffMs), first);
}

/** The back-offs without those of what has gone well. */
export function backOffsWithout(rests: readonly BackOff[], of: readonly string[]): BackOff[] {
  return rests.filter((backOff) => !of.includes(backOff.of));
}

/**
 * What there is to tell instead of a request: the request as a whole, or what makes these rows of it, failed a short while
 * ago. `insistent` is whoever requests new rows by hand, whose patience is shorter. `undefined` where nothing is backed
 * off.
 */
export function backOffOf(
  { rests }: Pick<Flight, 'rests'>,
  rows: string,
  now: number,
  insistent: boolean,
): Problem | undefined {
  const backOff = rests.find(({ of, until }) => (of === '' || of === rows) && now < until);
  if (!backOff) return undefined;
  const { at, until, problem } = backOff;
  const mayInsist = insistent && problem.code !== 'remote-rate-limited' && now - at >= patienceMs;
  if (mayInsist) return undefined;
  const { code, message, remedy, readerMessage, status } = problem;
  return new Problem(code, message, { remedy, readerMessage, status, retryAfterMs: until - now });
}
