import { Problem, type ProblemCode } from '../../problem';
import { rateLimited, usualWaitMs } from './retry-after';

/** What of an answer decides that it is a problem. */
export interface RefusedAnswer {
  status: number;
  /** What the remote said, for admins. */
  text: string;
  retryAfterMs: number | undefined;
}

/** The problem of an answer whose status is not a success, in one sentence that names the data source. */
export function statusProblem(name: string, answer: RefusedAnswer, hasCredentials: boolean): Problem {
  const { status, retryAfterMs } = answer;
  if (status === 429) return rateLimited(name, retryAfterMs ?? usualWaitMs, status);
  const [code, message] = explain(name, status, hasCredentials);
  return new Problem(code, message, { status, retryAfterMs, detail: detailOf(answer.text) });
}

function explain(name: string, status: number, hasCredentials: boolean): [ProblemCode, string] {
  if (status === 401 && hasCredentials) {
    return ['remote-refused', `${name} does not accept our sign-in (status 401). An admin can reconnect it.`];
  }
  if (status === 401) {
    return ['remote-refused', `${name} asks for a sign-in (status 401). An admin can set up its authentication.`];
  }
  if (status === 403) {
    const remedy = 'An admin can check what the account that it is connected with may read.';
    return ['remote-refused', `${name} refused our access (status 403). ${remedy}`];
  }
  if (status === 404 || status === 410) {
    return ['remote-not-found', `${name} has nothing at this address (status ${status}). An admin can check its URL.`];
  }
  if (status >= 500) {
    return ['remote-failed', `${name} failed (status ${status}). Try again later; if it stays, tell whoever runs it.`];
  }
  const remedy = 'An admin can check its URL and parameters.';
  return ['remote-refused', `${name} did not accept our request (status ${status}). ${remedy}`];
}

function detailOf(text: string): string | undefined {
  const words = text.trim();
  return words === '' ? undefined : words.slice(0, 500);
}
