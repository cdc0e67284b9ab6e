import { unpack } from '../src/panel/load/snapshot/codec';
import { snapshotSource } from '../src/panel/load/snapshot/decode';
import type { RowWindow, TableView } from '../src/shared/view';
import { tableView } from '../src/visuals/table';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';
import { keptHead, keptUsers, type Kept } from './snapshot';
import { unpackedParts } from './stored-parts';

const count = 100;
const sortColumn = 0;

/** A reader's page from a snapshot, head included. */
async function page({ storage }: Kept, window: RowWindow): Promise<TableView> {
  const head = (await keptHead(storage))!;
  return tableView(await snapshotSource(head, storage), {}, window);
}

/** The page in the middle, for which no head has room. */
function middle({ frame }: Kept): RowWindow {
  return { offset: Math.floor(frame.rowCount / 2), count };
}

const sorted: RowWindow = { offset: 0, count, sorts: [{ column: `c${sortColumn}`, direction: 'ascending' }] };

/** `page.warm`, `page.sorted` and `page.warm.scale`. */
export async function pages(): Promise<Entry[]> {
  const [kept, few] = [await keptUsers(50_000), await keptUsers(1_000)];
  const times = await alternate(
    [
      { name: 'warm', run: () => page(kept, middle(kept)) },
      { name: 'warmBase', run: () => unpackedParts(kept, 'all', middle(kept).offset, count) },
      { name: 'first', run: () => page(kept, { offset: 0, count: 25 }) },
      { name: 'firstBase', run: async () => unpack((await keptHead(kept.storage))!.first.packed) },
      { name: 'few', run: () => page(few, middle(few)) },
      { name: 'sorted', run: () => page(kept, sorted) },
      { name: 'sortedBase', run: () => unpackedParts(kept, [sortColumn]) },
    ],
    { warmUp: 5, timed: 15, repeat: 10 },
  );
  const rival = await alternate([{ name: 'whole', run: () => wholeTable(kept) }], { warmUp: 2, timed: 5 });
  const ms = (name: string, values: readonly number[]) => ({ name, value: median(values), unit: 'ms' });
  const whole = ms('all rows to a DynamicTable', rival.whole);
  return [
    atMost('page.warm', ratio(times.warm, times.warmBase), '×', 1.5, [
      ms('this', times.warm),
      { name: 'first page, from the head', value: ratio(times.first, times.firstBase), unit: '×' },
      whole,
    ]),
    atMost('page.sorted', ratio(times.sorted, times.sortedBase), '×', 4, [ms('this', times.sorted), whole]),
    atMost('page.warm.scale', ratio(times.warm, times.few), '×', 1.5, [ms('1,000 rows', times.few)]),
  ];
}

/** What a DynamicTable needs that sorts and pages by itself: every row unpacked, and written as JSON for the browser. */
async function wholeTable(kept: Kept): Promise<string> {
  const values = await unpackedParts(kept, 'all');
  const rows = Array.from({ length: kept.frame.rowCount }, (_, row) => values.map((column) => column[row] ?? null));
  return JSON.stringify(rows);
}
