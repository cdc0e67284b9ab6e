import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';
import { numberText } from './number-text';
import { writeNumbers } from './write-cell';

/** The entries of a list with commas between them, or their number. */
export const list: ColumnTypeRules = {
  kind: (format) => (format.list === 'count' ? 'number' : 'text'),
  write: (_, { locale }) => writeNumbers(numberText({}, locale)),
};
export const listChoice: ColumnTypeChoice = { label: 'List', group: 'Other', format: ['list'] };
