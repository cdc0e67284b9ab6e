import { isElement } from '../../xml-element';

/** Values looked at to see whether a list holds plain values only. */
const sampled = 50;

/**
 * The rows of a table that is written column by column, as in `{"time": [1, 2], "height": [3, 4]}`: an object whose
 * members, two at least, are all lists of plain values of the same length. `undefined` for everything else.
 */
export function rowsOfColumns(value: unknown): Record<string, unknown>[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isElement(value)) return undefined;
  const columns = Object.entries(value as Record<string, unknown>);
  const length = lengthOf(columns[0]?.[1]);
  if (columns.length < 2 || length === 0) return undefined;
  if (!columns.every(([, list]) => lengthOf(list) === length)) return undefined;
  return Array.from({ length }, (_, row) => rowAt(row, columns as [string, unknown[]][]));
}

/** Zero for what is no list of plain values. */
function lengthOf(list: unknown): number {
  if (!Array.isArray(list)) return 0;
  return list.slice(0, sampled).every((item) => typeof item !== 'object' || item === null) ? list.length : 0;
}

/** Without prototype, since the names come from data. */
function rowAt(row: number, columns: readonly [string, unknown[]][]): Record<string, unknown> {
  const made = Object.create(null) as Record<string, unknown>;
  for (const [name, list] of columns) made[name] = list[row];
  return made;
}
