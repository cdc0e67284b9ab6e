import { useId, useState } from 'react';
import type { ConnectCard } from '../../../src/shared/contract';
import { ConnectCardView } from './ConnectCardView';
import type { ReadersAttempt } from './use-attempt';

/** Above rows that are not the reader's own, always: what they are, and the card to change that. */
export function SharedViewLine({ card, ...steps }: ReadersAttempt & { card: ConnectCard }) {
  const [isOpen, setOpen] = useState(false);
  const cardId = useId();
  return (
    <div className="xd-shared-view" role="note">
      <p>
        <strong>Shared view.</strong> Connect your account to see your own.{' '}
        <button
          type="button"
          className="own-secondary"
          aria-expanded={isOpen}
          aria-controls={cardId}
          onClick={() => setOpen(!isOpen)}
        >
          Connect your account
        </button>
      </p>
      <div id={cardId}>{isOpen && <ConnectCardView {...{ card, ...steps }} brings="rows" />}</div>
    </div>
  );
}
