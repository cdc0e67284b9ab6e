import { useCallback, useId, useMemo } from 'react';
import type { RowWindow, TableView } from '../../../src/contract';
import { cellFormatter } from '../format-cell';
import type { VisualProps } from '../visual-props';
import { NoRows } from './NoRows';
import { nextSort } from './order';
import { rangeText } from './pages';
import { Paging } from './Paging';
import { RowFilter } from './RowFilter';
import { shownRows } from './shown-rows';
import { TableBox } from './TableBox';
import { TableBody } from './TableBody';
import { TableHead } from './TableHead';

/** A table of typed rows. Without `onWindow` it shows the rows it has, and offers nothing that would need others. */
export function TableVisual({ title, view, window, onWindow, busy, reader, openLink }: VisualProps<TableView>) {
  const titleId = useId();
  const format = useMemo(() => cellFormatter(reader), [reader]);
  const shown = useMemo(() => shownRows(view, window, format), [view, window, format]);
  const change = (part: Partial<RowWindow>): void => onWindow?.({ ...window, offset: 0, ...part });
  const onSearch = useCallback(
    (search: string) => onWindow?.({ ...window, offset: 0, search: search || undefined }),
    [onWindow, window],
  );
  const hasRows = view.totalRows > 0;
  const onSort = (column: string): void => change({ sort: nextSort(window.sort, column) });

  return (
    <div className="xd-table-visual">
      <div className="xd-bar">
        <h2 className="xd-title" id={titleId}>
          {title}
        </h2>
        {onWindow && hasRows && <RowFilter search={window.search ?? ''} onSearch={onSearch} />}
      </div>
      <TableBox title={title} busy={busy === true} steadyKey={`${window.count} ${view.columns.length}`}>
        <table className="xd-table" aria-labelledby={titleId} aria-rowcount={shown.matchingRows + 1}>
          <TableHead columns={view.columns} sort={window.sort} onSort={onWindow && hasRows ? onSort : undefined} />
          <TableBody columns={view.columns} shown={shown} format={format} openLink={openLink} />
        </table>
        {shown.matchingRows === 0 && <NoRows search={window.search} onClear={() => onSearch('')} />}
      </TableBox>
      {hasRows && (
        <div className="xd-bar xd-below">
          <span className="xd-range" role="status">
            {rangeText(shown, reader.locale)}
          </span>
          {onWindow && <Paging shown={shown} count={window.count} onChange={change} locale={reader.locale} />}
        </div>
      )}
    </div>
  );
}
