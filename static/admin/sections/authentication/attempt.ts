import type { AttemptStatus, AuthenticateReply, Badge, ProblemReply } from '../../../../src/shared/contract';

/** How the click on *Authenticate* stands on this screen. */
export type AttemptState =
  | { phase: 'idle' }
  | { phase: 'starting' }
  | { phase: 'waiting'; attemptId: string; authorizeUrl: string; until: number; windowOpen: boolean }
  | { phase: 'authenticated'; badge: Badge }
  | { phase: 'failed'; problem: ProblemReply; badge?: Badge };

/** A sign-in that was begun is forgotten by the app after as long. */
export const ATTEMPT_MS = 10 * 60_000;

function signInProblem(title: string, message: string): ProblemReply {
  return { code: 'authorization-denied', title, message, actor: 'admin', retry: false };
}

const expired = signInProblem(
  'The sign-in was not finished',
  'The window was closed or left open for ten minutes, so nothing was stored. Click Authenticate to start again.',
);

/** Waiting for the sign-in that the reply began, with the window still to be opened. */
export function begun(reply: AuthenticateReply, now: number): AttemptState {
  const { attemptId, authorizeUrl } = reply;
  return { phase: 'waiting', attemptId, authorizeUrl, until: now + ATTEMPT_MS, windowOpen: true };
}

/** The attempt after the app was asked how it stands at the time `now`; the same attempt while it still waits. */
export function afterStatus(attempt: AttemptState, status: AttemptStatus, now: number): AttemptState {
  if (attempt.phase !== 'waiting') return attempt;
  const { state, badge, problem } = status;
  if (state === 'authenticated') return { phase: 'authenticated', badge };
  if (state === 'failed') return { phase: 'failed', badge, problem: problem ?? expired };
  if (state === 'expired') return { phase: 'failed', badge, problem: problem ?? expired };
  return afterSilence(attempt, now);
}

/** The attempt when no response came: it goes on waiting until its time is over. */
export function afterSilence(attempt: AttemptState, now: number): AttemptState {
  return attempt.phase === 'waiting' && now >= attempt.until ? { phase: 'failed', problem: expired } : attempt;
}
