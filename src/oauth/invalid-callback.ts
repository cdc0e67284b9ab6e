import { Problem } from '../shared/problem';

/** The problem of a callback that nothing is exchanged for; `why` is a sentence. */
export function invalidCallback(why: string, cause?: unknown): Problem {
  return new Problem('callback-invalid', `This sign-in cannot be completed. ${why}`, {
    remedy: 'An admin can start again with Authenticate.',
    cause,
  });
}
