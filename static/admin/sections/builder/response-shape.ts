import { isObject } from '../../../../src/shared/row-shapes/json-object';
import { type MapKind, mapKindOf } from '../../../../src/shared/row-shapes/map-kind';
import type { ValuePath } from './simple-path';

/** What stands for members and items that were left out of a long response. */
const leftOut = /^… [\d,]+ more$/;
export { isObject };

/** Whether the text only says how much of a long response is not shown. */
export function isLeftOut(value: unknown): boolean {
  return typeof value === 'string' && leftOut.test(value);
}

/** The items of a list or the values of an object, without what only says that more was left out. */
export function childrenOf(value: unknown): unknown[] {
  const children = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value) : [];
  return children.filter((child) => !isLeftOut(child));
}

/** Whether an object is a list in disguise, such as `{"17": {…}, "18": {…}}`: things or values by their names. */
export function isKeyedList(value: unknown): boolean {
  const kind = kindOf(value);
  return kind !== undefined && kind !== 'columns';
}

/** Whether an object is a table written column by column: two or more lists of plain values, all of one length. */
export function isColumnLists(value: unknown): boolean {
  return kindOf(value) === 'columns';
}

function kindOf(value: unknown): MapKind | undefined {
  if (!isObject(value)) return undefined;
  const shown = Object.entries(value).filter(([, member]) => !isLeftOut(member));
  return mapKindOf(Object.fromEntries(shown));
}

/** The value at the end of the path; undefined where there is none. */
export function valueAt(document: unknown, path: ValuePath): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
