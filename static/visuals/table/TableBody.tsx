import type { Column } from '../../../src/contract';
import type { FormatCell } from '../format-cell';
import { Cell } from './Cell';
import type { ShownRows } from './shown-rows';

interface TableBodyProps {
  columns: Column[];
  shown: ShownRows;
  format: FormatCell;
  openLink: (url: string) => void;
}

/** The rows on the screen. They are keyed by position, so a new page reuses the elements of the one before. */
export function TableBody({ columns, shown, format, openLink }: TableBodyProps) {
  return (
    <tbody>
      {shown.rows.map((row, index) => (
        <tr key={index} aria-rowindex={shown.offset + index + 2}>
          {columns.map(({ key, type }, at) => (
            <Cell key={key} value={row[at] ?? null} type={type} format={format} openLink={openLink} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}
