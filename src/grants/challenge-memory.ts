import { answersChallenges, whyUnanswered } from '../authentication/registry';
import type { Refusal } from '../authentication/refusal';
import type { AnsweredChallenge } from '../authentication/request-credentials';
import { newId } from '../ids';
import type { Redactor } from '../ports';
import type { Authentication } from '../shared/contract';

/** The challenge that all further requests of an access answer. */
export interface ChallengeMemory {
  /** The challenge for one more request; `undefined` before there is one. */
  next(): AnsweredChallenge | undefined;
  /** Takes the challenge of a 401, so that the request is worth another try; false where it is not to be answered. */
  take(text: string): boolean;
  /** Why a challenge is not answered, or `undefined` if it would be. */
  whyNot(text: string): Refusal | undefined;
}

/** A memory without a challenge. It lasts for one access, so that all pages of a reading answer one challenge. */
export function challengeMemory(authentication: Authentication, redactor: Redactor): ChallengeMemory {
  let answered: AnsweredChallenge | undefined;
  const whyNot = (text: string) => whyUnanswered(authentication, text, answered);
  return {
    next() {
      answered = answered && { ...answered, count: answered.count + 1 };
      return answered;
    },
    take(text) {
      if (!answersChallenges(authentication) || whyNot(text) !== undefined) return false;
      answered = { text, clientNonce: newId(), count: 0 };
      redactor.remember(answered.clientNonce); // without it nobody can try passwords on an answer that an API echoes
      return true;
    },
    whyNot,
  };
}
