import type { TextView } from '../shared/view';
import { Problem } from '../shared/problem';
import type { FrameSource } from './frame-source';
import { firstRow } from './text';

/**
 * The value of a column in the first row, to stand in a sentence; of the first column where none is named.
 * @throws Problem `visual-unsuited`
 */
export async function oneValue(source: FrameSource, wanted: string | undefined): Promise<TextView> {
  const place = wanted === undefined ? 0 : source.columns.findIndex(({ key }) => key === wanted);
  const column = source.columns[place];
  if (!column) throw noValue();
  const [value = null] = await firstRow(source, [place]);
  return { visual: 'text', parts: [{ column, value }], totalRows: source.rowCount };
}

const noValue = () =>
  new Problem('visual-unsuited', 'The panel no longer shows the column whose value belongs here.', {
    remedy: 'An editor can choose another one in the settings of the macro.',
  });
