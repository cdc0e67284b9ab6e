import { readerFrom } from '../../../src/shared/reader';
import type { ViewContext } from '../../shared/platform';
import { openLink } from '../MacroPanel';
import type { Show } from '../stage';
import { readCardContext } from './card-context';
import { RowCard } from './RowCard';

/** Draws the rows that a dialog was opened for. */
export function showRowCard(show: Show, { locale, timezone, extension }: ViewContext): void {
  const card = readCardContext(extension.modal);
  const reader = { ...readerFrom(locale, timezone), now: Date.now() };
  if (card) show(<RowCard {...{ card, reader, openLink }} />);
}
