import { findColumn } from '../../../shared/placed-query';
import { isKnown, missingColumn, unknownColumn } from './known-columns';
import { pickRows } from './pick-rows';
import { rowGroups } from './row-groups';
import type { RowStepKind } from './row-step-kind';

/** The first of the rows with the same values in the columns named; in all columns where none is named. */
export const distinct: RowStepKind<'distinct'> = {
  apply(frame, { columns: keys }) {
    const gone = keys.filter((key) => !isKnown(frame.columns, key));
    const warnings = gone.map((key) => missingColumn('A column to tell rows apart by', key));
    const named = keys.flatMap((key) => findColumn(frame.columns, key) ?? []);
    if (keys.length > 0 && named.length === 0) return { frame, warnings };
    const lists = keys.length > 0 ? named.map((place) => frame.values[place] ?? []) : frame.values;
    return { frame: pickRows(frame, rowGroups(lists, frame.rowCount).firstRows), warnings };
  },
  columnsAfter: (columns) => [...columns],
  check: (columns, { columns: keys }) => keys.flatMap((key, index) => unknownColumn(columns, `columns.${index}`, key)),
};
