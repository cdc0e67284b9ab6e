import { useMemo, useState } from 'react';
import type { PanelProposal } from '../../../../src/shared/contract';
import type { TreeMark } from '../tree/TreeLineItem';
import type { TreeLine } from '../tree/visible-lines';
import { newItem, valuesOf } from '../../form-model/items';
import { nextKey } from '../../form-model/panel/column-keys';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import type { Picks } from './pick';
import { picksAt } from './pick';
import { proposedColumn } from './propose-column';
import { pathInRow, rowsPathOf, valuesInRows } from './rows-path';
import type { RowsPath } from './rows-path';
import type { ValuePath } from './simple-path';
import { every, isSamePath, parsePath } from './simple-path';

export interface Builder {
  /** Undefined where the filter steps are beyond what a tree can show. */
  rows: RowsPath | undefined;
  /** What was just done, to be spoken. */
  said: string;
  picksOf(line: TreeLine): Picks;
  markOf(line: TreeLine): TreeMark | undefined;
  /** Whether the value is a column already. */
  isColumn(inRow: ValuePath): boolean;
  /** Adds the column, or removes it where it is one. */
  toggleColumn(inRow: ValuePath): void;
  /** Makes rows of a place; columns of other rows go. */
  chooseRows(rowsSelector: string): void;
}

/** What clicks on the values of a response do to the form, and how the chosen ones are marked. */
export function useBuilder(state: PanelFormState, document: unknown, proposal: PanelProposal | undefined): Builder {
  const { values, change } = state;
  const { filters, columns, rowSteps } = values;
  const rows = useMemo(() => rowsPathOf(valuesOf(filters), document), [filters, document]);
  const [said, setSaid] = useState('');

  const columnsAt = (inRow: ValuePath) =>
    columns.filter(({ selector }) => {
      const path = parsePath(selector);
      return path !== undefined && isSamePath(path, inRow);
    });
  const toggleColumn = (inRow: ValuePath): void => {
    if (!rows) return;
    const present = columnsAt(inRow);
    if (present.length > 0) {
      change({ columns: columns.filter((column) => !present.includes(column)) }, 'columns');
      setSaid(`Removed the column ${present.map(({ label }) => label).join(', ')}.`);
      return;
    }
    const column = proposedColumn(inRow, valuesInRows(document, rows, inRow), proposal);
    const key = nextKey(columns, valuesOf(rowSteps));
    change({ columns: [...columns, { ...column, key }] }, 'columns');
    setSaid(`Added the column ${column.label}.`);
  };
  const chooseRows = (selector: string): void => {
    change({ filters: [newItem({ selector })], columns: [] }, 'filters', 'columns');
    setSaid('Rows chosen. Now choose values in a row.');
  };
  const markOf = ({ path, more }: TreeLine): TreeMark | undefined => {
    if (!rows || more !== undefined) return undefined;
    if (isRowsPlace(rows, path)) return { look: 'rows', text: 'Rows' };
    const inRow = pathInRow(rows, path);
    if (!inRow || path.length !== rows.path.length + inRow.length) return undefined;
    const [column] = columnsAt(inRow);
    return column && { look: 'column', text: column.label || 'Column' };
  };
  return {
    rows,
    said,
    picksOf: ({ path, tree }) => (tree.kind === 'left-out' ? { click: 'nothing' } : picksAt(document, rows, path)),
    markOf,
    isColumn: (inRow) => columnsAt(inRow).length > 0,
    toggleColumn,
    chooseRows,
  };
}

/** Whether the list, or the single row, that the rows come from stands at the path. */
function isRowsPlace({ path: rows, columnLists }: RowsPath, path: ValuePath): boolean {
  const place = rows.at(-1) === every ? rows.slice(0, -1) : rows;
  return pathInRow({ path: place, columnLists }, path)?.length === 0 && path.length === place.length;
}
