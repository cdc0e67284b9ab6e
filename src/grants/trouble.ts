import { knownCode } from '../oauth/provider-codes';
import { backOffMs, leaseSlackMs, longestBackOffMs, troublePauseMs } from '../shared/limits';
import { Problem } from '../shared/problem';
import type { Grant, GrantTrouble } from './grant';
import { troubled } from './grant-problems';
import { claimedAt, isAhead } from './lease';

/** Who wants tokens: with which credentials, and whether an admin waits for the outcome. */
export interface Requester {
  secretKey: string;
  isByHand: boolean;
}

/** The trouble that is left after one more attempt that came to nothing. An admin's clicks do not lengthen the pause. */
export function troubleAfter(
  known: GrantTrouble | undefined,
  { code, message, details }: Problem,
  { secretKey, isByHand }: Requester,
  now: number,
): GrantTrouble {
  const before = known?.secretKey === secretKey ? failuresOf(known) : 0;
  const failures = isByHand ? Math.max(before, 1) : before + 1;
  const isClient = details.refused === 'client' || details.refused === 'grant';
  const first = isClient ? troublePauseMs : backOffMs;
  const until = now + Math.min(first * 2 ** (failures - 1), longestBackOffMs);
  const { status, remoteCode } = details;
  const told = { reason: message, remoteCode: knownCode(remoteCode), status, code: isClient ? undefined : code };
  return { at: now, until, failures, secretKey, ...told };
}

const failuresOf = ({ failures = 1 }: GrantTrouble) => failures;

/** Whether the server refused the client itself, which only other credentials or another registration settle. */
export const isOfClient = ({ code }: GrantTrouble) => code === undefined;

/**
 * What is told instead of a request to the server: it did not serve an attempt with these credentials a moment ago.
 * `undefined` where it may be contacted, which an admin always may.
 */
export function pausedBy(
  { trouble }: Pick<Grant, 'trouble'>,
  { secretKey, isByHand }: Requester,
  now: number,
): Problem | undefined {
  if (isByHand || trouble?.secretKey !== secretKey || isAhead(trouble.at, now)) return undefined;
  const until = trouble.until ?? trouble.at + troublePauseMs;
  return now < until ? problemOf(trouble, until - now) : undefined;
}

/**
 * What is told to those who come while the lease of a holder only runs out, because they failed; `undefined` where
 * nothing is known.
 */
export function failedUnderLease(grant: Grant, now: number): Problem | undefined {
  const { trouble, until } = grant;
  if (!trouble || trouble.at < claimedAt(grant)) return undefined;
  return new Problem('busy', trouble.reason, waiting(until + leaseSlackMs - now));
}

/** Readers look again before a long pause is over, because an admin may have settled it. */
const longestWaitMs = 5 * 60_000;

const waiting = (leftMs: number) => ({
  isBackedOff: true,
  retryAfterMs: Math.min(Math.max(leftMs, 1000), longestWaitMs),
});

function problemOf({ code, reason, status, remoteCode }: GrantTrouble, leftMs: number): Problem {
  if (code === undefined) return troubled(reason, { remoteCode, status });
  return new Problem(code, reason, { status, remoteCode, ...waiting(leftMs) });
}
