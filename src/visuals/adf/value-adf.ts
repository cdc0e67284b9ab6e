import type { CellValue, Column } from '../../shared/frame';
import { parseUrl } from '../../shared/parse-url';
import { adfText, type AdfText } from './nodes';
import { valueText } from './value-text';

const linked = ['https:', 'mailto:'];

/** A value as text, and as a link where it is an address of the web or of a mailbox; nothing for null. */
export function valueAdf(value: CellValue, column: Pick<Column, 'type' | 'format'>): AdfText[] {
  const text = valueText(value, column);
  const href = typeof value === 'string' ? hrefOf(value, column.type) : undefined;
  return href === undefined ? adfText(text) : adfText(text, { type: 'link', attrs: { href } });
}

function hrefOf(value: string, type: Column['type']): string | undefined {
  if (type === 'email') return /^[^\s@?&#]+@[^\s@?&#]+$/.test(value) ? `mailto:${value}` : undefined;
  if (type !== 'link' && type !== 'image') return undefined;
  const url = parseUrl(value);
  return url && linked.includes(url.protocol) ? url.href : undefined;
}
