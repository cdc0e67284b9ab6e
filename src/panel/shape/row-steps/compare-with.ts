import { cellKind, isTime } from '../../../shared/column-types/cell-kind';
import type { CellValue, Column } from '../../../shared/frame';
import { compareCells } from '../../../shared/order';
import { cellReader } from '../cells/readers';

/** Negative, zero or positive as the cell is before, like or after a value; `NaN` for a cell of another type. */
export type CompareWith = (cell: CellValue) => number;

/**
 * The comparison of a column's cells with a value as text: numbers, amounts, percents (`25 %` or `0.25`) and durations
 * (seconds or ISO 8601) as numbers, dates as times and against a plain day as days, texts without regard to case.
 * `undefined` where the text is no value of the column's type.
 */
export function comparisonWith(column: Column, value: string): CompareWith | undefined {
  if (isTime(column)) return withTime(value);
  const kind = cellKind(column);
  if (kind === 'number') return withNumber(readAs(column, value));
  return kind === 'boolean' ? withBoolean(readAs(column, value)) : withText(value);
}

/** Values are written as cells hold them, so of the format only the currency counts. */
function readAs({ type, format }: Column, value: string): unknown {
  const readable = type === 'list' ? 'number' : type;
  return cellReader({ type: readable, format: { currency: format?.currency } })(value);
}

function withNumber(value: unknown): CompareWith | undefined {
  if (typeof value !== 'number') return undefined;
  return (cell) => (typeof cell === 'number' ? cell - value : NaN);
}

function withBoolean(value: unknown): CompareWith | undefined {
  if (typeof value !== 'boolean') return undefined;
  return (cell) => (typeof cell === 'boolean' ? Number(cell) - Number(value) : NaN);
}

const dayLength = 10;
const compareTimes = compareCells('date-time');

function withTime(value: string): CompareWith | undefined {
  const isDay = !value.includes(':') && !/^-?\d{9,}/.test(value.trim());
  const time = cellReader({ type: isDay ? 'date' : 'date-time' })(value);
  if (typeof time !== 'string') return undefined;
  const day = time.slice(0, dayLength);
  return (cell) => {
    if (typeof cell !== 'string') return NaN;
    if (isDay || cell.length === dayLength) return compareTimes(cell.slice(0, dayLength), day);
    return compareTimes(cell, time);
  };
}

const compareWords = compareCells('text');

/** Equal are only texts with the same letters: in the order of words `1` and `01` stand in one place. */
function withText(value: string): CompareWith {
  const wanted = value.toLowerCase();
  return (cell) => {
    const text = String(cell).toLowerCase();
    if (text === wanted) return 0;
    return compareWords(text, wanted) || (text < wanted ? -1 : 1);
  };
}
