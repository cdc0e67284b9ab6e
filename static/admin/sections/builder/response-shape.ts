import type { ValuePath } from './simple-path';

/** What stands for members and items that were left out of a long response. */
const leftOut = /^… [\d,]+ more$/;
/** Names that are numbers, GUIDs or other long ids, and no words. */
const idName = /^(?:\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,})$/i;

type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the text only says how much of a long response is not shown. */
export function isLeftOut(value: unknown): boolean {
  return typeof value === 'string' && leftOut.test(value);
}

/** The items of a list or the values of an object, without what only says that more was left out. */
export function childrenOf(value: unknown): unknown[] {
  const children = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value) : [];
  return children.filter((child) => !isLeftOut(child));
}

/** Whether an object is a list in disguise, as `{"17": {…}, "18": {…}}`: several objects of one make under names or ids. */
export function isKeyedList(value: unknown): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value).filter(([, member]) => !isLeftOut(member));
  const fewest = entries.every(([name]) => idName.test(name)) ? 1 : 3;
  if (entries.length < fewest || !entries.every(([, member]) => isObject(member))) return false;
  const [first, ...others] = entries.map(([, member]) => new Set(Object.keys(member as JsonObject)));
  return first !== undefined && first.size > 0 && others.every((names) => sharesHalf(first, names));
}

function sharesHalf(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const shared = [...first].filter((name) => second.has(name)).length;
  return shared * 2 >= Math.max(first.size, second.size);
}

/** Whether an object is a table written column by column: two or more lists of plain values, all of one length. */
export function isColumnLists(value: unknown): boolean {
  if (!isObject(value)) return false;
  const lists = Object.values(value);
  const [first] = lists;
  if (lists.length < 2 || !Array.isArray(first) || first.length === 0) return false;
  return lists.every(
    (list) => Array.isArray(list) && list.length === first.length && list.every((item) => !isBranch(item)),
  );
}

function isBranch(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
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
