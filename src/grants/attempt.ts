import { isId } from '../ids';
import { attemptKey } from '../keys';
import { attemptKeptMs } from '../shared/limits';
import type { Now, Redactor, Storage } from '../ports';
import { knownCode } from '../oauth/provider-codes';
import { Problem, type ProblemCode } from '../shared/problem';
import { shorten } from '../shared/shorten';
import type { GrantTarget } from './pending';

/** How one attempt to authenticate went, for the admin page that waits for it. Holds no secret; lives for an hour. */
export interface Attempt {
  id: string;
  owner: string;
  target: GrantTarget;
  state: 'waiting' | 'authenticated' | 'failed';
  problem?: { code: ProblemCode; message: string; detail?: string; remoteCode?: string };
  /** When waiting is of no use any more. */
  expiresAt: number;
}

export interface AttemptPorts {
  storage: Storage;
  now: Now;
}

const longestText = 500;
const ttlSeconds = attemptKeptMs / 1000;

export const keepAttempt = (attempt: Attempt, { storage }: AttemptPorts): Promise<void> =>
  storage.set(attemptKey(attempt.id), attempt, { ttlSeconds });

/**
 * The attempt of that id.
 * @throws Problem `not-found` (unknown or older than an hour), `forbidden` (another admin's)
 */
export async function openAttempt(id: string, accountId: string, { storage, now }: AttemptPorts): Promise<Attempt> {
  const attempt = isId(id) ? await storage.get<Attempt>(attemptKey(id)) : undefined;
  if (!attempt || now() >= attempt.expiresAt + attemptKeptMs) {
    throw new Problem('not-found', 'This sign-in has expired. Click Authenticate again.');
  }
  if (attempt.owner !== accountId) throw new Problem('forbidden', 'Another admin started this sign-in.');
  return attempt;
}

/** The state to show: an attempt that nobody finished in time has expired, and so has one whose window was closed. */
export const attemptState = (attempt: Attempt, now: number): Attempt['state'] | 'expired' =>
  attempt.state === 'waiting' && now >= attempt.expiresAt ? 'expired' : attempt.state;

/** Notes how the attempt ended. The provider's words are masked first, because the record is an open one. */
export async function closeAttempt(
  attempt: Attempt,
  problem: Problem | undefined,
  ports: AttemptPorts & { redactor: Redactor },
): Promise<void> {
  if (!problem) return keepAttempt({ ...attempt, state: 'authenticated' }, ports);
  const { detail, remoteCode } = problem.details;
  const open = (text: string) => shorten(ports.redactor.redact(text), longestText);
  const told = {
    code: problem.code,
    message: open(problem.message),
    detail: detail === undefined ? undefined : open(detail),
    remoteCode: knownCode(remoteCode),
  };
  await keepAttempt({ ...attempt, state: 'failed', problem: told }, ports);
}
