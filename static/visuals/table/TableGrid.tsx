import type { TableView } from '../../../src/shared/contract';
import type { VisualProps } from '../visual-props';
import { columnStyle, tableStyle } from './column-widths';
import { TableBody } from './TableBody';
import type { HeadActions } from './TableHead';
import { TableHead } from './TableHead';
import type { TableParts } from './use-table';

interface TableGridProps extends Pick<VisualProps<TableView>, 'view' | 'window' | 'source' | 'readAt'> {
  titleId: string;
  parts: TableParts;
  /** Key of the column whose options are open. */
  open?: string;
  /** Absent where rows cannot be sorted. */
  actions?: HeadActions;
}

/** The table itself: its columns with their widths, the headers, and the rows of a page or those in sight of many. */
export function TableGrid({ titleId, view, window, source, readAt, parts, open, actions }: TableGridProps) {
  const { box, table, shown, range, rows, sizing, scrolling } = parts;
  const { columns } = rows;
  const { widths } = sizing;
  return (
    <table
      ref={table}
      className={widths ? 'xd-table xd-sized' : 'xd-table'}
      style={tableStyle(columns, widths)}
      aria-labelledby={titleId}
      aria-rowcount={range.matchingRows + 1}
    >
      <colgroup>
        {columns.map(({ column }) => (
          <col key={column.key} style={columnStyle(column, widths)} />
        ))}
      </colgroup>
      <TableHead {...{ columns, open, actions }} sorts={window.sorts ?? view.usualSorts} filters={window.filters} />
      {scrolling.Body ? (
        <scrolling.Body {...{ box, view, window, source, readAt, ...rows }} onState={scrolling.onState} />
      ) : (
        <TableBody rows={shown.rows} offset={shown.offset} {...rows} />
      )}
    </table>
  );
}
