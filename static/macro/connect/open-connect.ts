import type { ConnectCard } from '../../../src/shared/contract';
import { openModal } from '../../shared/modal';
import { pageEvents } from '../../shared/page-events';
import type { ConnectContext } from './show-connect';
import { joinNeighbors } from './neighbors';

/** Shows the card in a dialog above the page; `closed` is told when that is gone, whatever came of it. */
export function openConnect(connect: ConnectCard, panelId: string, closed: () => void): void {
  const context: ConnectContext = { connect, panelId };
  openModal('Connect your account', context, { size: 'medium', onClose: closed }).catch(() => undefined); // the link stays
}

/** Tells the macro of a value whenever the account was connected or disconnected elsewhere on the page. */
export function hearOfAccount(dataSourceId: string, localId: string, look: () => void): void {
  joinNeighbors({ events: pageEvents, dataSourceId, localId, look });
}
