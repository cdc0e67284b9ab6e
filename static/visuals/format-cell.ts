import type { CellValue, ColumnType } from '../../src/contract';
import { isoTime } from './iso-time';
import type { Reader } from './reader';

export type FormatCell = (value: CellValue, type: ColumnType) => string;

function timeFormat(format: Intl.DateTimeFormat): (value: CellValue) => string {
  return (value) => {
    const time = typeof value === 'string' ? isoTime(value) : null;
    return time === null ? String(value) : format.format(time);
  };
}

function yesOrNo(value: CellValue): string {
  if (value === true) return 'Yes';
  return value === false ? 'No' : String(value);
}

/**
 * A function that answers a cell's text as the reader writes it; empty for `null`. Numbers keep the 15 digits that a
 * double is sure of. A date has no time zone and never moves to the day before; a date-time is shown in the reader's.
 */
export function cellFormatter({ locale, timeZone }: Reader): FormatCell {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 });
  const byType: Record<ColumnType, (value: CellValue) => string> = {
    text: String,
    link: String,
    email: String,
    boolean: yesOrNo,
    number: (value) => (typeof value === 'number' ? number.format(value) : String(value)),
    date: timeFormat(new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })),
    'date-time': timeFormat(new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })),
  };
  return (value, type) => (value === null ? '' : byType[type](value));
}
