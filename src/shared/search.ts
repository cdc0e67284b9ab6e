import type { CellColumn } from './column-types/cell-kind';
import { cellTest, isSearched } from './column-types/cell-search';
import { foldedWords } from './fold';
import type { CellValue, Column } from './frame';
import type { Reader } from './reader';

/** A column as a search looks through it. */
export interface SearchedColumn extends CellColumn {
  values: readonly CellValue[];
}

/** The places of the columns that a search looks into: those that readers see as text. */
export function searchedPlaces(columns: readonly Column[]): number[] {
  return [...columns.keys()].filter((place) => !columns[place]?.hidden && isSearched(columns[place]!));
}

/**
 * Those of the rows in which every word of the text stands in some cell as the reader sees it, however it is written in
 * capitals, accents and spaces; all rows for a text without a word.
 */
export function searchRows(
  rows: Uint32Array,
  columns: readonly SearchedColumn[],
  text: string,
  reader: Reader,
): Uint32Array {
  return foldedWords(text).reduce((left, word) => rowsWith(word, left, columns, reader), rows);
}

/** Column by column, because a search through values of one kind is fastest. */
function rowsWith(word: string, rows: Uint32Array, columns: readonly SearchedColumn[], reader: Reader): Uint32Array {
  const isFound = new Uint8Array(rows.length);
  for (const column of columns) {
    const test = cellTest(column, word, reader);
    rows.forEach((row, at) => {
      if (isFound[at] === 0 && test(column.values[row] ?? null)) isFound[at] = 1;
    });
  }
  return rows.filter((_, at) => isFound[at] === 1);
}

/** A function that tells whether every word of the text stands in a value of the column; always for no word. */
export function valueSearch(column: CellColumn, text: string, reader: Reader): (value: CellValue) => boolean {
  const tests = foldedWords(text).map((word) => cellTest(column, word, reader));
  return (value) => tests.every((test) => test(value));
}
