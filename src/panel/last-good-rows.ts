import type { Access } from '../grants/access';
import type { Problem, ProblemCode } from '../problem';

/** The remote or the way to it fails; the rows say nothing wrong, they are only old. */
const passing: readonly ProblemCode[] = [
  'remote-unreachable',
  'remote-timeout',
  'remote-failed',
  'remote-rate-limited',
  'busy',
];

/**
 * Whether the rows read last may be shown in place of the problem. After a lost or refused sign-in only rows that
 * were read with a grant that all readers share: nobody sees with his own rights what he may not see any more.
 */
export function mayShowLastGoodRows(problem: Problem, { identity }: Access): boolean {
  if (passing.includes(problem.code)) return true;
  return identity === 'shared' && isSignInTrouble(problem);
}

function isSignInTrouble({ code, details: { status } }: Problem): boolean {
  if (code === 'remote-refused') return status === 401 || status === 403;
  // A web page instead of JSON is how many services ask for a sign-in.
  return code === 'reconnect-needed' || code === 'response-unreadable';
}
