import { useCallback, useRef, useState } from 'react';
import type { ProblemReply } from '../../../src/shared/contract';
import { problemOf } from '../../shared/call-error';

export interface Actions<Name extends string> {
  /** The action under way; the others wait for it. */
  busy: Name | undefined;
  /** Why the last action failed. */
  problem: ProblemReply | undefined;
  /** Runs one action at a time; returns null when it failed or when another one is under way. */
  run<T>(name: Name, work: () => Promise<T>): Promise<T | null>;
  clear(): void;
}

/** The buttons of a screen that call the app: which one is busy and what went wrong last. */
export function useAction<Name extends string>(onProblem?: (problem: ProblemReply) => void): Actions<Name> {
  const [busy, setBusy] = useState<Name>();
  const [problem, setProblem] = useState<ProblemReply>();
  const running = useRef(false);
  const told = useRef(onProblem);
  told.current = onProblem;

  const run = useCallback(async <T>(name: Name, work: () => Promise<T>): Promise<T | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(name);
    setProblem(undefined);
    try {
      return await work();
    } catch (error) {
      const caught = problemOf(error);
      setProblem(caught);
      told.current?.(caught);
      return null;
    } finally {
      running.current = false;
      setBusy(undefined);
    }
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { busy, problem, run, clear };
}
