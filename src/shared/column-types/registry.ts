import type { ColumnType } from '../frame';
import { boolean } from './boolean';
import { bytes } from './bytes';
import type { ColumnTypeRules } from './column-type';
import { currency } from './currency';
import { date } from './date';
import { dateTime } from './date-time';
import { duration } from './duration';
import { email } from './email';
import { image } from './image';
import { json } from './json';
import { link } from './link';
import { list } from './list';
import { number } from './number';
import { percent } from './percent';
import { status } from './status';
import { text } from './text';
import { user } from './user';

/** Every type of column. A new one is a new file and a line here. */
export const columnTypes: { readonly [Type in ColumnType]: ColumnTypeRules } = {
  text,
  number,
  currency,
  percent,
  bytes,
  date,
  'date-time': dateTime,
  duration,
  boolean,
  link,
  image,
  email,
  user,
  status,
  list,
  json,
};
