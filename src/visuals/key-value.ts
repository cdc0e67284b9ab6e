import type { KeyValueView } from '../view';
import { fitReply } from './fit-reply';
import type { FrameSource } from './frame-source';

/** The first row as a record. */
export async function keyValueView(source: FrameSource): Promise<KeyValueView> {
  const { columns, rowCount: totalRows } = source;
  const [row = null] = totalRows > 0 ? fitReply(await source.rows([0])) : [];
  return { visual: 'key-value', columns, row, totalRows };
}
