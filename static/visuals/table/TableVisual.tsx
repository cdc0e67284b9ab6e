import { useId } from 'react';
import type { TableView } from '../../../src/shared/contract';
import { InForce } from '../chips/InForce';
import { useLazy } from '../use-lazy';
import type { VisualProps } from '../visual-props';
import { BelowTable } from './BelowTable';
import { NoRows } from './NoRows';
import { RowFilter } from './RowFilter';
import { TableBarButton } from './TableBarButton';
import { TableBox } from './TableBox';
import { TableGrid } from './TableGrid';
import type { HeadActions } from './TableHead';
import type { TablePopupProps } from './TablePopup';
import type { TableToolsProps } from './tools/TableTools';
import { useOpenPopup } from './use-open-popup';
import { useTable } from './use-table';

/** With more rows than these the table scrolls in a box of its own; a page with fewer is as high as they are. */
const mostOnPage = 25;

const loadPopup = () => import('./TablePopup').then(({ TablePopup }) => TablePopup);
const loadAfterRows = () => import('./tools/after-rows');
const loadTools = () => loadAfterRows().then(({ TableTools }) => TableTools);

/** A table of typed rows. Without `onWindow` it shows the rows it has, and offers nothing that would need others. */
export function TableVisual(props: VisualProps<TableView>) {
  const { title, view, window, onWindow, source, part, readAt, busy = false, reader, chosen, openRow } = props;
  const ownId = useId();
  const titleId = props.titleId ?? ownId;
  const parts = useTable(props);
  const [open, toggle, close] = useOpenPopup();
  const TablePopup = useLazy<TablePopupProps>(open !== undefined, loadPopup);
  const { box, format, range, rows, scrolling, rowAt, change } = parts;
  const { matchingRows } = range;
  const hasRows = view.totalRows > 0;
  const isLive = onWindow !== undefined && hasRows;
  const Tools = useLazy<TableToolsProps>(isLive, loadTools);
  const openColumn = (column: string, button: HTMLElement): void => toggle({ column }, button);
  const actions: HeadActions = {
    sort: (column, adds) =>
      void loadAfterRows().then(
        ({ nextSorts }) => change({ sorts: nextSorts(window.sorts, column, adds, view.usualSorts) }),
        () => undefined, // the connection is gone; the next click tries again
      ),
    toggleOptions: openColumn,
  };
  const lines = scrolling.Body !== null;
  const steadyKey = `${window.count} ${matchingRows} ${rows.columns.length} ${lines}`;
  const usualCount = props.keeper?.usualCount ?? window.count;
  const button = { open: open?.of, onToggle: toggle };
  return (
    <div className="xd-table-visual">
      <div className="xd-bar">
        {!props.titleId && (
          <h2 className="xd-title" id={titleId}>
            {title}
          </h2>
        )}
        {isLive && (
          <RowFilter search={window.search ?? ''} onSearch={(text) => change({ search: text || undefined })} />
        )}
        {isLive && (
          <InForce
            {...{ window, format, chosen }}
            columns={view.columns}
            locale={reader.locale}
            counts={range}
            onChange={change}
            onOpen={openColumn}
          />
        )}
        {isLive && (
          <span className="xd-tools">
            {view.columns.length > 1 && <TableBarButton of="columns" label="Columns" {...button} />}
            {source && <TableBarButton of="rows" label="Share and export" {...button} />}
          </span>
        )}
      </div>
      <TableBox {...{ box, title, busy, steadyKey, lines }} isLong={range.rows.length > mostOnPage}>
        <TableGrid
          {...{ titleId, view, window, source, parts, readAt }}
          open={open?.of}
          actions={isLive ? actions : undefined}
          opens={openRow !== undefined}
        />
        {matchingRows === 0 && (
          <NoRows
            search={window.search}
            filters={window.filters}
            onClear={() => change({ search: undefined, filters: undefined })}
          />
        )}
      </TableBox>
      {hasRows && (
        <BelowTable {...{ parts, window, usualCount, isLive, part }} canScroll={view.whole || source !== undefined} />
      )}
      {Tools && (
        <Tools
          parts={parts}
          openRow={openRow && ((at) => openRow({ title, columns: view.columns, at, total: matchingRows, rowAt }))}
        />
      )}
      {open && TablePopup && (
        <TablePopup {...{ open, title, view, window, source, part, parts, usualCount, reader, busy }} onClose={close} />
      )}
    </div>
  );
}
