import type { ColumnType } from '../../frame';
import { readBoolean } from './boolean';
import { readDate, readDateTime } from './date';
import { readEmail, readLink } from './link';
import { readNumber } from './number';
import { readText } from './text';
import type { ReadCell } from './unreadable';

/** How a value is read for each type of column. A new type is a line here. */
export const cellReaders: { readonly [Type in ColumnType]: ReadCell } = {
  text: readText,
  number: readNumber,
  boolean: readBoolean,
  date: readDate,
  'date-time': readDateTime,
  link: readLink,
  email: readEmail,
};

/** The kind of JSON value that is a cell of the type as it stands; reading it would change nothing. */
export const typedAlready: { readonly [Type in ColumnType]?: 'number' | 'boolean' } = {
  number: 'number',
  boolean: 'boolean',
};
