import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuthenticateReply } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { problemOf } from '../../../shared/call-error';
import { openTab } from '../../../shared/platform';
import type { AttemptState } from './attempt';
import { afterSilence, afterStatus, begun } from './attempt';
import { usePolling } from './usePolling';

export interface Authenticating {
  attempt: AttemptState;
  /** Begins; to be called straight from a click, because it opens a window unless nobody has to sign in. */
  start(begin: () => Promise<AuthenticateReply>): Promise<void>;
  /** Opens the window of the waiting attempt once more. */
  openAgain(): Promise<void>;
  /** Stops waiting; what the other window does is no longer looked at. */
  cancel(): void;
}

/**
 * One sign-in at a time: started by a click, then followed until it is decided, cancelled or out of time. `onChange`
 * is told of every step.
 */
export function useAuthenticate(onChange: (attempt: AttemptState) => void): Authenticating {
  const [attempt, setAttempt] = useState<AttemptState>({ phase: 'idle' });
  const turn = useRef(0);
  const told = useRef(onChange);
  told.current = onChange;
  useEffect(() => {
    told.current(attempt);
  }, [attempt]);

  const openWindow = useCallback(async (url: string) => {
    const windowOpen = await openTab(url).then(
      () => true,
      () => false,
    );
    setAttempt((now) => (now.phase === 'waiting' && now.authorizeUrl === url ? { ...now, windowOpen } : now));
  }, []);

  const settle = useCallback(async (attemptId: string) => {
    const after = await requestStatus(attemptId);
    setAttempt((now) => (now.phase === 'waiting' && now.attemptId === attemptId ? after(now) : now));
  }, []);

  const start = useCallback(
    async (begin: () => Promise<AuthenticateReply>) => {
      turn.current += 1;
      const mine = turn.current;
      setAttempt({ phase: 'starting' });
      try {
        const reply = await begin();
        if (turn.current !== mine) return;
        setAttempt(begun(reply, Date.now()));
        await (reply.authorizeUrl === '' ? settle(reply.attemptId) : openWindow(reply.authorizeUrl));
      } catch (error) {
        if (turn.current === mine) setAttempt({ phase: 'failed', problem: problemOf(error) });
      }
    },
    [openWindow, settle],
  );

  const cancel = useCallback(() => {
    turn.current += 1;
    setAttempt({ phase: 'idle' });
  }, []);

  const waiting = attempt.phase === 'waiting' ? attempt : undefined;
  usePolling(waiting?.attemptId, settle);

  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const openAgain = async (): Promise<void> => {
    if (waiting) await openWindow(waiting.authorizeUrl);
  };
  return { attempt, start, openAgain, cancel };
}

/** What the app's reply makes of the attempt. A call that failed for a moment leaves it waiting. */
async function requestStatus(attemptId: string): Promise<(attempt: AttemptState) => AttemptState> {
  try {
    const status = await callAdmin('authenticationStatus', { attemptId });
    return (attempt) => afterStatus(attempt, status, Date.now());
  } catch (error) {
    const problem = problemOf(error);
    return (attempt) => (problem.retry ? afterSilence(attempt, Date.now()) : { phase: 'failed', problem });
  }
}
