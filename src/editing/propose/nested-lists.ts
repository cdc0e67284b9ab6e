import { isElement } from '../../xml-element';
import { isObject, isPlain, type JsonObject } from '../../shared/row-shapes/json-object';
import { mapKindOf } from '../../shared/row-shapes/map-kind';
import { wordsOf } from '../../requests/more/name-words';
import { isIdentifier } from './field-names';
import { contentCount } from './record-like';
import { headingRow, headingsBeside, widthOf } from './headings';

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
  /** The headings are the first of the rows. */
  isHeaded?: true;
}

/** The table that an object holds, rows with their headings beside or above them; `undefined` where there is none. */
export function tableIn(value: unknown): InnerTable | undefined {
  if (!isObject(value)) return undefined;
  for (const [name, rows] of Object.entries(value).slice(0, 100)) {
    const width = Array.isArray(rows) && rows.length > 0 ? widthOf(rows) : 0;
    const headings = width === 0 ? [] : headingsBeside(value, rows, width);
    if (headings.length > 0) return { name, headings };
    const first = width === 0 ? [] : headingRow(rows as unknown[]);
    if (first.length > 0) return { name, headings: first, isHeaded: true };
  }
  return undefined;
}

/** Whether all tables have the same columns in the same order, with the headings beside them. */
export function allHeadingsAlike([first, ...others]: readonly InnerTable[]): boolean {
  if (first?.isHeaded) return false;
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
  const isPlaceInside = !isTop && (holdsOnlyObjects(only) || holdsPage(only));
  return holdsTable(only, 1) || isPlaceInside || holdsRows(only, levels) ? only : undefined;
}

function holdsTable(object: JsonObject, depth: number): boolean {
  if (tableIn(object)) return true;
  return depth > 0 && Object.values(object).some((each) => Array.isArray(each) && each.some((entry) => tableIn(entry)));
}

function holdsRows(object: JsonObject, depth: number): boolean {
  const members = Object.values(object);
  if (!saysLittle(object) || members.filter(isObject).length > 1) return false; // each object says something of one thing
  return members.some((member) => {
    if (Array.isArray(member)) return isListOfPage(member, object, depth);
    if (!isObject(member)) return false;
    const kind = isElement(member) ? undefined : mapKindOf(member);
    return (kind !== undefined && kind !== 'values') || (depth > 0 && holdsRows(member, depth - 1));
  });
}

/** Inside a response, what has nothing but a list of objects is there for the list alone. */
function holdsOnlyObjects(object: JsonObject): boolean {
  const [only, ...others] = Object.values(object);
  return others.length === 0 && isListOfObjects(only);
}

/** Right inside a row a list is the row's own, unless something stands beside it as it does on a page. */
function isListOfPage(list: readonly unknown[], holder: JsonObject, depth: number): boolean {
  if (!isListOfObjects(list)) return false;
  return depth < levels || Object.values(holder).some((member) => !isListOfObjects(member));
}

/** Whether an object has a page of a list that goes on by itself, whatever else it has. */
function holdsPage(object: JsonObject): boolean {
  const pages = Object.values(object).filter(isObject).filter(isPage);
  return pages.length === 1 && contentCount(object) <= 1 && !hasId(object);
}

const aboutPages = new Set(['cursor', 'more', 'next', 'page', 'total']);

function isPage(object: JsonObject): boolean {
  const isSign = (name: string) => wordsOf(name).some((word) => aboutPages.has(word));
  return Object.values(object).some(isListOfObjects) && Object.keys(object).some(isSign);
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

/** A cursor, a kind or a count may stand beside a list; what has an id, or more to say, is a thing itself. */
const saysLittle = (object: JsonObject) => !hasId(object) && contentCount(object) === 0;

const hasId = (object: JsonObject) =>
  Object.entries(object).some(([name, member]) => isPlain(member) && isIdentifier(name));
