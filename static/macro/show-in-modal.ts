import type { ViewContext } from '../shared/platform';
import type { Show } from './stage';

/** Draws what a dialog was opened for: a row, or the card of an account. */
export async function showInModal(show: Show, context: ViewContext): Promise<void> {
  const { readConnectContext, showConnect } = await import('./connect/show-connect');
  const connect = readConnectContext(context.extension.modal);
  if (connect) return showConnect(show, connect);
  const { showRowCard } = await import('./row-card/show-row-card');
  showRowCard(show, context);
}
