import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProblemReply } from '../../src/shared/contract';
import { problemOf } from './call-error';

export type CallState<T> =
  { state: 'loading' } | { state: 'value'; value: T } | { state: 'problem'; problem: ProblemReply };

/**
 * The state of a call that is made when the component appears, when `key` changes, and on `reload`. Of two replies only
 * the one to the latest call counts.
 */
export function useCall<T>(key: string, load: () => Promise<T>): { call: CallState<T>; reload: () => void } {
  const [call, setCall] = useState<CallState<T>>({ state: 'loading' });
  const latest = useRef(load);
  const turn = useRef(0);
  latest.current = load;

  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const settle = (next: CallState<T>): void => {
      if (turn.current === mine) setCall(next);
    };
    setCall({ state: 'loading' });
    latest.current().then(
      (value) => settle({ state: 'value', value }),
      (error: unknown) => settle({ state: 'problem', problem: problemOf(error) }),
    );
  }, []);

  useEffect(() => {
    reload();
    return () => {
      turn.current += 1;
    };
  }, [key, reload]);

  return { call, reload };
}
