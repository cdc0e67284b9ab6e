import type { CellColumn } from '../../shared/column-types/cell-kind';
import { cellText } from '../../shared/column-types/cell-text';
import type { CellValue } from '../../shared/frame';
import type { Reader } from '../../shared/reader';
import { shorten } from '../../shared/shorten';

/**
 * Whom a document is written for, as nobody knows who opens it: English with the day before the month and 24 hours, which
 * no reader takes for another day, and the time in UTC.
 */
export const documentReader: Reader = { locale: 'en-GB', timeZone: 'UTC', isOfDocument: true };

/** Characters of one value. */
const maxLength = 1000;

/** A value as a document shows it; empty for null. */
export function valueText(value: CellValue, column: CellColumn): string {
  return shorten(cellText(value, column, documentReader), maxLength);
}

const moment: CellColumn = { type: 'date-time' };

/** A moment as a document shows it, such as `23 Nov 2026, 20:31 UTC`. */
export function momentText(time: number): string {
  return valueText(new Date(time).toISOString(), moment);
}
