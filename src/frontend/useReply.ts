import { useCallback, useEffect, useState } from 'react';
import type { ProblemReply, Reply } from '../shared/contract';

export type ReplyState<T> =
  { state: 'waiting' } | { state: 'value'; value: T } | { state: 'problem'; problem: ProblemReply };

/**
 * The state of a call that is made when the component appears, whenever `load` is another function, and on `reload`.
 * Only the reply to the latest call counts.
 */
export function useReply<T>(load: () => Promise<Reply<T>>): { reply: ReplyState<T>; reload: () => void } {
  const [reply, setReply] = useState<ReplyState<T>>({ state: 'waiting' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setReply({ state: 'waiting' });
    void load().then((result) => {
      if (!isWanted) return;
      setReply(result.ok ? { state: 'value', value: result.value } : { state: 'problem', problem: result.problem });
    });
    return () => {
      isWanted = false;
    };
  }, [load, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  return { reply, reload };
}
