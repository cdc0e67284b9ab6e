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

/** The value with all its texts redacted. */
export function redacted<T>(value: T, redactor: Redactor): T {
  return redact(value, redactor) as T;
}

function redact(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.redact(value);
  if (Array.isArray(value)) return value.map((each) => redact(each, redactor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, redact(each, redactor)]));
}
