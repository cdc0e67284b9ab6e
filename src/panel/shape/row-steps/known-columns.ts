import type { Column } from '../../../shared/frame';
import type { FieldError } from '../../../shared/problem';

/** The columns that are there, in the order they are named in. */
export function knownColumns(columns: readonly Column[], keys: readonly string[]): Column[] {
  return keys.flatMap((key) => columns.find((column) => column.key === key) ?? []);
}

export function isKnown(columns: readonly Column[], key: string): boolean {
  return columns.some((column) => column.key === key);
}

/** Why something was left out of a step. */
export function missingColumn(what: string, key: string): string {
  return `${what} was left out, because the column "${key}" no longer exists. An admin can change this in the panel.`;
}

/** An error of a field that names a column which is not there at this step; empty where it is. */
export function unknownColumn(columns: readonly Column[], path: string, key: string): FieldError[] {
  if (isKnown(columns, key)) return [];
  return [
    { path, message: key === '' ? 'Choose a column.' : 'This column does not exist at this step. Choose another one.' },
  ];
}

/** An error of the key of a new column that another has already; empty where it is free. */
export function takenKey(columns: readonly Column[], path: string, key: string): FieldError[] {
  return isKnown(columns, key) ? [{ path, message: `Another column already has the key "${key}".` }] : [];
}
