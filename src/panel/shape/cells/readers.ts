import type { Column, ColumnFormat, ColumnType } from '../../../shared/frame';
import { readBoolean } from './boolean';
import { currencyReader } from './currency';
import { readDate, readDateTime } from './date';
import { durationReader } from './duration';
import { readJson } from './json';
import { readEmail, readImage, readLink } from './link';
import { listReader } from './list';
import { readNumber } from './number';
import { percentReader } from './percent';
import { readStatus } from './status';
import { readText } from './text';
import type { ReadCell } from './unreadable';
import { readUser } from './user';

/** How a value is read for each type of column, as its format says. A new type is a line here. */
export const cellReaders: { readonly [Type in ColumnType]: (format: ColumnFormat) => ReadCell } = {
  text: () => readText,
  number: () => readNumber,
  currency: currencyReader,
  percent: percentReader,
  date: () => readDate,
  'date-time': () => readDateTime,
  duration: durationReader,
  boolean: () => readBoolean,
  link: () => readLink,
  image: () => readImage,
  email: () => readEmail,
  user: () => readUser,
  status: () => readStatus,
  list: listReader,
  json: () => readJson,
};

type Typed = Pick<Column, 'type' | 'format'>;

/** How the values of a column are read. */
export function cellReader({ type, format = {} }: Typed): ReadCell {
  return cellReaders[type](format);
}

/** The kind of JSON value that is a cell of the column as it stands, so that reading it would change nothing. */
export function typedAlready({ type, format: { whole = 1, durationUnit = 'seconds' } = {} }: Typed) {
  if (type === 'boolean') return 'boolean';
  const isNumber =
    type === 'number' ||
    type === 'currency' ||
    (type === 'percent' && whole === 1) ||
    (type === 'duration' && durationUnit === 'seconds');
  return isNumber ? 'number' : undefined;
}

/** What the values of a column are, for the sentence on those that are not. */
export function kindOf({ type, format }: Typed): string {
  return type === 'currency' && format?.currency ? `an amount in ${format.currency}` : kinds[type];
}

const kinds: { readonly [Type in ColumnType]: string } = {
  text: 'text',
  number: 'a number',
  currency: 'an amount of money',
  percent: 'a percentage',
  date: 'a date',
  'date-time': 'a date and time',
  duration: 'a duration',
  boolean: 'true or false',
  link: 'an https or mailto link',
  image: 'the https address of an image',
  email: 'an e-mail address',
  user: 'a person with a name',
  status: 'a status',
  list: 'a list',
  json: 'JSON',
};
