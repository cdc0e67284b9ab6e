import { safeLink } from '../../shared/column-types/safe-link';
import type { CellValue, Column } from '../../shared/frame';
import { adfText, type AdfText } from './nodes';
import { valueText } from './value-text';

/** A value as text, and as a link where it is an address of the web or of a mailbox; nothing for null. */
export function valueAdf(value: CellValue, column: Pick<Column, 'type' | 'format'>): AdfText[] {
  const text = valueText(value, column);
  const href = safeLink(value, column.type);
  return href === null ? adfText(text) : adfText(text, { type: 'link', attrs: { href } });
}
