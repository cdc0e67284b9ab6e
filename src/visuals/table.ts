import type { TableSettings } from '../contract';
import type { RowWindow, TableView } from '../view';
import type { FrameSource } from './frame-source';
import { requireShown } from './named-column';
import { rowsView } from './rows-view';

/**
 * The table's view for the window; fewer rows than asked where a reply cannot carry more.
 * @throws Problem `visual-unsuited`
 */
export async function tableView(
  source: FrameSource,
  { sorts }: Pick<TableSettings, 'sorts'>,
  window: RowWindow,
): Promise<TableView> {
  requireShown(source);
  return { visual: 'table', ...(await rowsView(source, window, sorts)) };
}
