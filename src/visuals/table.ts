import type { TableSettings } from '../shared/contract';
import type { SortOrder, TableView } from '../shared/view';
import type { FrameSource } from './frame-source';
import type { RequestedWindow } from './known-window';
import { requireShown } from './named-column';
import { rowsView, summedRowsView } from './rows-view';

/**
 * The table's view for the window; fewer rows than requested where a reply cannot carry more.
 * @throws Problem `visual-unsuited`
 */
export async function tableView(
  source: FrameSource,
  { sorts, rowNumbers, frozen, totals }: Omit<TableSettings, 'type' | 'rowsPerPage'>,
  window: RequestedWindow,
): Promise<TableView> {
  requireShown(source);
  const rows = await (totals ? summedRowsView : rowsView)(source, window, sorts);
  return {
    visual: 'table',
    ...rows,
    ...(isShown(sorts, source) && { usualSorts: sorts }),
    ...(rowNumbers && { rowNumbers }),
    ...(frozen !== undefined && { frozen }),
  };
}

/** Whether headers can show the order: one that goes by columns a reader does not see has no header to show it. */
function isShown(sorts: readonly SortOrder[] = [], { columns }: FrameSource): boolean {
  return sorts.length > 0 && sorts.every(({ column }) => columns.some(({ key }) => key === column));
}
