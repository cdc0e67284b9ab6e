import { useState } from 'react';
import type { Reader } from '../../src/shared/reader';
import { callConnections } from '../shared/call';
import { disconnectedText } from '../shared/own-account/connection-texts';
import { ProblemNote } from '../shared/ProblemNote';
import { useCall } from '../shared/useCall';
import { ArrivalBox } from './ArrivalBox';
import { ConnectionList } from './ConnectionList';
import { useArrival } from './use-arrival';

/** *My connections*: where sign-ins land, and the accounts that a reader has connected. */
export function ConnectionsPage({ reader }: { reader: Reader }) {
  const { arrival, confirm } = useArrival();
  const [notice, setNotice] = useState('');
  const outcome = arrival.state === 'done' ? arrival.reply.state : '';
  const { call, reload } = useCall(outcome, () => callConnections('myConnections'));
  return (
    <main className="connections">
      <ArrivalBox arrival={arrival} onConfirm={confirm} />
      <h2>Accounts you have connected</h2>
      <p>Pages of this site read with these accounts for you. What they bring is shown to nobody else.</p>
      <p role="status" className="connections-notice">
        {notice}
      </p>
      {call.state === 'loading' && <p role="status">Loading your connections…</p>}
      {call.state === 'problem' && <ProblemNote problem={call.problem} viewer="reader" onRetry={reload} />}
      {call.state === 'value' && (
        <ConnectionList
          connections={call.value}
          reader={reader}
          onDisconnected={({ service }, reply) => {
            setNotice(disconnectedText(service, reply));
            reload();
          }}
        />
      )}
    </main>
  );
}
