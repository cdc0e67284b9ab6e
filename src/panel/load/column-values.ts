import type { ColumnValuesReply, ColumnValuesRequest } from '../../shared/contract';
import { Problem } from '../../shared/problem';
import { type CountedValue, distinctValues } from '../../shared/distinct-values';
import { unknownReader } from '../../shared/reader';
import { valueSearch } from '../../shared/search';
import type { FrameSource } from '../../visuals/frame-source';
import type { Load } from './kept-rows';
import { openForReader } from './load-panel';
import { loadRows } from './load-rows';
import type { PageReader } from '../variables/read-context';
import type { PanelServices } from './panel-services';

/** One reply stays small, so that a list opens at once. */
const maxValues = 500;
const maxBytes = 60_000;

/**
 * The different values of one column of the rows that the reader is shown now, most frequent first, from `offset` on; or
 * `pending` while there are no rows yet. Of kept rows nothing but that column is read.
 * @throws Problem `not-found` (the panel, or the column), `record-newer`, `forbidden`, and those of `loadRows`
 */
export async function columnValues(
  request: ColumnValuesRequest,
  pageReader: PageReader,
  services: PanelServices,
): Promise<ColumnValuesReply> {
  const open = await openForReader(request, pageReader, services);
  const load: Load<CountedValue[]> = { ...open, draw: (source) => valuesOf(source, request) };
  const loaded = await loadRows(load);
  if (loaded.state === 'view') return page(loaded.view, request.offset);
  return { state: 'pending', askAgainMs: loaded.askAgainMs };
}

async function valuesOf(
  source: FrameSource,
  { column: wanted, search = '', reader = unknownReader }: ColumnValuesRequest,
): Promise<CountedValue[]> {
  const place = source.columns.findIndex(({ key, hidden }) => key === wanted && !hidden);
  const column = source.columns[place];
  if (!column) throw new Problem('not-found', 'This column is no longer shown. Reload the page.');
  const [values = []] = await source.values([place]);
  return distinctValues(values, column.type, valueSearch(column, search, reader));
}

function page(all: readonly CountedValue[], offset: number): ColumnValuesReply {
  const values: CountedValue[] = [];
  let bytes = 0;
  for (const value of all.slice(offset, offset + maxValues)) {
    bytes += Buffer.byteLength(JSON.stringify(value));
    if (bytes > maxBytes && values.length > 0) break;
    values.push(value);
  }
  const next = offset + values.length;
  return { state: 'values', values, total: all.length, ...(next < all.length && { nextOffset: next }) };
}
