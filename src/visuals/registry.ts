import type { RowWindow, View, VisualName } from '../view';
import type { FrameSource } from './frame-source';
import { tableView } from './table';

/** One way to show a frame: the drawable value for the asked window of rows. */
export type Visual = (source: FrameSource, window: RowWindow) => Promise<View>;

/** Every visual by its name. A new one is a new file and a line here. */
export const visuals: { readonly [Name in VisualName]: Visual } = {
  table: tableView,
};
