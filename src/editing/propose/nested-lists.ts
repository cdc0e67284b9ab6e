import { isElement } from '../../xml-element';
import { isObject, isPlain, type JsonObject } from '../../shared/row-shapes/json-object';
import { mapKindOf } from '../../shared/row-shapes/map-kind';
import { isIdentifier } from './field-names';
import { headingsBeside, widthOf } from './headings';

/** A page as some APIs send it: what there is to say of the rows, and the rows. */
const mostBesides = 3;
/** Levels of objects between a wrapper and the list in it. */
const levels = 4;

/** The place of the only list in a short list whose other entries are objects, as `[{"total": 8}, [{…}, {…}]]`. */
export function listBesideHeads(list: readonly unknown[]): number | undefined {
  if (list.length < 2 || list.length > mostBesides) return undefined;
  const lists = list.filter(Array.isArray);
  const isRest = list.every((entry) => Array.isArray(entry) || isObject(entry));
  return lists.length === 1 && isRest ? list.findIndex(Array.isArray) : undefined;
}

/** A table in an object: the name of its rows, which are lists, and what their places are called. */
export interface InnerTable {
  name: string;
  headings: string[];
}

/** The table that an object holds, rows and headings side by side; `undefined` where there is none. */
export function tableIn(value: unknown): InnerTable | undefined {
  if (!isObject(value)) return undefined;
  for (const [name, rows] of Object.entries(value).slice(0, 100)) {
    const width = Array.isArray(rows) && rows.length > 0 ? widthOf(rows) : 0;
    const headings = width === 0 ? [] : headingsBeside(value, rows, width);
    if (headings.length > 0) return { name, headings };
  }
  return undefined;
}

/** Whether all tables have the same columns in the same order. */
export function allHeadingsAlike([first, ...others]: readonly InnerTable[]): boolean {
  return others.every(
    ({ name, headings }) => name === first?.name && headings.join('\n') === first.headings.join('\n'),
  );
}

/**
 * The only entry of a list that is no row but holds the rows: it says next to nothing of itself, and there is a list of
 * objects, or a table, within.
 */
export function wrapperIn(list: readonly unknown[], isTop: boolean): JsonObject | undefined {
  const [only] = list;
  if (list.length !== 1 || !isObject(only)) return undefined;
  const isPage = holdsTable(only, 1) || (!isTop && holdsOnlyObjects(only)) || holdsRows(only, levels);
  return isPage ? only : undefined;
}

function holdsTable(object: JsonObject, depth: number): boolean {
  if (tableIn(object)) return true;
  return depth > 0 && Object.values(object).some((each) => Array.isArray(each) && each.some((entry) => tableIn(entry)));
}

function holdsRows(object: JsonObject, depth: number): boolean {
  if (!saysLittle(object)) return false;
  return Object.values(object).some((member) => {
    if (Array.isArray(member)) return isListOfPage(member, object, depth);
    if (!isObject(member)) return false;
    const kind = isElement(member) ? undefined : mapKindOf(member);
    return kind === 'keyed' || kind === 'columns' || (depth > 0 && holdsRows(member, depth - 1));
  });
}

/** Inside a response, what has nothing but a list of objects is there for the list alone. */
function holdsOnlyObjects(object: JsonObject): boolean {
  const [only, ...others] = Object.values(object);
  return others.length === 0 && Array.isArray(only) && only.length > 0 && only.every(isObject);
}

/** Right inside a row a list is the row's own, unless numbers or flags stand beside it as they do on a page. */
function isListOfPage(list: readonly unknown[], holder: JsonObject, depth: number): boolean {
  if (list.length === 0 || !list.every(isObject)) return false;
  const beside = Object.values(holder).filter((member) => member !== list);
  const isSaid = (member: unknown) => typeof member === 'number' || typeof member === 'boolean';
  return depth < levels || (beside.some(isSaid) && !beside.some((member) => typeof member === 'string'));
}

/** A cursor or a kind, numbers and flags may stand beside a list; what has an id, or more to say, is a thing itself. */
function saysLittle(object: JsonObject): boolean {
  const own = Object.entries(object).filter(([, member]) => isPlain(member) && member !== null);
  return (
    !own.some(([name]) => isIdentifier(name)) && own.filter(([, member]) => typeof member === 'string').length <= 1
  );
}
