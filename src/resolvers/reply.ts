import type { ProblemReply } from '../shared/contract';
import { newId } from '../ids';
import type { Log, Redactor } from '../ports';
import { Problem, toProblemReply } from '../shared/problem';
import { isRateLimited } from '../platform/kvs-errors';

/**
 * The problem that goes out for whatever was thrown. An unknown error is a bug: it is logged by its kind and place, never
 * by its message, and shown as `internal` with a reference that finds it.
 */
export function problemReply(error: unknown, call: string, audience: 'admin' | 'everyone', log: Log): ProblemReply {
  const known = error instanceof Problem ? error : storageProblem(error);
  if (known) {
    log('problem', { call, code: known.code, status: known.details.status });
    return toProblemReply(known, audience);
  }
  const reference = newId().slice(0, 12);
  log('internal', { call, reference, error: nameOf(error), at: innermostFrames(error) });
  const remedy = `An admin can find more in the app’s log under ${reference}.`;
  const problem = new Problem('internal', 'Something went wrong in the app.', { remedy });
  return { ...toProblemReply(problem, audience), reference };
}

function storageProblem(error: unknown): Problem | undefined {
  if (!isRateLimited(error)) return undefined;
  return new Problem('busy', 'The site’s storage is busy. Try again in a moment.', { retryAfterMs: 5000 });
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);

/** The innermost frames of the stack, without the message that stands before them. */
function innermostFrames(error: unknown): string {
  const lines = (error instanceof Error && error.stack?.split('\n')) || [];
  const frames = lines.filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' < ');
}

/**
 * The reply with the secrets of the invocation masked: problems as what tells of requests is, everything else as data is.
 * Settings go back as an admin typed them, because a form takes them over and saves them.
 */
export function redacted<T>(reply: T, redactor: Redactor): T {
  return masked(reply, redactor, redactor.mask) as T;
}

function masked(value: unknown, redactor: Redactor, mask: Redactor['mask']): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((each) => masked(each, redactor, mask));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, each]): [string, unknown] => {
    if (name === 'settings') return [name, each];
    return [name, masked(each, redactor, toldOfRequests.has(name) ? redactor.redact : mask)];
  });
  return Object.fromEntries(members);
}

const toldOfRequests = new Set(['problem', 'requests', 'diagnostic']);
