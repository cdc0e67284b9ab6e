import type { KeyValueView } from '../shared/view';
import { fitReply } from './fit-reply';
import type { FrameSource } from './frame-source';
import { requireShown } from './named-column';

/**
 * The first row as a record.
 * @throws Problem `visual-unsuited`
 */
export async function keyValueView(source: FrameSource): Promise<KeyValueView> {
  requireShown(source);
  const { columns, rowCount: totalRows } = source;
  const [row = null] = totalRows > 0 ? fitReply(await source.rows([0])) : [];
  return { visual: 'key-value', columns, row, totalRows };
}
