import type { ListEntries, VariableEntriesReply, VariableEntry } from '../../shared/contract';
import { entrySearch } from '../../shared/entry-search';
import type { CellValue } from '../../shared/frame';
import { panelEntriesCount, variableValueLength } from '../../shared/limits';
import { Problem } from '../../shared/problem';
import type { FrameSource } from '../../visuals/frame-source';
import { isOwn } from './identity/rights';
import { loadOf, openPanel, requireAllowed } from './open-panel';
import { loadRows } from './load-rows';
import type { PanelServices } from './panel-services';
import { getDataSource } from '../../data-sources/data-source-store';
import { panelOrSuccessor } from './successor';
import type { PageReader } from '../variables/read-context';

/** One reply stays small, so that a list opens at once. */
const maxBytes = 100_000;

type FromPanel = Extract<ListEntries, { from: 'panel' }>;

interface Entries {
  entries: VariableEntry[];
  cut: boolean;
}

/**
 * The entries of a list variable whose value or label contains the text, each value once, in the order of the rows of the
 * panel that they come from; or `pending` while that one has no rows. The reader must be allowed both panels here. Lists
 * of that other panel are never looked at, so panels that name each other do no harm.
 * @throws Problem `not-found` (a panel, or the variable), `record-newer`, `forbidden`, `invalid-input` where the other
 * panel needs values itself, and those of `loadRows`
 */
export async function variableEntries(
  { panelId, key, text }: { panelId: string; key: string; text: string },
  pageReader: PageReader,
  services: PanelServices,
): Promise<VariableEntriesReply> {
  const list = await listOf({ panelId, key }, pageReader, services);
  const isWanted = entrySearch(text);
  if (list.from === 'fixed') return { state: 'entries', ...bounded(list.entries.filter(isWanted)) };
  const load = loadOf(await openPanel({ panelId: list.panelId }, pageReader, services), services);
  const loaded = await loadRows({
    ...load,
    needsAll: true, // no page reads on for a list
    draw: async (source) => bounded((await entriesIn(source, list)).filter(isWanted)),
  });
  if (loaded.state === 'view')
    return { state: 'entries', ...loaded.view, ...(isOwn(load.access) && { own: true as const }) };
  return { state: 'pending', askAgainMs: loaded.askAgainMs };
}

async function listOf(
  { panelId, key }: { panelId: string; key: string },
  pageReader: PageReader,
  services: PanelServices,
): Promise<ListEntries> {
  const { settings } = await panelOrSuccessor(panelId, services);
  const dataSource = await getDataSource(settings.dataSourceId, services.dataSources);
  await requireAllowed(dataSource.settings.allowedSpaces, pageReader, services);
  const variable = settings.variables?.find((each) => each.key === key);
  if (variable?.type === 'list') return variable.entries;
  throw new Problem('not-found', 'This list no longer exists. Reload the page.');
}

async function entriesIn(source: FrameSource, { valueColumn, labelColumn }: FromPanel): Promise<VariableEntry[]> {
  const [values = [], labels = []] = await textsIn(source, [valueColumn, labelColumn ?? valueColumn]);
  const found = new Map<string, string>();
  values.forEach((value, row) => {
    if (value === '' || value.length > variableValueLength || found.has(value)) return;
    found.set(value, labels[row] || value);
  });
  return Array.from(found, ([value, label]) => ({ value, label }));
}

/**
 * The texts of these columns of a list, by their keys; a further one that is gone has those of the first.
 * @throws Problem `not-found` where the first is gone
 */
export async function textsIn(source: FrameSource, [first, ...others]: [string, ...string[]]): Promise<string[][]> {
  const placeOf = (wanted: string) => source.columns.findIndex(({ key }) => key === wanted);
  const place = placeOf(first);
  if (place < 0) throw lostColumn();
  const further = others.map((key) => (placeOf(key) < 0 ? place : placeOf(key)));
  return (await source.values([place, ...further])).map((cells) => cells.map(textOf));
}

const lostColumn = () =>
  new Problem('not-found', 'The column of this list no longer exists.', { remedy: 'An admin can choose another one.' });

const textOf = (cell: CellValue) => (cell === null ? '' : String(cell));

function bounded(matching: readonly VariableEntry[]): Entries {
  const entries: VariableEntry[] = [];
  let bytes = 0;
  for (const entry of matching.slice(0, panelEntriesCount)) {
    bytes += Buffer.byteLength(JSON.stringify(entry));
    if (bytes > maxBytes) break;
    entries.push(entry);
  }
  return { entries, cut: entries.length < matching.length };
}
