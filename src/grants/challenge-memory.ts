import { usesChallenges, challengeRefusal } from '../authentication/registry';
import type { Refusal } from '../authentication/refusal';
import type { UsedChallenge } from '../authentication/request-credentials';
import { newId } from '../ids';
import type { Redactor } from '../ports';
import type { Authentication } from '../shared/contract';

/** The challenge that all further requests of an access answer. */
export interface ChallengeMemory {
  /** The challenge for one more request; `undefined` before there is one. */
  next(): UsedChallenge | undefined;
  /** Takes the challenge of a 401, so that the request is worth another try; false where it is not to be answered. */
  take(text: string): boolean;
  /** Why a challenge is not answered, or `undefined` if it would be. */
  whyNot(text: string): Refusal | undefined;
}

/** A memory without a challenge. It lasts for one access, so that all pages of a reading answer one challenge. */
export function challengeMemory(authentication: Authentication, redactor: Redactor): ChallengeMemory {
  let used: UsedChallenge | undefined;
  const whyNot = (text: string) => challengeRefusal(authentication, text, used);
  return {
    next() {
      used = used && { ...used, count: used.count + 1 };
      return used;
    },
    take(text) {
      if (!usesChallenges(authentication) || whyNot(text) !== undefined) return false;
      used = { text, clientNonce: newId(), count: 0 };
      redactor.remember(used.clientNonce); // without it nobody can try passwords on a response that an API echoes
      return true;
    },
    whyNot,
  };
}
