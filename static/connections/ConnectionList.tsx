import type { DisconnectReply, OwnConnection } from '../../src/shared/contract';
import type { Reader } from '../../src/shared/reader';
import { AccountLine } from '../shared/own-account/AccountLine';
import { connectedSince } from '../shared/own-account/connection-texts';
import { DisconnectQuestion } from '../shared/own-account/DisconnectQuestion';

interface ConnectionListProps {
  connections: OwnConnection[];
  reader: Reader;
  onDisconnected: (connection: OwnConnection, reply: DisconnectReply) => void;
}

/** A reader's accounts, each with the service that it is at and a way to disconnect it. */
export function ConnectionList({ connections, reader, onDisconnected }: ConnectionListProps) {
  if (connections.length === 0) {
    return (
      <p>
        You have connected no account yet. Where a page needs one, it shows <em>Connect your account</em> in place of
        rows.
      </p>
    );
  }
  return (
    <ul className="connections-list">
      {connections.map((connection) => (
        <li key={connection.dataSourceId} className="connections-box">
          <h3>
            {connection.service}
            {connection.state === 'reconnect' && <span className="connections-mark">Reconnect needed</span>}
          </h3>
          <p>
            <AccountLine {...connection} />
          </p>
          <p className="connections-quiet">
            {connectedSince(connection, reader)} {lastUse(connection, reader)}
          </p>
          {connection.state === 'reconnect' && <p>You can reconnect it on any page that shows its rows.</p>}
          <DisconnectQuestion {...{ connection, onDisconnected }} />
        </li>
      ))}
    </ul>
  );
}

/** A day has no time zone. */
function lastUse({ usedOn }: OwnConnection, { locale }: Reader): string {
  if (usedOn === undefined) return '';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(usedOn));
  return `Last used on ${day}.`;
}
