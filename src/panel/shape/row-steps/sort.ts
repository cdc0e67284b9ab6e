import type { Frame } from '../../../shared/frame';
import type { SortOrder } from '../../../shared/view';
import { firstSorted, type SortKey } from '../../../visuals/sort-rows';
import { isKnown, missingColumn, placeOf, unknownColumn } from './known-columns';
import { pickRows } from './pick-rows';
import type { RowStepKind } from './row-step-kind';

/** Orders the rows by some columns, the first decides; empty cells come last, and equal rows keep their order. */
export const sort: RowStepKind<'sort'> = {
  apply(frame, { sorts }) {
    const gone = sorts.filter(({ column }) => !isKnown(frame.columns, column));
    const warnings = gone.map(({ column }) => missingColumn('A column to sort by', column));
    const keys = sorts.flatMap((order) => sortKey(frame, order) ?? []);
    if (keys.length === 0) return { frame, warnings };
    const rows = Uint32Array.from({ length: frame.rowCount }, (_, row) => row);
    return { frame: pickRows(frame, firstSorted(rows, keys, frame.rowCount)), warnings };
  },
  columnsAfter: (columns) => [...columns],
  check(columns, { sorts }) {
    if (sorts.length === 0) return [{ path: 'sorts', message: 'Choose a column to sort by.' }];
    return sorts.flatMap(({ column }, index) => unknownColumn(columns, `sorts.${index}.column`, column));
  },
};

/** The values that the column is sorted by, which may stand in another one. */
function sortKey({ columns, values }: Frame, { column: key, direction }: SortOrder): SortKey | undefined {
  const named = columns[placeOf(columns, key) ?? -1];
  const place = placeOf(columns, named?.sortedBy ?? key) ?? placeOf(columns, key);
  const column = place === undefined ? undefined : columns[place];
  return place === undefined || !column ? undefined : { values: values[place] ?? [], type: column.type, direction };
}
