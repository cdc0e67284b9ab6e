import type { ConnectCard } from '../../../src/shared/contract';
import { closeModal } from '../../shared/modal';
import type { Show } from '../stage';
import { ConnectCardView } from './ConnectCardView';
import { useAttempt } from './use-attempt';
import { useNeighbors } from './use-neighbors';

/** A card that a dialog shows, as it travels to it. */
export interface ConnectContext {
  connect: ConnectCard;
  panelId: string;
}

/** What a dialog finds in its context, if it is such a card; null if not. */
export function readConnectContext(modal: unknown): ConnectContext | null {
  const isCard = typeof modal === 'object' && modal !== null && 'connect' in modal && 'panelId' in modal;
  return isCard ? (modal as ConnectContext) : null;
}

/** Draws the card of a value in a sentence; the dialog closes once the account is connected. */
export function showConnect(show: Show, { connect, panelId }: ConnectContext): void {
  show(<ConnectDialog card={connect} panelId={panelId} />);
}

function ConnectDialog({ card, panelId }: { card: ConnectCard; panelId: string }) {
  const close = (): void => void closeModal();
  const { lookAgain } = useNeighbors(card.dataSourceId, false, close);
  const steps = useAttempt(panelId, () => {
    lookAgain();
    close();
  });
  return (
    <main className="xd-panel xd-own-account">
      <ConnectCardView {...{ card, ...steps }} brings="value" />
    </main>
  );
}
