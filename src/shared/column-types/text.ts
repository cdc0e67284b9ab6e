import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';

/** A value as it is. */
export const text: ColumnTypeRules = { kind: 'text' };
export const textChoice: ColumnTypeChoice = { label: 'Text', group: 'Text', format: ['stripTags'] };
