import { useState } from 'react';
import type { DisconnectReply, OwnConnection } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { callOwn } from '../../shared/call';
import { AccountLine } from '../../shared/own-account/AccountLine';
import { connectedSince } from '../../shared/own-account/connection-texts';
import { DisconnectQuestion } from '../../shared/own-account/DisconnectQuestion';
import { openConnections } from '../../shared/platform';
import { ProblemNote } from '../../shared/ProblemNote';
import { useCall } from '../../shared/useCall';
import { ConnectSteps } from './ConnectSteps';
import type { ReadersAttempt } from './use-attempt';

interface OwnFactsProps extends ReadersAttempt {
  dataSourceId: string;
  reader: Reader;
  onDisconnected: (connection: OwnConnection, reply: DisconnectReply) => void;
}

/** Below the title of rows that are the reader's own: with which account they came, and what can be done about it. */
export function OwnFacts(props: OwnFactsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="xd-own-facts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Only you see these rows</summary>
      {isOpen && <Connection {...props} />}
    </details>
  );
}

function Connection({ dataSourceId, reader, onDisconnected, ...steps }: OwnFactsProps) {
  const { call, reload } = useCall(dataSourceId, () => callOwn('myConnections'));
  if (call.state === 'loading') return <p role="status">Loading your connection…</p>;
  if (call.state === 'problem') return <ProblemNote problem={call.problem} viewer="reader" onRetry={reload} />;
  const connection = call.value.find((one) => one.dataSourceId === dataSourceId);
  if (!connection) return <p>There is no connection any more. Refresh to see how things stand.</p>;
  return (
    <>
      <p>
        They come with your own account: <AccountLine {...connection} />. {connectedSince(connection, reader)}
      </p>
      <div className="xd-connect-acts">
        <ConnectSteps {...steps} label="Reconnect" isQuiet />
        <DisconnectQuestion {...{ connection, onDisconnected }} />
        <button type="button" className="xd-button" onClick={() => void openConnections()}>
          All my connections
        </button>
      </div>
    </>
  );
}
