import type { TableView } from '../../../src/shared/contract';
import type { VisualProps } from '../visual-props';
import { columnStyle, tableStyle } from './column-widths';
import { TableBody } from './TableBody';
import type { TotalsRowProps } from './TotalsRow';
import { useLazy } from '../use-lazy';
import type { HeadActions } from './TableHead';
import { TableHead } from './TableHead';
import { pinStyle } from './frozen-columns';
import type { PopupOf } from './use-open-popup';
import type { TableParts } from './use-table';

interface TableGridProps extends Pick<VisualProps<TableView>, 'view' | 'window' | 'source' | 'readAt'> {
  titleId: string;
  parts: TableParts;
  /** What the open popup is about. */
  open?: PopupOf;
  /** Absent where rows cannot be sorted. */
  actions?: HeadActions;
  /** Whether a click opens a row. */
  opens: boolean;
}

const loadTotals = () => import('./TotalsRow').then(({ TotalsRow }) => TotalsRow);

/** With more columns than these, the rows of a table are paragraphs on narrow paper. */
const mostOnPaper = 6;

/** The table itself: its columns with their widths, the headers, and the rows of a page or those in sight of many. */
export function TableGrid(props: TableGridProps) {
  const { titleId, view, window, source, readAt, parts, open, actions, opens } = props;
  const { box, table, shown, range, rows, sizing, scrolling } = parts;
  const { columns, numbered } = rows;
  const Totals = useLazy<TotalsRowProps>(view.totals !== undefined, loadTotals);
  const { widths } = sizing;
  return (
    <table
      ref={table}
      className={widths ? 'xd-table xd-sized' : 'xd-table'}
      role={actions && 'grid'}
      data-wide={columns.length > mostOnPaper || undefined}
      data-opens={opens || undefined}
      style={{ ...tableStyle(columns, widths, numbered), ...pinStyle(columns, widths, numbered) }}
      aria-labelledby={titleId}
      aria-rowcount={range.matchingRows + 1}
    >
      <colgroup>
        {numbered && <col className="xd-no" />}
        {columns.map(({ column }) => (
          <col key={column.key} style={columnStyle(column, widths)} />
        ))}
      </colgroup>
      <TableHead
        {...{ columns, numbered, open, actions }}
        sorts={window.sorts ?? view.usualSorts}
        filters={window.filters}
      />
      {scrolling.Body ? (
        <scrolling.Body {...{ box, view, window, source, readAt, ...rows }} onState={scrolling.onState} />
      ) : (
        <TableBody rows={shown.rows} offset={shown.offset} {...rows} />
      )}
      {Totals && <Totals {...{ view, window, columns, numbered }} reader={rows.reader} />}
    </table>
  );
}
