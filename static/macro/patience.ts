import type { ProblemReply, ReadProgress } from '../../src/shared/contract';
import { problemOf } from '../shared/call-error';

const longestWaitMs = 90_000;
/** A read in the background may take ten minutes, and some time to begin. */
export const longestBackgroundWaitMs = 900_000;

const stillBusy: ProblemReply = {
  code: 'busy',
  title: 'Still loading',
  message: 'The rows are still being fetched from the source. Try again in a moment.',
  actor: 'reader',
  retry: true,
};

/** The reply is not there yet; when to call again. */
export interface Pending {
  state: 'pending';
  askAgainMs: number;
  progress?: ReadProgress;
}

/** A pause between two calls as the functions propose it, within bounds. */
export const pauseOf = (askAgainMs: number): number => Math.min(Math.max(askAgainMs, 250), 30_000);

/** The call's reply; `pending` too where the app was only too busy to reply. */
async function replyOf<R>(call: () => Promise<R>): Promise<R | Pending> {
  try {
    return await call();
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code !== 'busy' || problem.retryAfterMs === undefined) throw error;
    return { state: 'pending', askAgainMs: problem.retryAfterMs };
  }
}

/**
 * The reply once it is no longer pending, or the problem that ends the calls: the call's own, or that it lasted too long
 * or `goOn`, which hears of each pending reply, said no.
 */
export async function patientReply<R extends { state: string }, P extends R & Pending = Extract<R, Pending>>(
  call: () => Promise<R>,
  wait: (ms: number) => Promise<void>,
  goOn: (pending: P | Pending) => boolean,
): Promise<Exclude<R, Pending> | ProblemReply> {
  try {
    for (let waitedMs = 0; ;) {
      const reply = await replyOf(call);
      if (!isPending(reply)) return reply as Exclude<R, Pending>;
      const mostMs = reply.progress ? longestBackgroundWaitMs : longestWaitMs;
      if (!goOn(reply) || waitedMs >= mostMs) return stillBusy;
      const ms = pauseOf(reply.askAgainMs);
      waitedMs += ms;
      await wait(ms);
      if (!goOn(reply)) return stillBusy;
    }
  } catch (error) {
    return problemOf(error);
  }
}

function isPending(reply: { state: string }): reply is Pending {
  return reply.state === 'pending';
}
