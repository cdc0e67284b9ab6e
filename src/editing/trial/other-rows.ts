import { compileSelector } from '../../selectors/selector';

/** What a second page brings: other rows of the same kind, those of the first one, none at all, or something else. */
export type Brought = 'other' | 'same' | 'none' | 'unlike';

/**
 * What page two brings beyond page one, by the rows at that selector.
 * @throws Problem `selector-invalid`
 */
export function broughtBy(second: unknown, first: unknown, rowsSelector: string): Brought {
  const [before, after] = [first, second].map((document) => rowsAt(rowsSelector, document));
  if (!before || !after || after.length === 0) return 'none';
  const known = new Set(before.map((row) => JSON.stringify(row)));
  const repeated = after.filter((row) => known.has(JSON.stringify(row))).length;
  if (known.size === before.length && repeated > 0 && 2 * repeated >= Math.min(before.length, after.length))
    return 'same';
  if (repeated === after.length && after.length === before.length) return 'same';
  return isAlike(before[0], after[0]) ? 'other' : 'unlike';
}

/** Rows of a page that are compared; the first ones tell as much as all. */
const mostRows = 500;

function rowsAt(selector: string, document: unknown): readonly unknown[] {
  const found = compileSelector(selector.trim() === '' ? '$' : selector).select(document);
  const [only] = found;
  const rows: readonly unknown[] = found.length === 1 && Array.isArray(only) ? only : found;
  return rows.slice(0, mostRows);
}

/** Half of the names are enough: APIs leave out what is empty. */
function isAlike(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other))
    return isObject(one) === isObject(other) && Array.isArray(one) === Array.isArray(other);
  const [names, others] = [Object.keys(one), Object.keys(other)];
  const shared = names.filter((name) => others.includes(name)).length;
  return 2 * shared >= Math.min(names.length, others.length);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
