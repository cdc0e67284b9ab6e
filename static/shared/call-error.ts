import { noReply } from '../../src/shared/call-app';
import type { ProblemReply } from '../../src/shared/contract';

/**
 * What a failed call throws: the problem as the function responded to it, or one made here because no response came.
 */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(readonly problem: ProblemReply) {
    super(problem.message);
  }
}

/** The problem behind anything that a call threw; a foreign error becomes an `internal` problem without its text. */
export function problemOf(error: unknown): ProblemReply {
  return error instanceof CallError ? error.problem : noReply();
}
