import { isTime } from './column-types/cell-kind';
import type { CellValue, ColumnType } from './frame';
import { laterScript, letterRank } from './letter-rank';
import type { SortOrder } from './view';

/** Negative, zero or positive as in `Array.sort`, for two values that are not null. */
export type CompareCells = (left: CellValue, right: CellValue) => number;

/** One for the whole process: making one costs more than a thousand comparisons. Digits inside texts count as numbers. */
let collator: Intl.Collator | undefined;

/**
 * The order of a column's values, total for mixed ones too: numbers before texts before booleans. Dates go by time, texts
 * as a reader of English expects. Null has no place in it; whoever sorts puts null last.
 */
export function compareCells(type: ColumnType): CompareCells {
  const compareTexts = isTime({ type }) ? compareTimes : compareWords;
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
    return rank(left) - rank(right);
  };
}

function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return value === false ? 2 : 3;
}

/** Frames hold times in UTC; without the closing Z a whole second sorts before its fractions. */
function compareTimes(left: string, right: string): number {
  const isAlike = left.length === right.length && left.endsWith('Z') && right.endsWith('Z'); // then Z decides nothing
  const a = isAlike ? left : withoutZone(left);
  const b = isAlike ? right : withoutZone(right);
  return a < b ? -1 : a > b ? 1 : 0;
}

function withoutZone(text: string): string {
  return text.endsWith('Z') ? text.slice(0, -1) : text;
}

/** As the collator says; where letters already decide, without a call to it: it costs twenty times as much. */
function compareWords(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b && a < 0x80) continue;
    const one = letterRank(a);
    const other = letterRank(b);
    if (one === 0 || other === 0 || (one === laterScript && other === laterScript)) break;
    if (one !== other) return one - other;
  }
  if (left === right) return 0;
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(left, right);
}

type CompareRows = (left: number, right: number) => number;

/** What rows are ordered by: the values of a column, which way round. */
export interface SortKey {
  values: readonly CellValue[];
  type: ColumnType;
  direction: SortOrder['direction'];
}

/** The numbers of the rows in the order of the keys, as `compareRows` has it; the numbers given stay as they are. */
export function sortRows(rows: ArrayLike<number>, keys: readonly SortKey[]): number[] {
  return Array.from(rows).sort(compareRows(keys));
}

/**
 * The order of rows by their numbers, total: the first key decides, the next ones among equals. Null comes last in both
 * directions, and rows with equal values keep the order of their numbers.
 */
export function compareRows(keys: readonly SortKey[]): CompareRows {
  const [first, ...others] = keys.map(compareBy);
  if (!first) return (left, right) => left - right;
  if (others.length === 0) return (left, right) => first(left, right) || left - right;
  return (left, right) => {
    let order = first(left, right);
    for (let at = 0; order === 0 && at < others.length; at++) order = others[at]!(left, right);
    return order || left - right;
  };
}

function compareBy({ values, type, direction }: SortKey): CompareRows {
  const compare = compareCells(type);
  const sign = direction === 'ascending' ? 1 : -1;
  return (left, right) => {
    const a = values[left] ?? null;
    const b = values[right] ?? null;
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sign * compare(a, b);
  };
}
