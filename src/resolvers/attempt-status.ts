import type { AttemptStatus, Badge } from '../shared/contract';
import { getDataSource } from '../data-sources/data-source-store';
import { attemptState, openAttempt, type Attempt } from '../grants/attempt';
import { openDraft } from '../grants/draft';
import { Problem, toProblemReply } from '../shared/problem';
import type { Caller } from './call';
import { ownBadge } from './data-source-view';
import type { Services } from './services';

/**
 * How the caller's attempt to authenticate stands, with the badge to show. A failed or expired attempt leaves whatever
 * grant there was before as it is.
 * @throws Problem `not-found`, `forbidden` (another admin's attempt)
 */
export async function attemptStatus(
  attemptId: string,
  { accountId }: Caller,
  services: Services,
): Promise<AttemptStatus> {
  const attempt = await openAttempt(attemptId, accountId, services);
  const state = attemptState(attempt, services.now());
  const badge = await targetBadge(attempt, services);
  if (state === 'authenticated') return { state, badge };
  if (state === 'waiting') return { state, badge: { state: 'waiting' } };
  const problem = state === 'expired' ? expired() : told(attempt);
  const reply = toProblemReply(problem, 'admin');
  return { state, badge: withReason(badge, reply.message), problem: reply };
}

async function targetBadge({ target, owner }: Attempt, services: Services): Promise<Badge> {
  try {
    const connection =
      target.kind === 'draft'
        ? await openDraft(target.draftId, owner, services)
        : await getDataSource(target.dataSourceId, services.dataSources);
    return await ownBadge(connection, services);
  } catch (error) {
    if (error instanceof Problem) return { state: 'not-authenticated' };
    throw error;
  }
}

const withReason = (badge: Badge, reason: string): Badge =>
  badge.state === 'not-authenticated' ? { ...badge, reason } : badge;

const expired = () =>
  new Problem(
    'callback-invalid',
    'The sign-in was not finished within ten minutes. Click Authenticate to start again.',
  );

function told({ problem }: Attempt): Problem {
  if (!problem) return new Problem('internal', 'The sign-in failed. Click Authenticate to start again.');
  const { code, message, detail, remoteCode } = problem;
  return new Problem(code, message, { detail, remoteCode });
}
