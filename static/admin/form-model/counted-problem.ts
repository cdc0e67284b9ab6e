import type { ProblemReply } from '../../../src/shared/contract';
import { fieldsSentence } from '../../../src/shared/field-sentences';

/**
 * The problem as it still stands when `left` of its broken rules are: a sentence that counts fields counts those.
 * Undefined once every field that was refused has been changed.
 */
export function countedProblem(problem: ProblemReply, left: number): ProblemReply | undefined {
  const refused = problem.fields?.length ?? 0;
  if (refused > 0 && left === 0) return undefined;
  return problem.message === fieldsSentence(refused) ? { ...problem, message: fieldsSentence(left) } : problem;
}
