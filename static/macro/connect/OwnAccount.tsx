import { useState } from 'react';
import type { ConnectCard } from '../../../src/shared/contract';
import { disconnectedText } from '../../shared/own-account/connection-texts';
import type { PanelScreen } from '../panel-session';
import { ConnectCardView } from './ConnectCardView';
import { OwnFacts } from './OwnFacts';
import { SharedViewLine } from './SharedViewLine';
import type { ReadersAttempt } from './use-attempt';
import { useAttempt } from './use-attempt';
import type { ReadersNeighbors } from './use-neighbors';
import { useNeighbors } from './use-neighbors';

export interface OwnAccountProps {
  panelId: string;
  panel: PanelScreen;
  /** Loads the rows again, after the account was connected or disconnected. */
  onChanged: () => void;
}

/** What a macro says of the reader's own account: the card in place of rows, a line above shared ones, or whose rows they are. */
export function OwnAccount({ panelId, panel, onChanged }: OwnAccountProps) {
  const { connect, loaded, reader } = panel;
  const [notice, setNotice] = useState('');
  const neighbors = useNeighbors(dataSourceOf(panel), connect !== undefined, onChanged);
  const changed = (words: string): void => {
    setNotice(words);
    neighbors.lookAgain();
    onChanged();
  };
  const steps = useAttempt(panelId, () => changed(''));
  return (
    <div className="xd-own-account">
      <p role="status" className="xd-connect-told">
        {notice}
      </p>
      {connect && panel.busy === 'no' && <Card card={connect.card} {...{ steps, neighbors }} />}
      {loaded?.sharedView && <SharedViewLine card={loaded.sharedView} {...steps} />}
      {loaded?.own && (
        <OwnFacts
          dataSourceId={loaded.own.dataSourceId}
          {...{ reader, ...steps }}
          onDisconnected={({ service }, reply) => changed(disconnectedText(service, reply))}
        />
      )}
    </div>
  );
}

function dataSourceOf({ connect, loaded }: PanelScreen): string {
  return connect?.card.dataSourceId ?? loaded?.sharedView?.dataSourceId ?? loaded?.own?.dataSourceId ?? '';
}

interface CardProps {
  card: ConnectCard;
  steps: ReadersAttempt;
  neighbors: ReadersNeighbors;
}

/** The card, or a line where another macro of the page shows it. */
function Card({ card, steps, neighbors }: CardProps) {
  if (neighbors.showsCard) {
    return <ConnectCardView {...{ card, ...steps }} brings="rows" onBegin={neighbors.holdCard} />;
  }
  return (
    <p className="xd-connect-line">
      These rows come with your own account at {card.service}, as others on this page do. Connecting it once is enough.{' '}
      <button type="button" className="own-secondary" onClick={neighbors.holdCard}>
        Connect here
      </button>
    </p>
  );
}
