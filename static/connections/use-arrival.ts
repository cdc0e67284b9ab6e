import { useEffect, useState } from 'react';
import type { ArrivedAccount, ConfirmReply, ProblemReply } from '../../src/shared/contract';
import { callConnections } from '../shared/call';
import { problemOf } from '../shared/call-error';
import { pageHistory } from '../shared/platform';
import { takeHandle } from './handle';

/** A sign-in that came back to this page, from its handle to what became of it. */
export type Arrival =
  | { state: 'looking' | 'none' | 'arriving' }
  | { state: 'refused'; problem: ProblemReply }
  | { state: 'question'; account: ArrivedAccount; busy: boolean; problem?: ProblemReply }
  | { state: 'done'; account: ArrivedAccount; reply: ConfirmReply };

/** What came to this page, and the answer to the question whether to connect it. */
export function useArrival(): { arrival: Arrival; confirm: (accept: boolean) => void } {
  const [arrival, setArrival] = useState<Arrival>({ state: 'looking' });
  useEffect(() => {
    const arrive = async (): Promise<void> => {
      const handle = await takeHandle(await pageHistory());
      if (handle === undefined) return setArrival({ state: 'none' });
      setArrival({ state: 'arriving' });
      setArrival({ state: 'question', account: await callConnections('arrive', { handle }), busy: false });
    };
    arrive().catch((error: unknown) => setArrival({ state: 'refused', problem: problemOf(error) }));
  }, []);

  const confirm = (accept: boolean): void => {
    if (arrival.state !== 'question' || arrival.busy) return;
    const { account } = arrival;
    setArrival({ state: 'question', account, busy: true });
    callConnections('confirm', { attemptId: account.attemptId, accept }).then(
      (reply) => setArrival({ state: 'done', account, reply }),
      (error: unknown) => setArrival({ state: 'question', account, busy: false, problem: problemOf(error) }),
    );
  };
  return { arrival, confirm };
}
