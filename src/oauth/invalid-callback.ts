import { Problem, type ProblemDetails } from '../shared/problem';

/** The problem of a callback that nothing is exchanged for; `why` is a sentence. */
export function invalidCallback(why: string, details: Pick<ProblemDetails, 'cause' | 'detail'> = {}): Problem {
  return new Problem('callback-invalid', `This sign-in cannot be completed. ${why}`, {
    remedy: 'An admin can start again with Authenticate.',
    ...details,
  });
}
