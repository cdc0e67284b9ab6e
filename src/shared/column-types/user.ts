import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';

/** The name of a person. */
export const user: ColumnTypeRules = { kind: 'text', look: 'person' };
export const userChoice: ColumnTypeChoice = { label: 'User', group: 'Text', format: [] };
