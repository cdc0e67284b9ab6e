import type { CellValue, RowsView, RowWindow } from '../../../src/shared/contract';
import { filterRows } from '../../../src/shared/filter';
import { sortRows } from '../../../src/shared/order';
import { placedFilters, placedSorts } from '../../../src/shared/placed-query';
import type { Reader } from '../../../src/shared/reader';
import { searchedPlaces, searchRows } from '../../../src/shared/search';

/**
 * All rows of a whole view that pass search and filters, in the requested order: what the functions do with a table that does
 * not travel whole.
 */
export function matchRows({ rows, columns }: RowsView, window: RowWindow, reader: Reader): CellValue[][] {
  const valuesAt = (place: number): CellValue[] => rows.map((row) => row[place] ?? null);
  const filtered = filterRows(
    Uint32Array.from(rows.keys()),
    placedFilters(columns, window.filters).map(({ place, values }) => ({ column: valuesAt(place), wanted: values })),
  );
  const searched = searchedPlaces(columns).flatMap((place) => {
    const column = columns[place];
    return column ? [{ ...column, values: valuesAt(place) }] : [];
  });
  const found = searchRows(filtered, searched, window.search ?? '', reader);
  const keys = placedSorts(columns, window.sorts).map(({ place, ...by }) => ({ ...by, values: valuesAt(place) }));
  return sortRows(found, keys).map((row) => rows[row] ?? []);
}
