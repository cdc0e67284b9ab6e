import { attemptState, type Attempt } from '../grants/attempt';
import { isId } from '../ids';
import { attemptKey } from '../keys';
import type { Now, Storage } from '../ports';
import type { ConnectionStatus } from '../shared/contract';
import { Problem, toProblemReply } from '../shared/problem';
import { signInIsOver } from './own-problems';

const states = { waiting: 'waiting', authenticated: 'connected', failed: 'failed', expired: 'expired' } as const;

/**
 * How the reader's own attempt to connect stands; it waits until they have said yes. Nothing is written.
 * @throws Problem `not-found` for any other attempt
 */
export async function connectionStatus(
  attemptId: string,
  { accountId }: { accountId: string },
  { storage, now }: { storage: Storage; now: Now },
): Promise<ConnectionStatus> {
  const attempt = isId(attemptId) ? await storage.get<Attempt>(attemptKey(attemptId)) : undefined;
  if (attempt?.owner !== accountId || attempt.target.kind !== 'own') throw signInIsOver();
  const state = states[attemptState(attempt, now())];
  const problem = state === 'failed' ? told(attempt) : undefined;
  return problem ? { state, problem: toProblemReply(problem, 'everyone') } : { state };
}

/** What was noted are words for this reader already. */
function told({ problem }: Attempt): Problem {
  if (!problem) return new Problem('internal', 'The sign-in could not be completed.');
  return new Problem(problem.code, problem.message);
}
