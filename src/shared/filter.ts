import type { CellValue } from './frame';
import { shorten } from './shorten';

/** Texts of a column that begin alike up to here count as one value. */
const comparedLength = 300;

/** A value as it is offered to filter by: itself, a long text by its beginning. */
export function filterValue(value: CellValue): CellValue {
  return typeof value === 'string' ? shorten(value, comparedLength) : value;
}

/** What a row must have in one column. */
export interface WantedValues {
  column: readonly CellValue[];
  wanted: readonly CellValue[];
}

/** Those of the rows that have one of the wanted values in every filtered column. */
export function filterRows(rows: Uint32Array, filters: readonly WantedValues[]): Uint32Array {
  return filters.reduce((left, { column, wanted }) => {
    const values = new Set(wanted);
    return left.filter((row) => values.has(filterValue(column[row] ?? null)));
  }, rows);
}
