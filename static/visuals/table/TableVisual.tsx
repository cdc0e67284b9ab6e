import { useCallback, useId, useMemo, useRef } from 'react';
import type { RowWindow, TableView } from '../../../src/shared/contract';
import { cellFormatter } from '../../../src/shared/column-types/cell-text';
import { useLazy } from '../use-lazy';
import type { VisualProps } from '../visual-props';
import { useColumnWidths } from './column-widths';
import { NoRows } from './NoRows';
import { nextSorts } from './order';
import { rangeText } from './pages';
import { Paging } from './Paging';
import { useScrolling } from './scroll/use-scrolling';
import { shownColumns } from './shown-columns';
import { shownRows } from './shown-rows';
import { TableBar } from './TableBar';
import { TableBody } from './TableBody';
import { TableBox } from './TableBox';
import { TableHead } from './TableHead';
import type { TablePopupProps } from './TablePopup';
import { useOpenPopup } from './use-open-popup';

const loadPopup = () => import('./TablePopup').then(({ TablePopup }) => TablePopup);

/** A table of typed rows. Without `onWindow` it shows the rows it has, and offers nothing that would need others. */
export function TableVisual({ title, view, window, onWindow, source, busy, reader, openLink }: VisualProps<TableView>) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const format = useMemo(() => cellFormatter(reader), [reader]);
  const columns = useMemo(() => shownColumns(view.columns), [view.columns]);
  const shown = useMemo(() => shownRows(view, window, format), [view, window, format]);
  const sizing = useColumnWidths(table, columns);
  const [open, toggle, close] = useOpenPopup();
  const TablePopup = useLazy<TablePopupProps>(open !== undefined, loadPopup);
  const scrolling = useScrolling(sizing);
  const link = useRef(openLink);
  link.current = openLink;
  const stableLink = useCallback((url: string) => link.current(url), []);

  const change = (part: Partial<RowWindow>): void => onWindow?.({ ...window, offset: 0, ...part });
  const hasRows = view.totalRows > 0;
  const isLive = onWindow !== undefined && hasRows;
  const range = scrolling.state ? { ...shown, offset: 0, rows: { length: scrolling.state.total } } : shown;
  const matchingRows = scrolling.state?.total ?? shown.matchingRows;
  const headActions = {
    sort: (column: string, adds: boolean) => change({ sorts: nextSorts(window.sorts, column, adds, view.usualSorts) }),
    toggleOptions: toggle,
    sizing,
  };
  const parts = { columns, reader, openLink: stableLink };
  const total = sizing.widths && columns.reduce((sum, { column }) => sum + (sizing.widths?.[column.key] ?? 0), 0);

  return (
    <div className="xd-table-visual">
      <TableBar
        titleId={titleId}
        title={title}
        search={
          isLive ? { text: window.search ?? '', onSearch: (text) => change({ search: text || undefined }) } : undefined
        }
        sharing={
          isLive && source ? { isOpen: open?.of === null, onToggle: (button) => toggle(null, button) } : undefined
        }
      />
      <TableBox
        box={box}
        title={title}
        busy={busy === true}
        steadyKey={`${window.count} ${columns.length} ${scrolling.isOn}`}
        lines={scrolling.isOn}
      >
        <table
          ref={table}
          className={sizing.widths ? 'xd-table xd-sized' : 'xd-table'}
          style={total ? { width: `${total}px` } : undefined}
          aria-labelledby={titleId}
          aria-rowcount={matchingRows + 1}
        >
          <colgroup>
            {columns.map(({ column }) => (
              <col key={column.key} style={widthOf(sizing.widths?.[column.key] ?? column.width)} />
            ))}
          </colgroup>
          <TableHead
            columns={columns}
            sorts={window.sorts ?? view.usualSorts}
            filters={window.filters}
            open={open?.of ?? undefined}
            actions={isLive ? headActions : undefined}
          />
          {scrolling.Body ? (
            <scrolling.Body {...{ box, view, window, source, format, ...parts }} onState={scrolling.onState} />
          ) : (
            <TableBody rows={shown.rows} offset={shown.offset} {...parts} />
          )}
        </table>
        {matchingRows === 0 && (
          <NoRows
            search={window.search}
            filters={window.filters}
            onClear={() => change({ search: undefined, filters: undefined })}
          />
        )}
      </TableBox>
      {hasRows && (
        <div className="xd-bar xd-below">
          <span className="xd-range" role="status">
            {rangeText({ ...range, matchingRows }, reader.locale)}
          </span>
          {scrolling.state?.retry && (
            <span role="alert">
              Some rows could not be loaded.{' '}
              <button type="button" className="xd-button" onClick={scrolling.state.retry}>
                Try again
              </button>
            </span>
          )}
          {onWindow && (
            <Paging
              shown={shown}
              count={window.count}
              scrolls={scrolling.isOn}
              onScrolls={view.whole || source ? scrolling.turn : undefined}
              onChange={change}
              locale={reader.locale}
            />
          )}
        </div>
      )}
      {open && TablePopup && (
        <TablePopup
          {...{ open, title, view, window, source, columns, shown, sizing, format, matchingRows }}
          busy={busy === true}
          locale={reader.locale}
          onChange={change}
          onClose={close}
        />
      )}
    </div>
  );
}

function widthOf(width: number | undefined): { width: string } | undefined {
  return width === undefined ? undefined : { width: `${width}px` };
}
