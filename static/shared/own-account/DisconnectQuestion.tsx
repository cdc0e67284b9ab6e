import { useState } from 'react';
import type { DisconnectReply, OwnConnection, ProblemReply } from '../../../src/shared/contract';
import { callOwn } from '../call';
import { problemOf } from '../call-error';
import { ProblemNote } from '../ProblemNote';

type Asked = { state: 'no' | 'asked' | 'busy' } | { state: 'failed'; problem: ProblemReply };

interface DisconnectQuestionProps {
  connection: OwnConnection;
  onDisconnected: (connection: OwnConnection, reply: DisconnectReply) => void;
}

/** *Disconnect*, which asks before it does so. */
export function DisconnectQuestion({ connection, onDisconnected }: DisconnectQuestionProps) {
  const [asked, setAsked] = useState<Asked>({ state: 'no' });
  const { dataSourceId, service } = connection;
  const disconnect = (): void => {
    if (asked.state === 'busy') return;
    setAsked({ state: 'busy' });
    callOwn('disconnectAccount', { dataSourceId }).then(
      (reply) => onDisconnected(connection, reply),
      (error: unknown) => setAsked({ state: 'failed', problem: problemOf(error) }),
    );
  };
  if (asked.state === 'no') {
    return (
      <button
        type="button"
        className="own-secondary"
        aria-label={`Disconnect ${service}`}
        onClick={() => setAsked({ state: 'asked' })}
      >
        Disconnect
      </button>
    );
  }
  return (
    <div className="own-question" role="group" aria-label={`Disconnect ${service}?`}>
      {asked.state === 'failed' && <ProblemNote problem={asked.problem} viewer="reader" />}
      <p>Disconnect your account at {service}? What it brings disappears from all pages until you connect again.</p>
      <button
        type="button"
        className="own-primary"
        autoFocus
        aria-disabled={asked.state === 'busy'}
        onClick={disconnect}
      >
        {asked.state === 'busy' ? 'Disconnecting…' : 'Disconnect'}
      </button>
      <button type="button" className="own-secondary" onClick={() => setAsked({ state: 'no' })}>
        Keep it
      </button>
    </div>
  );
}
