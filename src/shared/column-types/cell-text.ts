import type { CellValue, Column, ColumnFormat, ColumnType } from '../contract';
import { durationText } from './duration-text';
import { currencyText, numberText, percentText } from './number-text';
import { dateText, dateTimeText } from './time-text';
import type { Reader } from '../reader';

/** What of a column decides how its values are written. */
export type CellColumn = Pick<Column, 'type' | 'format'>;
type Write = (value: CellValue) => string;
export type FormatCell = (value: CellValue, column: CellColumn) => string;

function ofNumbers(write: (value: number) => string): Write {
  return (value) => (typeof value === 'number' ? write(value) : String(value));
}

function ofTexts(write: (value: string) => string): Write {
  return (value) => (typeof value === 'string' ? write(value) : String(value));
}

function yesOrNo(value: CellValue): string {
  if (value === true) return 'Yes';
  return value === false ? 'No' : String(value);
}

const plain = (): Write => String;

const writers: { readonly [Type in ColumnType]: (format: ColumnFormat, reader: Reader) => Write } = {
  text: plain,
  link: plain,
  image: plain,
  email: plain,
  user: plain,
  status: plain,
  json: plain,
  boolean: () => yesOrNo,
  number: (format, { locale }) => ofNumbers(numberText(format, locale)),
  list: (_, { locale }) => ofNumbers(numberText({}, locale)), // a list that is counted holds numbers
  currency: (format, { locale }) => ofNumbers(currencyText(format, locale)),
  percent: (format, { locale }) => ofNumbers(percentText(format, locale)),
  duration: (_, { locale }) => ofNumbers(durationText(locale)),
  date: (format, reader) => ofTexts(dateText(format, reader)),
  'date-time': (format, reader) => ofTexts(dateTimeText(format, reader)),
};

/**
 * A function that answers a cell's text as the reader writes it; empty for `null`. Numbers keep the digits that a
 * double is sure of. A date has no time zone and never moves to the day before; a date-time is shown in the reader's.
 * What a column needs of `Intl` is made once.
 */
export function cellFormatter(reader: Reader): FormatCell {
  const made = new WeakMap<CellColumn, Write>();
  return (value, column) => {
    if (value === null) return '';
    let write = made.get(column);
    if (!write) made.set(column, (write = writers[column.type](column.format ?? {}, reader)));
    return write(value);
  };
}

const formatters = new WeakMap<Reader, FormatCell>();

/** A cell's text as the reader writes it, empty for `null`: what stands on the screen, is searched and goes into a CSV. */
export function cellText(value: CellValue, column: CellColumn, reader: Reader): string {
  let format = formatters.get(reader);
  if (!format) formatters.set(reader, (format = cellFormatter(reader)));
  return format(value, column);
}
