import { memo } from 'react';
import type { CellValue } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { Cell } from './Cell';
import type { ShownColumn } from './shown-columns';

export interface RowParts {
  columns: ShownColumn[];
  reader: Reader;
  openLink: (url: string) => void;
}

interface RowProps extends RowParts {
  row: CellValue[];
  /** Counted from 0 among all matching rows. */
  index: number;
}

/** One row of the table, which knows its place among all. */
export const BodyRow = memo(function BodyRow({ row, index, columns, reader, openLink }: RowProps) {
  return (
    <tr aria-rowindex={index + 2}>
      {columns.map(({ column, at }) => (
        <Cell key={column.key} value={row[at] ?? null} column={column} reader={reader} openLink={openLink} />
      ))}
    </tr>
  );
});

interface TableBodyProps extends RowParts {
  rows: CellValue[][];
  /** Number of rows before the first. */
  offset: number;
}

/** The rows of a page. They are keyed by position, so a new page reuses the elements of the one before. */
export const TableBody = memo(function TableBody({ rows, offset, ...parts }: TableBodyProps) {
  return (
    <tbody>
      {rows.map((row, index) => (
        <BodyRow key={index} row={row} index={offset + index} {...parts} />
      ))}
    </tbody>
  );
});
