import { useId } from 'react';
import type { TableView } from '../../../src/shared/contract';
import { useLazy } from '../use-lazy';
import type { VisualProps } from '../visual-props';
import { BelowTable } from './BelowTable';
import { NoRows } from './NoRows';
import { nextSorts } from './order';
import { TableBar } from './TableBar';
import { TableBox } from './TableBox';
import { TableGrid } from './TableGrid';
import type { HeadActions } from './TableHead';
import type { TablePopupProps } from './TablePopup';
import { useOpenPopup } from './use-open-popup';
import { useTable } from './use-table';

const loadPopup = () => import('./TablePopup').then(({ TablePopup }) => TablePopup);

/** A table of typed rows. Without `onWindow` it shows the rows it has, and offers nothing that would need others. */
export function TableVisual(props: VisualProps<TableView>) {
  const { title, view, window, onWindow, source, part, readAt, busy = false, reader } = props;
  const titleId = useId();
  const parts = useTable(props);
  const [open, toggle, close] = useOpenPopup();
  const TablePopup = useLazy<TablePopupProps>(open !== undefined, loadPopup);
  const { box, format, shown, range, rows, sizing, scrolling, change } = parts;
  const { columns } = rows;
  const { matchingRows } = range;
  const hasRows = view.totalRows > 0;
  const isLive = onWindow !== undefined && hasRows;
  const search = { text: window.search ?? '', onSearch: (text: string) => change({ search: text || undefined }) };
  const sharing = { isOpen: open?.of === null, onToggle: (button: HTMLElement) => toggle(null, button) };
  const actions: HeadActions = {
    sort: (column, adds) => change({ sorts: nextSorts(window.sorts, column, adds, view.usualSorts) }),
    toggleOptions: toggle,
    sizing,
  };
  const steadyKey = `${window.count} ${columns.length} ${scrolling.isOn}`;
  return (
    <div className="xd-table-visual">
      <TableBar
        {...{ titleId, title }}
        search={isLive ? search : undefined}
        sharing={isLive && source ? sharing : undefined}
      />
      <TableBox {...{ box, title, busy, steadyKey }} lines={scrolling.isOn}>
        <TableGrid
          {...{ titleId, view, window, source, parts, readAt }}
          open={open?.of ?? undefined}
          actions={isLive ? actions : undefined}
        />
        {matchingRows === 0 && (
          <NoRows
            search={window.search}
            filters={window.filters}
            onClear={() => change({ search: undefined, filters: undefined })}
          />
        )}
      </TableBox>
      {hasRows && <BelowTable {...{ parts, window, isLive, part }} canScroll={view.whole || source !== undefined} />}
      {open && TablePopup && (
        <TablePopup
          {...{ open, title, view, window, source, columns, shown, sizing, format, reader, matchingRows, part, busy }}
          onChange={change}
          onClose={close}
        />
      )}
    </div>
  );
}
