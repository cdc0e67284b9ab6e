import type { ReactNode } from 'react';
import { useCallback, useId, useMemo } from 'react';
import type { CellValue, RowsView, View } from '../../src/shared/contract';
import { cellFormatter } from '../../src/shared/column-types/cell-text';
import { InForce } from './chips/InForce';
import { NoRows } from './table/NoRows';
import { rangeText } from './table/pages';
import { Paging } from './table/Paging';
import { RowFilter } from './table/RowFilter';
import { shownRows } from './table/shown-rows';
import { useMatchRows } from './table/use-match-rows';
import type { VisualProps } from './visual-props';
import { VisualFrame } from './VisualFrame';

interface PagedRowsProps extends VisualProps<Extract<View, RowsView>> {
  /** Draws the rows of the page; `titleId` names them for assistive technology. */
  children: (rows: CellValue[][], titleId: string) => ReactNode;
}

/** Rows that are searched and paged like those of a table, drawn by somebody else. */
export function PagedRows(props: PagedRowsProps) {
  const { title, titleId, view, window, onWindow, part, busy, reader, chosen, keeper, children } = props;
  const headingId = useId();
  const match = useMatchRows(view.whole);
  const shown = useMemo(() => shownRows(view, window, reader, match), [view, window, reader, match]);
  const onSearch = useCallback(
    (search: string) => onWindow?.({ ...window, offset: 0, search: search || undefined }),
    [onWindow, window],
  );
  const isSearchable = onWindow && view.totalRows > Math.min(window.count, shown.rows.length);
  const tools = (
    <>
      {(isSearchable || window.search) && <RowFilter search={window.search ?? ''} onSearch={onSearch} />}
      {onWindow && (
        <InForce
          {...{ window, chosen }}
          columns={view.columns}
          format={cellFormatter(reader)}
          locale={reader.locale}
          counts={shown}
          onChange={(changed) => onWindow({ ...window, offset: 0, ...changed })}
        />
      )}
    </>
  );
  return (
    <VisualFrame {...{ title, titleId, headingId, busy }} tools={tools}>
      {shown.rows.length > 0 ? (
        children(shown.rows, titleId ?? headingId)
      ) : (
        <NoRows search={window.search} onClear={() => onSearch('')} />
      )}
      {view.totalRows > 0 && (
        <div className="xd-bar xd-below">
          <span className="xd-range" role="status" aria-live={part?.grows ? 'off' : undefined}>
            {rangeText(shown, reader.locale, part !== undefined)}
          </span>
          {onWindow && (
            <Paging
              shown={shown}
              count={window.count}
              usualCount={keeper?.usualCount}
              onChange={(part) => onWindow({ ...window, offset: 0, ...part })}
              locale={reader.locale}
            />
          )}
        </div>
      )}
    </VisualFrame>
  );
}
