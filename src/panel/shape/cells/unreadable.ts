import type { CellValue } from '../../../shared/frame';

/** Stands for a value that is there but is not of the column's type; shown as null and counted. */
export const unreadable = Symbol('unreadable');

/** The typed value of what a selector found: null for null, absent and empty, `unreadable` for what has no such type. */
export type ReadCell = (value: unknown) => CellValue | typeof unreadable;
