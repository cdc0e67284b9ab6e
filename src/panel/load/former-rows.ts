import type { PanelSettings } from '../../shared/contract';
import type { Column } from '../../shared/frame';
import { type FrameSource, withoutColumns } from '../../visuals/frame-source';
import { columnKey } from '../shape/frame-columns';

/** The sentence for rows that were read before an edit, with what else there is to say of why they are shown. */
export function formerReason(reason?: string): string {
  return ['This panel has been changed since its rows were read.', reason].filter(Boolean).join(' ');
}

/** The rows of before an edit with the columns alone that the panel still shows. */
export async function stillShown(settings: PanelSettings, source: FrameSource): Promise<FrameSource> {
  const { resultColumns } = await import('../shape/result-columns'); // hardly any load needs it
  const shown = resultColumns(settings).filter(({ hidden }) => !hidden);
  return withoutColumns(source, (former) => !shown.some((column) => isSame(column, former, settings)));
}

/** A column without a key of its own is known by its place, where another may have stood before. */
function isSame(column: Column, former: Column, { columns }: PanelSettings): boolean {
  if (column.key !== former.key) return false;
  const isPlaced = columns.some((each, place) => each.key === undefined && columnKey(each, place) === column.key);
  return !isPlaced || column.label === former.label;
}
