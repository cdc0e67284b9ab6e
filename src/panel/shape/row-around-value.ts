import type { JsonObject } from '../../shared/row-shapes/json-object';

/** Under no name that data could have. */
const ownValue = Symbol('the value that the row stands for');

/**
 * The members, made a row that stands for a value which is no object; they say where it stood. A selector that begins with
 * a name reads those; any other, `$` among them, reads the value as if it stood alone.
 */
export function rowAround(value: unknown, members: Record<string, unknown>): JsonObject {
  return Object.defineProperty(members, ownValue, { value });
}

/** Whether the row stands for a value that is no object. */
export function isAround(row: unknown): row is Record<typeof ownValue, unknown> {
  return typeof row === 'object' && row !== null && ownValue in row;
}

/** The value that the row stands for; any other row as it is. */
export function valueOfRow(row: unknown): unknown {
  return isAround(row) ? row[ownValue] : row;
}
