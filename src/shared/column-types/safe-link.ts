import type { CellValue, ColumnType } from '../frame';
import { columnTypes } from './registry';

/**
 * The address a cell may be opened at, or `null` when it is to be shown as plain text. No other than `https:` and
 * `mailto:` comes back, and none with user info, because the value is the upstream's and a click leaves the page.
 */
export function safeLink(value: CellValue, type: ColumnType): string | null {
  return typeof value === 'string' ? (columnTypes[type].linkTo?.(value) ?? null) : null;
}
