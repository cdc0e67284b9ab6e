import type { Access } from '../../grants/access';
import { sharedIdentity } from '../../grants/grant';
import type { Problem, ProblemCode } from '../../shared/problem';
import type { SnapshotHead } from './snapshot/head';

/** The API or the way to it fails; the rows say nothing wrong, they are only old. */
const passing: readonly ProblemCode[] = [
  'host-unknown',
  'certificate-invalid',
  'remote-unreachable',
  'remote-timeout',
  'remote-failed',
  'remote-rate-limited',
  'busy',
];

/** Whether the upstream, or the way to it, fails for a while; the same request may succeed later. */
export function isPassing({ code, details: { status = 503 } }: Problem): boolean {
  return (
    passing.includes(code) && (status >= 500 || status === 429 || status === 408 || code === 'remote-rate-limited')
  );
}

/**
 * Whether the rows read last may be shown in place of the problem. After a lost or refused sign-in only rows that
 * were read with a grant that all readers share: nobody sees with their own rights what they may no longer see. Those
 * are also shown after an edit, whatever is wrong with what is requested since.
 */
export function mayShowLastGoodRows(problem: Problem, { identity }: Access, { isFormer }: LastRows): boolean {
  if (passing.includes(problem.code) || isServersTrouble(problem)) return true;
  return identity === sharedIdentity && (isFormer === true || maySignIn.includes(problem.code));
}

type LastRows = Pick<SnapshotHead, 'isFormer'>;

/** The token server had nothing to say to this client; it is overloaded, or fails for everybody. */
const isServersTrouble = ({ code, details: { status = 0 } }: Problem) =>
  code === 'exchange-failed' && (status === 429 || status >= 500);

/** A lost or refused sign-in, or what may be one: many services report it by a web page or an error in a 200. */
const maySignIn: readonly ProblemCode[] = [
  'reconnect-needed',
  'exchange-failed',
  'remote-unauthorized',
  'remote-forbidden',
  'sign-in-page',
  'remote-error',
  'response-unreadable',
];
