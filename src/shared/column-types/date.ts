import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { dayWriter } from './time-text';
import { writeTexts } from './write-cell';

/** A calendar day, which has no time zone and never moves to the day before. */
export const date: ColumnTypeRules = {
  kind: 'day',
  write: (format, reader) => writeTexts(dayWriter(format, reader)),
  alsoFoundBy: String,
};
export const dateChoice: ColumnTypeChoice = { label: 'Date', group: 'Time', format: ['dateStyle', 'datePattern'] };
