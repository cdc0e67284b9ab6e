import type { CellValue, Column } from '../shared/contract';

const longestText = 60;

/** How the person at the screen writes numbers and dates. */
export interface Reader {
  locale: string;
  timeZone: string;
}

type Typed = Pick<Column, 'type' | 'format'>;

/** A cell as short plain text; empty for `null`. */
export function cellText(value: CellValue, column: Typed, reader: Reader): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return numberText(value, column, reader.locale);
  if (column.type === 'date') return dateText(value, { dateStyle: 'medium', timeZone: 'UTC' }, reader.locale);
  if (column.type === 'date-time') {
    return dateText(value, { dateStyle: 'medium', timeStyle: 'short', timeZone: reader.timeZone }, reader.locale);
  }
  return value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value;
}

function numberText(value: number, { type, format = {} }: Typed, locale: string): string {
  const digits = digitsOf(value, format.decimals);
  if (type === 'percent') return new Intl.NumberFormat(locale, { style: 'percent', ...digits }).format(value);
  if (type === 'currency' && format.currency) {
    return new Intl.NumberFormat(locale, { style: 'currency', currency: format.currency, ...digits }).format(value);
  }
  if (type === 'duration') return durationText(value);
  return new Intl.NumberFormat(locale, digits ?? ownDigits).format(value);
}

/** Every digit of an integer, and of other numbers those that a double is sure of. */
const ownDigits: Intl.NumberFormatOptions = {
  maximumSignificantDigits: 15,
  maximumFractionDigits: 0,
  roundingPriority: 'morePrecision',
};

/** Greater numbers are written by their exponent. */
const largest = 1e21;

function digitsOf(value: number, decimals: number | undefined): Intl.NumberFormatOptions | undefined {
  if (Math.abs(value) >= largest) return { notation: 'scientific', maximumSignificantDigits: 15 };
  return decimals === undefined ? undefined : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

/** Hours, minutes and seconds, without the parts that are nothing. */
function durationText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const parts: [number, string][] = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const text = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `${seconds < 0 ? '-' : ''}${text.join(' ') || '0 s'}`;
}

function dateText(text: string, options: Intl.DateTimeFormatOptions, locale: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Intl.DateTimeFormat(locale, options).format(time);
}
