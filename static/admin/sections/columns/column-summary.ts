import type { ColumnSettings } from '../../../../src/shared/contract';

/** What is set of a column beside label and type, in a few words, its selector first. */
export function columnSummary({ selector, format, hidden, sortSelector }: ColumnSettings): string {
  const parts = [selector, format?.currency, hidden ? 'hidden' : '', sortSelector ? `sorted by ${sortSelector}` : ''];
  return parts.filter((part) => part).join(' · ');
}
