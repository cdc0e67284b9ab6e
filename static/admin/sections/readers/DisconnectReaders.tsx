import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { ProblemReply, ReaderCounts } from '../../../../src/shared/contract';
import { callReaders } from '../../../shared/call';
import { problemOf } from '../../../shared/call-error';
import { ProblemNote } from '../../../shared/ProblemNote';
import { useCall } from '../../../shared/useCall';
import { ConfirmDialog } from '../../fields/ConfirmDialog';
import { usePolling } from '../authentication/usePolling';
import { countWords, leftSentence } from './reader-words';

interface DisconnectReadersProps {
  dataSourceId: string;
  counts: ReaderCounts;
  /** None of them counts any more. @throws CallError */
  onBegun: () => Promise<void>;
  /** All of them are deleted. */
  onDone: () => void;
}

/** *Disconnect all*, which asks first; it counts at once, and what is left to be deleted is told until nothing is. */
export function DisconnectReaders({ dataSourceId, counts, onBegun, onDone }: DisconnectReadersProps) {
  const [asked, setAsked] = useState<'no' | 'asked' | 'busy'>('no');
  const [problem, setProblem] = useState<ProblemReply>();
  const [told, setTold] = useState<number>();
  const most = useRef(0);
  const { call } = useCall(dataSourceId, () => callReaders('readersProgress', { dataSourceId }));
  const left = told ?? (call.state === 'value' ? call.value.left : 0);
  most.current = left === 0 ? 0 : Math.max(left, most.current);

  const disconnectAll = async (): Promise<void> => {
    const reply = await callReaders('disconnectReaders', { dataSourceId });
    setTold(reply.left);
    await onBegun();
  };
  const disconnect = (): void => {
    setAsked('busy');
    disconnectAll()
      .catch((error: unknown) => setProblem(problemOf(error)))
      .finally(() => setAsked('no'));
  };
  usePolling(left > 0 ? dataSourceId : undefined, async (id) => {
    const reply = await callReaders('readersProgress', { dataSourceId: id }).catch(() => undefined);
    if (!reply) return;
    setTold(reply.left);
    if (reply.left === 0) onDone();
  });
  return (
    <>
      {problem ? <ProblemNote problem={problem} viewer="admin" /> : null}
      {left > 0 ? <Progress left={left} most={most.current} /> : null}
      {left === 0 && counts.connected !== 0 ? <Button onClick={() => setAsked('asked')}>Disconnect all</Button> : null}
      {asked === 'no' ? null : (
        <ConfirmDialog
          title="Disconnect all readers?"
          confirmLabel="Disconnect all"
          danger
          isBusy={asked === 'busy'}
          onConfirm={disconnect}
          onCancel={() => setAsked('no')}
        >
          <p>
            {countWords(counts.connected)} readers are connected. None of their accounts is used from then on, and what
            was read with them is deleted. Each reader can connect again.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Progress({ left, most }: { left: number; most: number }) {
  return (
    <div role="status" className="readers-progress">
      <p>All readers are disconnected. {leftSentence(left)}</p>
      <progress value={most - left} max={most} aria-label="Accounts that are revoked and deleted" />
    </div>
  );
}
