import type { CellValue, Column } from '../../src/shared/contract';

export interface ShownCell {
  column: Column;
  value: CellValue;
}

/** The cells of a row at the named places, without hidden columns and those that the row does not have. */
export function cellsAt(columns: Column[], row: CellValue[], places: readonly number[]): ShownCell[] {
  return places.flatMap((at) => {
    const column = columns[at];
    return column && !column.hidden ? [{ column, value: row[at] ?? null }] : [];
  });
}

/** The places of all columns but the named ones. */
export function otherPlaces(columns: Column[], named: readonly (number | undefined)[]): number[] {
  return columns.flatMap((_, at) => (named.includes(at) ? [] : [at]));
}
