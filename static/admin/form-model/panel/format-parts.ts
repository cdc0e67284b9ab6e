import type { ColumnFormat, ColumnType } from '../../../../src/shared/contract';

/** The parts of a format that each type has a use for, in the order of the form. */
export const formatParts: Record<ColumnType, readonly (keyof ColumnFormat)[]> = {
  text: [],
  number: ['decimals'],
  currency: ['currency', 'decimals'],
  percent: ['whole', 'decimals'],
  date: ['dateStyle'],
  'date-time': ['dateStyle'],
  duration: ['durationUnit'],
  boolean: [],
  link: [],
  image: [],
  email: [],
  user: [],
  status: ['statusColors'],
  list: ['list'],
  json: [],
};
