import type { CellValue, ColumnType } from './frame';
import { searchTextOf } from './search-text';

/** A column as a search looks through it. */
export interface SearchedColumn {
  type: ColumnType;
  values: readonly CellValue[];
}

/** Those of the rows in which some cell, as readers see it, contains the needle; upper and lower case count alike. */
export function searchRows(rows: Uint32Array, columns: readonly SearchedColumn[], needle: string): Uint32Array {
  const wanted = needle.toLowerCase();
  const texts = columns.map(({ type }) => searchTextOf(type));
  return rows.filter((row) => columns.some(({ values }, index) => texts[index]!(values[row] ?? null).includes(wanted)));
}
