import type { FilterStep } from '../../../../src/shared/contract';
import { childrenOf, isColumnLists, isKeyedList, valueAt } from './response-shape';
import type { SimpleStep, ValuePath } from './simple-path';
import { every, parsePath, pathText } from './simple-path';

/** Where the rows of a panel stand in a response. */
export interface RowsPath {
  path: readonly SimpleStep[];
  /** The path leads to a table that is written column by column. */
  columnLists: boolean;
}

/**
 * Where the filter steps find the rows; undefined where that cannot be said without running them. Steps that only leave
 * rows out change nothing.
 */
export function rowsPathOf(filters: readonly FilterStep[], document: unknown): RowsPath | undefined {
  const [first, ...later] = filters;
  const path = first && parsePath(first.selector);
  if (!path || filters.some(({ unfold = '' }) => unfold.trim() !== '')) return undefined;
  const start = withItems(path, document);
  if (later.length > 0 && start.columnLists) return undefined;
  let steps: readonly SimpleStep[] | undefined = start.path;
  for (const filter of later) steps = steps && drilled(steps, filter);
  return steps && { path: steps, columnLists: start.columnLists };
}

/** A path of names that leads to a list means its items. */
function withItems(path: SimpleStep[], document: unknown): RowsPath {
  if (!isValuePath(path)) return { path, columnLists: false };
  const value = valueAt(document, path);
  if (Array.isArray(value)) return { path: [...path, every], columnLists: false };
  return { path, columnLists: isColumnLists(value) };
}

function drilled(rows: readonly SimpleStep[], { selector }: FilterStep): readonly SimpleStep[] | undefined {
  if (/^\s*\$\s*\[\s*\?/.test(selector) && selector.trim().endsWith(']')) return rows;
  const path = parsePath(selector);
  if (!path || path[0] !== every) return undefined;
  return [...rows, ...path.slice(1)];
}

function isValuePath(path: readonly SimpleStep[]): path is ValuePath {
  return path.every((step) => step !== every);
}

/** The way from the row to the value at the path; undefined for a value outside the rows, empty for a row itself. */
export function pathInRow({ path: rows, columnLists }: RowsPath, path: ValuePath): ValuePath | undefined {
  if (path.length < rows.length) return undefined;
  const isInside = rows.every((step, index) => step === every || step === path[index]);
  if (!isInside) return undefined;
  const rest = path.slice(rows.length);
  return columnLists ? rest.slice(0, 1) : rest;
}

/** The selector that makes rows of what stands at the path, in every row where the path leads through rows. */
export function rowsSelectorAt(document: unknown, path: ValuePath): string {
  const value = valueAt(document, path);
  const steps: SimpleStep[] = path.map((step, index) =>
    typeof step === 'number' || isKeyedList(valueAt(document, path.slice(0, index))) ? every : step,
  );
  const hasItems = Array.isArray(value) || isKeyedList(value);
  return pathText(hasItems ? [...steps, every] : steps);
}

const mostValues = 200;

/** The values that the rows at hand have at the end of the path, those without one left out. */
export function valuesInRows(document: unknown, rows: RowsPath, inRow: ValuePath): unknown[] {
  if (rows.columnLists) return childrenOf(valueAt(document, [...(rows.path as ValuePath), ...inRow]));
  let found: unknown[] = [document];
  for (const step of rows.path) {
    found = found.flatMap((value) => (step === every ? childrenOf(value) : [valueAt(value, [step])]));
    found = found.slice(0, mostValues);
  }
  return found.map((row) => valueAt(row, inRow)).filter((value) => value !== undefined && value !== null);
}
