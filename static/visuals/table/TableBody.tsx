import { memo } from 'react';
import type { CellValue } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { Cell } from './Cell';
import type { ShownColumn } from './shown-columns';

export interface RowParts {
  columns: ShownColumn[];
  /** Whether each row begins with its number. */
  numbered?: boolean;
  reader: Reader;
  openLink: (url: string) => void;
}

interface RowProps extends RowParts {
  row: CellValue[];
  /** Counted from 0 among all matching rows. */
  index: number;
}

/** One row of the table, which knows its place among all. */
export const BodyRow = memo(function BodyRow({ row, index, columns, numbered, reader, openLink }: RowProps) {
  return (
    <tr aria-rowindex={index + 2}>
      {numbered && (
        <td className="xd-no" data-pin={0} data-numeric data-align="end">
          {index + 1}
        </td>
      )}
      {columns.map((shown) => (
        <Cell key={shown.column.key} value={row[shown.at] ?? null} {...{ shown, reader, openLink }} />
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
