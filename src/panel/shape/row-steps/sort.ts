import { sortRows } from '../../../shared/order';
import { placedSorts } from '../../../shared/placed-query';
import { isKnown, missingColumn, unknownColumn } from './known-columns';
import { pickRows } from './pick-rows';
import type { RowStepKind } from './row-step-kind';

/** Orders the rows by some columns, the first decides; empty cells come last, and equal rows keep their order. */
export const sort: RowStepKind<'sort'> = {
  apply(frame, { sorts }) {
    const gone = sorts.filter(({ column }) => !isKnown(frame.columns, column));
    const warnings = gone.map(({ column }) => missingColumn('A column to sort by', column));
    const keys = placedSorts(frame.columns, sorts).map(({ place, ...by }) => ({
      ...by,
      values: frame.values[place] ?? [],
    }));
    if (keys.length === 0) return { frame, warnings };
    const rows = Uint32Array.from({ length: frame.rowCount }, (_, row) => row);
    return { frame: pickRows(frame, sortRows(rows, keys)), warnings };
  },
  columnsAfter: (columns) => [...columns],
  check(columns, { sorts }) {
    if (sorts.length === 0) return [{ path: 'sorts', message: 'Choose a column to sort by.' }];
    return sorts.flatMap(({ column }, index) => unknownColumn(columns, `sorts.${index}.column`, column));
  },
};
