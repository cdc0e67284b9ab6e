import { isObject } from '../../shared/row-shapes/json-object';
import { readDateTime } from '../../panel/shape/cells/date';

const longest = 100;
/** Members that say what a thing is called, best first. */
const namingMembers = ['label', 'title', 'text', 'displayName', 'name', 'header', 'headerName', 'field', 'id', 'key'];
/** Levels of objects beside a list that may hold its headings. */
const levels = 3;

/** The names that a list of texts or of named things consists of; empty where one of them has none, or two have the same. */
export function namesIn(list: unknown): string[] {
  if (!Array.isArray(list) || list.length === 0) return [];
  const names = list.every(isObject) ? namesOfThings(list) : list;
  const isName = (name: unknown): name is string => typeof name === 'string' && name.trim() !== '';
  if (names.length === 0 || !names.every(isName) || new Set(names).size < names.length) return [];
  return names.map((name) => name.slice(0, longest));
}

function namesOfThings(things: readonly Readonly<Record<string, unknown>>[]): unknown[] {
  const texts = (member: string) => things.map((thing) => (Object.hasOwn(thing, member) ? thing[member] : undefined));
  const members = [...namingMembers, ...Object.keys(things[0] ?? {}).slice(0, 20)];
  const areNames = (names: readonly unknown[]) =>
    names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
  return members.map(texts).find(areNames) ?? [];
}

/** A list that may name the places of others. */
export interface HeadingList {
  /** The names that lead to it. */
  path: readonly string[];
  headings: string[];
}

/**
 * What names the places of rows that are lists: another list of as many names beside them, or in an object there, nearest
 * first; empty where there is none.
 */
export function headingsBeside(holder: unknown, rows: unknown, width: number): string[] {
  for (const { headings } of headingListsBeside(holder, rows, width)) return headings;
  return [];
}

/** All such lists, nearest first. */
export function* headingListsBeside(holder: unknown, rows: unknown, width: number): Generator<HeadingList> {
  let level: Beside[] = [{ path: [], value: holder }];
  for (let depth = 0; depth < levels; depth++) {
    level = level.flatMap(membersBeside).filter(({ value }) => value !== rows);
    for (const { path, value } of level) {
      const headings = Array.isArray(value) && value.length === width ? namesIn(value) : [];
      if (headings.length > 0) yield { path, headings };
    }
  }
}

interface Beside {
  path: readonly string[];
  value: unknown;
}

function membersBeside({ path, value }: Beside): Beside[] {
  if (!isObject(value)) return [];
  const members = Object.entries(value).slice(0, 100);
  return members.map(([name, member]) => ({ path: [...path, name], value: member }));
}

/** How many places all rows have that are lists, the longest counts; 0 where not all are. */
export function widthOf(rows: readonly unknown[]): number {
  const sample = rows.slice(0, 100);
  return sample.every(Array.isArray) ? Math.max(0, ...sample.map((row: unknown[]) => row.length)) : 0;
}

/**
 * The first of rows that are lists, where it names the columns of the others as in a sheet: texts that differ and are no
 * data themselves, above a column of numbers, dates, addresses or flags. Empty where it does not.
 */
export function headingRow(rows: readonly unknown[]): string[] {
  const [first, ...others] = rows.slice(0, 100);
  const names = namesIn(first);
  if (names.length < 2 || others.length === 0 || names.length < widthOf(others) || names.some(isData)) return [];
  const isColumnOfData = (place: number) => {
    const cells = (others as unknown[][]).map((row) => row[place]).filter((cell) => !isEmpty(cell));
    return cells.length > 0 && cells.every(isData);
  };
  return names.some((_, place) => isColumnOfData(place)) ? names : [];
}

const isEmpty = (cell: unknown) => cell === undefined || cell === null || cell === '';

function isData(cell: unknown): boolean {
  if (typeof cell !== 'string') return typeof cell === 'number' || typeof cell === 'boolean';
  const text = cell.trim();
  if (/^[-+]?[\d.,\s]*\d\s?%?$/.test(text) || /^(?:true|false|yes|no)$/i.test(text)) return true;
  if (/^\d/.test(text) && typeof readDateTime(text) === 'string') return true;
  return /^(?:https?:\/\/\S+|[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+)$/i.test(text);
}
