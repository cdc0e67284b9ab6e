import type { ColumnType } from '../../../src/contract';

const names: Record<ColumnType, string> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  'date-time': 'Date and time',
  link: 'Link',
  email: 'Email',
};

/** The column types to choose from, in the order of the list. */
export const columnTypes = Object.entries(names).map(([value, label]) => ({ value: value as ColumnType, label }));
