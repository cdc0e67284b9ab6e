import type { CellValue, Column } from '../../shared/frame';
import { maxTextLength } from '../../shared/limits';
import { countPhrase } from '../../shared/phrase';
import { cellReader, nounOf, typedAlready } from './cells/readers';
import { readText } from './cells/text';
import { type ReadCell, unreadable } from './cells/unreadable';

/** Types found values into a list of cells, from place `at` on; how many of them were not of the column's type. */
export type FillCells = (cells: CellValue[], found: readonly unknown[], at: number, count: number) => number;

/** The filler for a column, with the shortest way for the kinds of values that most columns hold. */
export function columnFiller(column: Column): FillCells {
  const read = cellReader(column);
  const asIs = typedAlready(column);
  if (asIs === 'string') return fillTexts;
  if (asIs === 'number') return (...cells) => fillNumbers(read, ...cells);
  return (...cells) => fillTyped(read, asIs, ...cells);
}

function fillTyped(
  read: ReadCell,
  asIs: 'boolean' | undefined,
  cells: CellValue[],
  found: readonly unknown[],
  at: number,
  count: number,
): number {
  let failed = 0;
  for (let index = 0; index < count; index++) {
    const value = found[index];
    const cell = typeof value === asIs ? (value as CellValue) : read(value);
    if (cell === unreadable) failed++;
    cells[at + index] = cell === unreadable ? null : cell;
  }
  return failed;
}

function fillNumbers(read: ReadCell, cells: CellValue[], found: readonly unknown[], at: number, count: number): number {
  let failed = 0;
  for (let index = 0; index < count; index++) {
    const value = found[index];
    const cell = typeof value === 'number' && value - value === 0 ? value : read(value); // infinity less itself is none
    if (cell === unreadable) failed++;
    cells[at + index] = cell === unreadable ? null : cell;
  }
  return failed;
}

/** Most columns are texts, and nearly all of those are texts in the response too; everything can be read as one. */
function fillTexts(cells: CellValue[], found: readonly unknown[], at: number, count: number): number {
  for (let index = 0; index < count; index++) {
    const value = found[index];
    cells[at + index] = typeof value === 'string' && value.length <= maxTextLength ? value : readText(value);
  }
  return 0;
}

/** The filler for what rows are sorted by: numbers and booleans as they are, everything else as text. */
export function fillSortValues(cells: CellValue[], found: readonly unknown[], at: number, count: number): number {
  for (let index = 0; index < count; index++) {
    const value = found[index];
    const isPlain = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
    cells[at + index] = isPlain ? value : readText(value);
  }
  return 0;
}

const unreadableForms = {
  one: 'In {label}, {count} value is not {noun} and left empty.',
  other: 'In {label}, {count} values are not {noun} and left empty.',
};

/** How many values of a column were not of its type. */
export interface UnreadableValues {
  column: Column;
  count: number;
}

/** The sentence on values that were not of the column's type. */
export function unreadableWarning(column: Column, count: number): string {
  return countPhrase(count, unreadableForms, { label: column.label, noun: nounOf(column) });
}
