import type { CellValue, ColumnType } from '../../src/shared/contract';

const address = /^[^\s@:?&]+@[^\s@:?&]+$/;

/**
 * The address a cell may be opened at, or null when it is to be shown as plain text. Only `https:` and `mailto:` come
 * back, of an image only `https:`, without user info, because the value is the remote's and a click leaves the page.
 */
export function safeLink(value: CellValue, type: ColumnType): string | null {
  if (typeof value !== 'string') return null;
  if (type === 'email') return address.test(value) ? `mailto:${value}` : null;
  if ((type !== 'link' && type !== 'image') || !URL.canParse(value)) return null;
  const url = new URL(value);
  const allowed = url.protocol === 'https:' || (type === 'link' && url.protocol === 'mailto:');
  return allowed && !url.username && !url.password ? url.href : null;
}

/** What stands in the cell for a link: its address without the scheme and a closing slash. */
export function linkText(value: string): string {
  return value.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}
