import { isElement } from '../../xml-element';
import { cubeOf } from '../../shared/row-shapes/cube';
import { isObject, isPlain, type JsonObject } from '../../shared/row-shapes/json-object';
import { membersOf } from '../../shared/row-shapes/members';
import { mapKindOf } from '../../shared/row-shapes/map-kind';
import { rowsByKey, valueMember } from '../../panel/shape/rows-by-key';
import { rowsOfColumns } from '../../panel/shape/rows-of-columns';
import { cubeValues, rowsOfCube } from '../../panel/shape/rows-of-cube';
import { unfolding } from '../../panel/shape/unfold';
import { type CellList, headedCells } from './cells-of';
import { headingRow, headingsBeside, widthOf } from './headings';
import { isUsualName } from './hints';
import { allHeadingsAlike, listBesideHeads, tableIn, wrapperIn } from './nested-lists';
import { nameSelector, isSelectable } from './name-selector';

/** How the rows lie in the response. */
export type ListShape =
  'objects' | 'table' | 'keyed' | 'groups' | 'lists' | 'values' | 'value-map' | 'wrapper' | 'object' | 'empty';

/** Something in a response that could be the rows. */
export interface ListCandidate {
  selector: string;
  /** The step that unfolds the rows, where that belongs to the shape. */
  unfold?: string;
  shape: ListShape;
  rows: readonly unknown[];
  /** What the places of rows that are lists are called; empty where nothing says so. */
  headings: readonly string[];
  /** The lists of cells in rows that hold nothing else, with what their places are called. */
  cells?: readonly CellList[];
  /** The name that it stands under; empty at the top. */
  name: string;
  /** All names that lead to it. */
  path: readonly string[];
  /** The object that it is a member of. */
  holder: JsonObject | undefined;
}

/** A value of the response on the way to lists. */
interface Place {
  value: unknown;
  selector: string;
  name: string;
  path: readonly string[];
  depth: number;
  /** Objects around it, the nearest first. */
  holders: readonly JsonObject[];
}

/** Values looked at; a response has its rows near the top. */
const maxVisited = 20_000;
const deepestList = 8;

/**
 * The lists in a response, nearest to the top first: of objects, of lists, of plain values; objects that are lists in
 * disguise; tables written column by column or by dimensions. Lists inside rows are not looked for, unless the list is
 * only a wrapper around another; nor what stands under a name that no selector can have.
 */
export function listCandidates(document: unknown): ListCandidate[] {
  const found: ListCandidate[] = [];
  const waiting: Place[] = [{ value: document, selector: '$', name: '', path: [], depth: 0, holders: [] }];
  for (let visited = 0; visited < maxVisited; visited++) {
    const place = waiting[visited];
    if (!place) break;
    const here = Array.isArray(place.value) ? inList(place, place.value as unknown[]) : inObject(place);
    if (here.candidate) found.push({ headings: [], ...pick(place), ...here.candidate });
    if (place.depth < deepestList) waiting.push(...here.further);
  }
  return found;
}

/** In XML a list stands in an element of its own, which belongs to the thing around it. */
function pick({ name, path, holders }: Place): Pick<ListCandidate, 'name' | 'path' | 'holder'> {
  const [holder, around] = holders;
  const isWrapper = isElement(holder) && membersOf(holder).names.length === 1;
  return { name, path, holder: isWrapper ? (around ?? holder) : holder };
}

type Found = Pick<ListCandidate, 'selector' | 'shape' | 'rows'> & Partial<ListCandidate>;

interface Here {
  candidate?: Found;
  further: Place[];
}

function inList(place: Place, list: readonly unknown[]): Here {
  const { selector } = place;
  const at = listBesideHeads(list);
  if (at !== undefined) {
    const heads = list.filter(isObject);
    return { further: [within(place, list[at], `${selector}[${at}]`, place.name, heads)] };
  }
  if (list.length === 0) return noList(place);
  const tables = tableIn(list[0]) ? list.map(tableIn) : [];
  if (tables.length > 0 && tables.every((table) => table !== undefined))
    return inTables(place, list as JsonObject[], tables);
  const wrapper = wrapperIn(list, place.depth === 0);
  const further = wrapper ? placesIn({ ...place, value: wrapper, selector: `${selector}[*]` }) : [];
  return { candidate: wrapper ? wrapped(place, list) : listed(place, list), further };
}

const noList = ({ selector }: Place): Here => ({
  candidate: { selector: `${selector}[*]`, shape: 'empty', rows: [] },
  further: [],
});

