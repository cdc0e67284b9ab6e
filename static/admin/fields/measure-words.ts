import type { CellColumn } from '../../../src/shared/column-types/cell-kind';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';

/** A duration for people: `84 ms` below a second, `1.2 s` from there. */
export function durationWords(milliseconds: number): string {
  const rounded = Math.round(milliseconds);
  return rounded < 1000 ? `${rounded} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

const size: CellColumn = { type: 'bytes' };

/** A size as readers see one in a column of bytes: `512 bytes`, `1.54 kB`, `2.3 MB`. */
export function sizeWords(bytes: number, reader: Reader): string {
  return cellText(bytes, size, reader);
}

/** A moment as date and time in the reader's way of writing and time zone. */
export function momentWords(at: number, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

/** A time of day in the reader's way of writing and time zone. */
export function timeWords(at: number, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Date(at).toLocaleTimeString(locale, { timeStyle: 'short', timeZone });
}

/** A day such as `2027-03-31` in the reader's way of writing; anything else as it is. */
export function dayWords(iso: string, { locale }: { locale: string }): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? iso : new Date(at).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}
