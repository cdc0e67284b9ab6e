import type { ColumnTypeChoice, ColumnTypeRules, WriteCell } from './column-type';

const yesOrNo: WriteCell = (value) => {
  if (value === true) return 'Yes';
  return value === false ? 'No' : String(value);
};

/** True or false, in words. */
export const boolean: ColumnTypeRules = { kind: 'boolean', write: () => yesOrNo };
export const booleanChoice: ColumnTypeChoice = { label: 'Yes or no', group: 'Other', format: [] };
