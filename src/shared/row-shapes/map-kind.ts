import { areData, areIds, areUnlikeFields } from './data-names';
import { isObject, isPlain, type JsonObject } from './json-object';
import { type Members, membersOf } from './members';

/**
 * How an object lists things by name: lists of one length as the columns of a table (`columns`), objects of one make
 * (`keyed`), lists of such objects (`groups`), lists of plain values (`lists`), or plain values of one kind (`values`).
 */
export type MapKind = 'columns' | 'keyed' | 'groups' | 'lists' | 'values';

/** Values looked at to see whether they are of the same make. */
const sampled = 1000;
/** So many members of one kind are no fields of one object, whatever they are called. */
const manyNumbers = 12;
const manyTexts = 30;
const fewest = 3;
/** More lists than this are no columns of a table, in whose rows each of them would be a field. */
const mostColumns = 500;

/** The kind of list in disguise that a value is; `undefined` for a list, a plain value, and an object with fields. */
export function mapKindOf(value: unknown): MapKind | undefined {
  if (!isObject(value)) return undefined;
  const members = membersOf(value);
  const [first = null] = members.values;
  if (members.values.some(isObject)) return isKeyed(members) ? 'keyed' : undefined;
  if (Array.isArray(first)) return kindOfLists(members);
  return isOfValues(members) ? 'values' : undefined;
}

/** `{"17": {…}, "18": {…}}`: several objects of the same make under names that differ, or under ids. */
export function isKeyedList(value: unknown): value is Readonly<Record<string, JsonObject>> {
  return mapKindOf(value) === 'keyed';
}

/** `{"time": [1, 2], "height": [3, 4]}`: two or more lists of plain values, all of one length, and nothing else. */
export function isColumnLists(value: unknown): value is Readonly<Record<string, readonly unknown[]>> {
  return mapKindOf(value) === 'columns';
}

function isKeyed({ names, values }: Members): boolean {
  const objects = values.filter(isObject);
  if (objects.length < values.length && !(areIds(names) && values.every(isObjectOrNothing))) return false;
  return names.length >= fewestObjects(names) && areOfOneMake(objects.slice(0, sampled));
}

/** Some servers write an empty list for an empty object. */
const isObjectOrNothing = (value: unknown) => isObject(value) || (Array.isArray(value) && value.length === 0);

/** Ids are enough by themselves, names with digits need to come twice, and words three times. */
function fewestObjects(names: readonly string[]): number {
  if (areIds(names)) return 1;
  return names.every((name) => /\d/.test(name)) ? 2 : fewest;
}

function areOfOneMake(objects: readonly JsonObject[]): boolean {
  const [first, ...others] = objects.map((each) => new Set(Object.keys(each)));
  return first !== undefined && first.size > 0 && others.every((names) => sharesHalf(first, names));
}

function sharesHalf(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const shared = [...first].filter((name) => second.has(name)).length;
  return shared * 2 >= Math.max(first.size, second.size);
}

function kindOfLists({ names, values: lists }: Members): MapKind | undefined {
  if (!lists.every((list): list is unknown[] => Array.isArray(list))) return undefined;
  const filled = lists.filter((list) => list.length > 0);
  if (filled.every((list) => list.slice(0, 50).every(isPlain))) return kindOfValueLists(names, lists, filled.length);
  const areObjects = filled.every((list) => list.slice(0, 50).every(isObject));
  return areObjects && areGroups(names, filled as JsonObject[][]) ? 'groups' : undefined;
}

function kindOfValueLists(
  names: readonly string[],
  lists: readonly (readonly unknown[])[],
  filled: number,
): MapKind | undefined {
  const length = lists[0]?.length ?? 0;
  const isWidth = lists.length >= 2 && lists.length <= mostColumns;
  const areColumns = isWidth && length > 0 && lists.every((list) => list.length === length);
  if (areColumns) return length === 1 && areData(names) ? 'lists' : 'columns';
  return lists.length >= fewest && filled >= 2 ? 'lists' : undefined;
}

function areGroups(names: readonly string[], filled: readonly JsonObject[][]): boolean {
  const fewestGroups = areIds(names) ? 1 : areData(names) ? 2 : fewest;
  if (names.length < fewestGroups || filled.length < Math.min(2, names.length)) return false;
  return areOfOneMake(filled.slice(0, sampled).flatMap(([first]) => (first ? [first] : [])));
}

function isOfValues({ names, values }: Members): boolean {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === 'object') return false;
  if (names.length < (areIds(names) ? 1 : fewest)) return false;
  if (areData(names) || (kind === 'number' && areUnlikeFields(names))) return true;
  return names.length >= (kind === 'number' ? manyNumbers : manyTexts);
}
