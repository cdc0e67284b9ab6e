import type { Problem } from '../shared/problem';
import type { Requester } from './trouble';

/** What all grants of one connection know of its authorization server, where each reader has a grant of their own. */
export interface CommonTrouble {
  /** What is told instead of a request, as `pausedBy`, before anything is claimed; `undefined` where the server may be contacted. */
  pausedBy(requester: Requester, now: number): Promise<Problem | undefined>;
  /** Notes an attempt for one of the grants that came to nothing. Never throws. */
  failed(grantId: string, problem: Problem, requester: Requester, now: number): Promise<void>;
  /** Forgets what was noted, if anything was, now that the server has given tokens. Never throws. */
  succeeded(): Promise<void>;
}
