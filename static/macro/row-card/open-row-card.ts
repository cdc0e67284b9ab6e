import { openModal } from '../../shared/modal';
import type { OpenedRows } from '../../visuals/visual-props';
import { cardContext } from './card-context';

/** Shows a row with all its fields in a dialog above the page. */
export function openRowCard(opened: OpenedRows): void {
  const context = cardContext(opened);
  if (context.rows.length > 0) openModal(opened.title, context).catch(() => undefined); // the row stays in its table
}
