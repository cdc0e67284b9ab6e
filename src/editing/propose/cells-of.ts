import { isObject, type JsonObject } from '../../shared/row-shapes/json-object';
import { wordsOf } from '../../requests/more/name-words';
import { compileSelector } from '../../selectors/selector';
import { type HeadingList, headingListsBeside, widthOf } from './headings';
import { singular } from './hints';

/** A list in each row whose places are fields. */
export interface CellList {
  /** The names that lead from a row to it; none where the row itself is that list. */
  at: readonly string[];
  /** What its places are called; empty where nothing says so. */
  headings: readonly string[];
}

/**
 * The lists whose places are fields of the rows: those with headings in rows which hold nothing but lists, or else the only
 * one, which is the list that a step unfolded, or the row itself.
 */
export function cellsOf(
  { headings = [], cells = [] }: { headings?: readonly string[]; cells?: readonly CellList[] },
  unfold: string | undefined,
): readonly CellList[] {
  if (cells.length > 0) return cells;
  return [{ at: unfold === undefined ? [] : (compileSelector(unfold).names ?? []), headings }];
}

/**
 * The lists in rows that hold nothing else, as far as a list in one of the objects around the rows names their places. Of
 * several lists each has the headings whose name speaks of it, as `dimensionHeaders` of `dimensionValues`, or else those
 * that no other list has places for. Empty where rows say anything by themselves.
 */
export function headedCells(rows: readonly unknown[], holders: readonly JsonObject[]): CellList[] {
  const lists = listsInRows(rows);
  return lists.flatMap((list) => {
    const beside = holders.flatMap((holder) => [...headingListsBeside(holder, rows, list.width)]);
    const headings = headingsFor(list, lists, beside);
    return headings ? [{ at: [list.name], headings }] : [];
  });
}

/** Lists of one row whose headings are looked for; more are no kinds of cells. */
const mostLists = 5;

interface ListInRows {
  name: string;
  /** How many places it has. */
  width: number;
  /** It has as many in every row. */
  isEven: boolean;
}

function listsInRows(rows: readonly unknown[]): ListInRows[] {
  const sample = rows.slice(0, 100);
  const [first] = sample;
  if (!isObject(first) || !Object.values(first).every(Array.isArray)) return [];
  const names = Object.keys(first).slice(0, mostLists);
  const all = names.map((name) => ({ name, lists: sample.map((row) => isObject(row) && row[name]) }));
  const filled = all.filter(({ lists }) => lists.some((list) => Array.isArray(list) && list.some(isFilled)));
  const measured = filled.map(({ name, lists }) => ({ name, width: widthOf(lists), lists }));
  return measured.flatMap(({ name, width, lists }) =>
    width > 0 ? [{ name, width, isEven: lists.every((list) => (list as unknown[]).length === width) }] : [],
  );
}

const isFilled = (cell: unknown) => cell !== null && cell !== undefined;

function headingsFor(
  list: ListInRows,
  lists: readonly ListInRows[],
  beside: readonly HeadingList[],
): readonly string[] | undefined {
  const [nearest] = beside;
  if (lists.length === 1) return nearest?.headings;
  const words = ownWords(list, lists);
  const speaksOf = (name: string) => singularWords(name).some((word) => words.has(word));
  const named = beside.find(({ path }) => path.some(speaksOf));
  if (named && (list.width > 1 || list.isEven)) return named.headings;
  const isAlone = list.width > 1 && lists.every((other) => other === list || other.width !== list.width);
  return isAlone ? nearest?.headings : undefined; // one text beside the rows may be anything
}

/** The words in the name of a list that are in no other's. */
function ownWords(list: ListInRows, lists: readonly ListInRows[]): Set<string> {
  const others = new Set(lists.filter((other) => other !== list).flatMap(({ name }) => singularWords(name)));
  return new Set(singularWords(list.name).filter((word) => !others.has(word)));
}

const singularWords = (name: string) => wordsOf(name).map(singular);
