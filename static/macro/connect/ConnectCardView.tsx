import { useId } from 'react';
import type { ConnectCard } from '../../../src/shared/contract';
import { ConnectSteps } from './ConnectSteps';
import { wordedScopes } from './scope-words';
import type { ReadersAttempt } from './use-attempt';

function Scopes({ service, scopes }: Pick<ConnectCard, 'service' | 'scopes'>) {
  const worded = wordedScopes(scopes);
  if (worded.length === 0) return null;
  return (
    <>
      <p>{service} will be asked to let this app:</p>
      <ul>
        {worded.map(({ words, name }) => (
          <li key={words}>
            {words} {name && <code>{name}</code>}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ConnectCardViewProps extends ReadersAttempt {
  card: ConnectCard;
  /** What the account brings: rows of a panel, or one value. */
  brings: 'rows' | 'value';
  onBegin?: () => void;
}

/** What a reader must know before they connect an account: where they sign in, what for, and who sees what comes of it. */
export function ConnectCardView({ card, brings, ...steps }: ConnectCardViewProps) {
  const { service, host, scopes, reconnect } = card;
  const headingId = useId();
  const what = brings === 'rows' ? 'These rows come' : 'This value comes';
  return (
    <section className="xd-connect" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {reconnect ? `Reconnect your account at ${service}` : `Connect your account at ${service}`}
      </h3>
      {reconnect && <p className="xd-connect-why">{reconnect}</p>}
      <p>
        {what} with your own account. Only you will see the result. You will sign in at <strong>{host}</strong>.
      </p>
      <Scopes {...{ service, scopes }} />
      <ConnectSteps {...steps} label={reconnect ? 'Reconnect' : 'Connect your account'} />
    </section>
  );
}
