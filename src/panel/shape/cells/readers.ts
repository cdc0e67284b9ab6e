import type { Column, ColumnFormat, ColumnType } from '../../../shared/frame';
import { readBoolean } from './boolean';
import { currencyReader } from './currency';
import { dateReader, dateTimeReader } from './date';
import { durationReader } from './duration';
import { readJson } from './json';
import { readEmail, readImage, readLink } from './link';
import { listReader } from './list';
import { numberReader, readNumber } from './number';
import { percentReader } from './percent';
import { readStatus } from './status';
import { textReader } from './text';
import type { ReadCell } from './unreadable';
import { readUser } from './user';

/** A kind of JSON value. */
export type JsonKind = 'string' | 'number' | 'boolean';

/** How the values of a type are read from a response. What shows them is in `shared/column-types`. */
export interface CellReading {
  reader: (format: ColumnFormat) => ReadCell;
  /** What a value is, for the sentence on those that are not. */
  noun: (format: ColumnFormat) => string;
  /** The kind of JSON value that is a cell as it stands, so that reading it would change nothing. */
  asIs?: (format: ColumnFormat) => JsonKind | undefined;
}

/** How a value is read for each type of column. A new type is a line here. */
export const cellReadings: { readonly [Type in ColumnType]: CellReading } = {
  text: { reader: textReader, noun: () => 'text', asIs: ({ stripTags }) => (stripTags ? undefined : 'string') },
  number: { reader: numberReader, noun: () => 'a number', asIs: () => 'number' },
  currency: {
    reader: currencyReader,
    noun: ({ currency }) => (currency ? `an amount in ${currency}` : 'an amount of money'),
    asIs: () => 'number',
  },
  percent: {
    reader: percentReader,
    noun: () => 'a percentage',
    asIs: ({ whole = 1 }) => (whole === 1 ? 'number' : undefined),
  },
  bytes: { reader: () => readNumber, noun: () => 'a number of bytes', asIs: () => 'number' },
  date: { reader: dateReader, noun: () => 'a date' },
  'date-time': { reader: dateTimeReader, noun: () => 'a date and time' },
  duration: {
    reader: durationReader,
    noun: () => 'a duration',
    asIs: ({ durationUnit = 'seconds' }) => (durationUnit === 'seconds' ? 'number' : undefined),
  },
  boolean: { reader: () => readBoolean, noun: () => 'true or false', asIs: () => 'boolean' },
  link: { reader: () => readLink, noun: () => 'an https or mailto link' },
  image: { reader: () => readImage, noun: () => 'the https address of an image' },
  email: { reader: () => readEmail, noun: () => 'an e-mail address' },
  user: { reader: () => readUser, noun: () => 'a person with a name' },
  status: { reader: () => readStatus, noun: () => 'a status' },
  list: { reader: listReader, noun: () => 'a list' },
  json: { reader: () => readJson, noun: () => 'JSON' },
};

type Typed = Pick<Column, 'type' | 'format'>;

/** How the values of a column are read. */
export function cellReader({ type, format = {} }: Typed): ReadCell {
  return cellReadings[type].reader(format);
}

/** The kind of JSON value that is a cell of the column as it stands; `undefined` where none is. */
export function typedAlready({ type, format = {} }: Typed): JsonKind | undefined {
  return cellReadings[type].asIs?.(format);
}

/** What a value of the column is, for the sentence on those that are not. */
export function nounOf({ type, format = {} }: Typed): string {
  return cellReadings[type].noun(format);
}
