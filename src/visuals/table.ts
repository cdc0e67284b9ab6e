import type { CellValue } from '../frame';
import type { RowWindow, TableView } from '../view';
import { fitReply } from './fit-reply';
import type { FrameSource } from './frame-source';
import { searchRows } from './search-rows';
import { firstSorted } from './sort-rows';

/** Frames up to this many rows travel whole, so that the browser sorts, searches and pages by itself. */
const maxWholeRows = 500;
/** Most rows in one reply. */
export const maxWindowRows = 1000;

/** The table's view for the window; fewer rows than asked where a reply cannot carry more. */
export async function tableView(source: FrameSource, asked: RowWindow): Promise<TableView> {
  const window = knownWindow(source, asked);
  return (await wholeTable(source, window)) ?? (await windowOfTable(source, window));
}

/** The window within bounds, without an order by a column that the frame does not have. */
function knownWindow({ columns }: FrameSource, { offset, count, sort, search }: RowWindow): RowWindow {
  const isKnown = columns.some(({ key }) => key === sort?.column);
  return { offset, count: Math.min(count, maxWindowRows), sort: isKnown ? sort : undefined, search: search?.trim() };
}

async function wholeTable(source: FrameSource, window: RowWindow): Promise<TableView | undefined> {
  if (source.rowCount > maxWholeRows || isCheaperInPart(source, window)) return undefined;
  const rows = fitReply(await source.rows(numbers(0, source.rowCount)));
  return rows.length === source.rowCount ? table(source, rows, 0, source.rowCount, true) : undefined;
}

/** Rows at hand answer at once; for the rest of a small frame storage would have to be asked. */
function isCheaperInPart({ rowsAtHand, rowCount }: FrameSource, { offset, count, sort, search }: RowWindow): boolean {
  return rowsAtHand < rowCount && !sort && !search && offset + count <= rowsAtHand;
}

async function windowOfTable(source: FrameSource, window: RowWindow): Promise<TableView> {
  const { rows, matching } = await rowsOfWindow(source, window);
  return table(source, fitReply(await source.rows(rows)), window.offset, matching, false);
}

async function rowsOfWindow(source: FrameSource, window: RowWindow): Promise<{ rows: number[]; matching: number }> {
  const { offset, count, sort, search } = window;
  const end = Math.min(offset + count, source.rowCount);
  if (!sort && !search) return { rows: numbers(offset, end), matching: source.rowCount };
  const matching = search ? await matchingRows(source, search) : sequence(0, source.rowCount);
  const ordered = sort ? await sortedRows(source, matching, sort, end) : matching;
  return { rows: Array.from(ordered.slice(offset, end)), matching: matching.length };
}

async function matchingRows(source: FrameSource, search: string): Promise<Uint32Array> {
  const columns = await source.values(numbers(0, source.columns.length));
  return Uint32Array.from(searchRows(columns, source.rowCount, search));
}

async function sortedRows(
  source: FrameSource,
  rows: ArrayLike<number>,
  sort: NonNullable<RowWindow['sort']>,
  count: number,
): Promise<number[]> {
  const index = source.columns.findIndex(({ key }) => key === sort.column);
  const type = source.columns[index]?.type ?? 'text';
  const [values = []] = await source.values([index]);
  return firstSorted(rows, values, type, sort.direction, count);
}

function numbers(from: number, to: number): number[] {
  return Array.from(sequence(from, to));
}

function sequence(from: number, to: number): Uint32Array {
  const all = new Uint32Array(Math.max(0, to - from));
  for (let index = 0; index < all.length; index++) all[index] = from + index;
  return all;
}

function table(
  { columns, rowCount }: FrameSource,
  rows: CellValue[][],
  offset: number,
  matchingRows: number,
  whole: boolean,
): TableView {
  return { visual: 'table', columns, rows, offset, matchingRows, totalRows: rowCount, whole };
}
