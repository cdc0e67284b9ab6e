import type { ColumnTypeChoice, ColumnTypeRules } from './column-type';

/** A short text with a color. */
export const status: ColumnTypeRules = { kind: 'text', look: 'lozenge' };
export const statusChoice: ColumnTypeChoice = { label: 'Status', group: 'Text', format: ['statusColors'] };
