import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { momentWriter } from './time-text';
import { writeTexts } from './write-cell';

/** A point in time to the minute, in the reader's time zone. */
export const dateTime: ColumnTypeRules = {
  kind: 'moment',
  write: (format, reader) => writeTexts(momentWriter(format, reader)),
  alsoFoundBy: String,
  isDayAndTime: true,
};
export const dateTimeChoice: ColumnTypeChoice = {
  label: 'Date and time',
  group: 'Time',
  format: ['dateStyle', 'datePattern'],
};
