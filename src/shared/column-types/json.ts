import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';

/** The text of a list or an object. */
export const json: ColumnTypeRules = { kind: 'text', look: 'code' };
export const jsonChoice: ColumnTypeChoice = { label: 'JSON', group: 'Other', format: [] };