const wrapped = ({ selector }: Place, list: readonly unknown[]): Found => ({
  selector: `${selector}[*]`,
  shape: 'wrapper',
  rows: list,
});

/** Tables of the same columns are one; of several others each may be meant. */
function inTables(
  place: Place,
  list: readonly JsonObject[],
  tables: readonly { name: string; headings: string[] }[],
): Here {
  const { selector } = place;
  const further = (each: JsonObject, step: string, name: string) =>
    within({ ...place, selector: selector + step }, each[name], selector + step + nameSelector(name), name, [each]);
  const [first] = tables;
  if (list.length === 1 && first) return { further: [further(list[0]!, '[*]', first.name)] };
  if (first && allHeadingsAlike(tables)) return { candidate: unfoldedTables(place, list, first), further: [] };
  return { further: tables.map(({ name }, at) => further(list[at]!, `[${at}]`, name)) };
}

/** What is said of each table stands in each of its rows. */
function unfoldedTables(
  { selector }: Place,
  list: readonly JsonObject[],
  { name, headings }: { name: string; headings: string[] },
): Found {
  const unfold = `$${nameSelector(name)}`;
  return { selector: `${selector}[*]`, shape: 'table', unfold, headings, rows: unfolding(unfold, undefined)(list) };
}

function listed({ selector, holders }: Place, list: readonly unknown[]): Found {
  const isMostly = (test: (row: unknown) => boolean) =>
    list.slice(0, 100).filter(test).length * 2 > Math.min(list.length, 100);
  const all = { selector: `${selector}[*]`, rows: list };
  if (isMostly(isObject)) return { ...all, shape: 'objects', cells: headedCells(list, holders.slice(0, 2)) };
  if (!isMostly(Array.isArray)) return { ...all, shape: 'values' };
  const width = widthOf(list);
  const headings = width === 0 ? [] : headingsAround(holders, list, width);
  if (headings.length > 0) return { ...all, shape: 'table', headings };
  const first = headingRow(list);
  if (first.length === 0) return { ...all, shape: 'lists' };
  return { selector: `${selector}[1:]`, rows: list.slice(1), shape: 'table', headings: first };
}

function headingsAround(holders: readonly JsonObject[], list: readonly unknown[], width: number): string[] {
  return (
    holders
      .slice(0, 2)
      .map((holder) => headingsBeside(holder, list, width))
      .find(({ length }) => length > 0) ?? []
  );
}

function inObject(place: Place): Here {
  const { value, selector } = place;
  if (value === null && place.depth > 0) return noList(place);
  if (!isObject(value)) return { further: [] };
  if (cubeOf(value)) {
    const rows = rowsOfCube(value) ?? [];
    return { candidate: { selector: `${selector}.${cubeValues}[*]`, shape: 'table', rows }, further: [] };
  }
  const candidate = asMap(value, selector);
  return candidate ? { candidate, further: [] } : { further: placesIn(place) };
}

function asMap(value: JsonObject, place: string): Found | undefined {
  const kind = isElement(value) ? undefined : mapKindOf(value);
  if (kind === undefined) return undefined;
  if (kind === 'columns') return { selector: place, shape: 'table', rows: rowsOfColumns(value) ?? [] };
  const rows = rowsByKey(value);
  const selector = `${place}[*]`;
  if (kind === 'keyed') return { selector, shape: 'keyed', rows };
  const unfold = `$['${valueMember}']`;
  if (kind === 'groups') return { selector, shape: 'groups', unfold, rows: unfolding(unfold, undefined)(rows) };
  return { selector, shape: 'value-map', rows };
}

function placesIn(place: Place): Place[] {
  const { value, selector } = place;
  if (!isObject(value)) return [];
  const { names, values } = membersOf(value);
  return names.slice(0, maxVisited).flatMap((name, at) => {
    const member = values[at];
    const mayHoldRows = (isPlain(member) ? isNullList(name, member) : true) && isSelectable(name);
    return mayHoldRows ? [within(place, member, selector + nameSelector(name), name, [value])] : [];
  });
}

/** Some servers write null for a list that has nothing in it. */
const isNullList = (name: string, member: unknown) => member === null && isUsualName(name);

function within(place: Place, value: unknown, selector: string, name: string, around: readonly JsonObject[]): Place {
  const path = name === place.name ? place.path : [...place.path, name];
  return { value, selector, name, path, depth: place.depth + 1, holders: [...around, ...place.holders].slice(0, 4) };
}
