import type { CellValue, Column, ColumnFormat } from '../../shared/frame';
import { shorten } from '../../shared/shorten';
import { durationWords } from './duration-words';

/** A document has one reader's language and clock: nobody knows whose. */
const locale = 'en';
const timeZone = 'UTC';
/** Characters of one value. */
const maxLength = 1000;

/** A value as a document shows it: in English, times in UTC and named so; empty for null. */
export function valueText(value: CellValue, { type, format = {} }: Pick<Column, 'type' | 'format'>): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return numberText(value, type, format);
  if (type === 'date') return timeText(value, { dateStyle: format.dateStyle });
  if (type === 'date-time') return timeText(value, { dateStyle: format.dateStyle, withClock: true });
  return shorten(value, maxLength);
}

/** A moment as a document shows it, such as `23 Nov 2026, 20:31 UTC`. */
export function momentText(time: number): string {
  return `${clock('medium', true).format(time)} UTC`;
}

function numberText(value: number, type: Column['type'], format: ColumnFormat): string {
  if (type === 'duration') return durationWords(value);
  return numberFormat(type, format, Math.abs(value) >= largest).format(value);
}

/** Greater numbers are written by their exponent. */
const largest = 1e21;

const made = new Map<string, Intl.NumberFormat>();

function numberFormat(type: Column['type'], format: ColumnFormat, isVast: boolean): Intl.NumberFormat {
  const { currency, decimals } = format;
  const key = `${type}|${currency}|${decimals}|${isVast}`;
  const known = made.get(key);
  if (known) return known;
  const writer = new Intl.NumberFormat(locale, numberOptions(type, currency, isVast ? vastDigits : fixed(decimals)));
  made.set(key, writer);
  return writer;
}

const vastDigits: Intl.NumberFormatOptions = { notation: 'scientific', maximumSignificantDigits: 15 };
/** Every digit of an integer, and of other numbers those that a double is sure of. */
const ownDigits: Intl.NumberFormatOptions = {
  maximumSignificantDigits: 15,
  maximumFractionDigits: 0,
  roundingPriority: 'morePrecision',
};

const fixed = (decimals: number | undefined): Intl.NumberFormatOptions | undefined =>
  decimals === undefined ? undefined : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };

function numberOptions(
  type: Column['type'],
  currency: string | undefined,
  digits: Intl.NumberFormatOptions | undefined,
): Intl.NumberFormatOptions {
  if (type === 'percent') return { style: 'percent', ...(digits ?? { maximumFractionDigits: 2 }) };
  if (type === 'currency' && /^[A-Za-z]{3}$/.test(currency ?? '')) {
    return { style: 'currency', currency, currencyDisplay: 'code', ...digits };
  }
  return digits ?? ownDigits;
}

function timeText(
  value: string,
  { dateStyle, withClock = false }: { dateStyle: ColumnFormat['dateStyle']; withClock?: boolean },
): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return shorten(value, maxLength);
  // What is relative to now is wrong in a document the next day.
  const style = dateStyle === 'relative' || dateStyle === undefined ? 'medium' : dateStyle;
  return `${clock(style, withClock).format(time)}${withClock ? ' UTC' : ''}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Day before month, and 24 hours: no reader takes it for another day. A short date is the one of ISO 8601. */
function clock(dateStyle: 'short' | 'medium' | 'long', withClock: boolean): Intl.DateTimeFormat {
  const key = `${dateStyle}|${withClock}`;
  const known = clocks.get(key);
  if (known) return known;
  const options: Intl.DateTimeFormatOptions = { dateStyle, timeZone, ...(withClock && { timeStyle: 'short' }) };
  const format = new Intl.DateTimeFormat(dateStyle === 'short' ? 'sv' : 'en-GB', options);
  clocks.set(key, format);
  return format;
}
