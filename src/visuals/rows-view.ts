import type { CellValue } from '../shared/frame';
import type { RowsView, SortOrder } from '../shared/view';
import { filterRows } from '../shared/filter';
import { isSummed, sumOf } from '../shared/sums';
import { fitReply } from './fit-reply';
import type { FrameSource } from './frame-source';
import { type RequestedWindow, knownWindow, type PlacedWindow } from './known-window';
import { searchedPlaces, searchRows } from '../shared/search';
import { firstSorted } from './sort-rows';

/** Frames up to this many rows travel whole, so that the browser sorts, searches and pages by itself. */
const maxWholeRows = 500;

/**
 * The requested window of the source's rows; fewer rows than requested where a reply cannot carry more. `usual` is the
 * order where the window names none.
 */
export async function rowsView(
  source: FrameSource,
  requested: RequestedWindow,
  usual: readonly SortOrder[] = [],
): Promise<RowsView> {
  const window = knownWindow(source, requested, usual);
  return (await wholeView(source, window)) ?? (await partOfView(source, window)).view;
}

/** The same with the sums of all rows that match, for each column; none where the view is whole. */
export async function summedRowsView(
  source: FrameSource,
  requested: RequestedWindow,
  usual: readonly SortOrder[] = [],
): Promise<RowsView & { totals: CellValue[] }> {
  const window = knownWindow(source, requested, usual);
  const whole = await wholeView(source, window);
  if (whole) return { ...whole, totals: [] };
  const { view: part, matching } = await partOfView(source, window);
  return { ...part, totals: await sums(source, matching) };
}

async function sums(source: FrameSource, rows: Uint32Array): Promise<CellValue[]> {
  const places = source.columns.flatMap((column, place) => (isSummed(column) && !column.hidden ? [place] : []));
  const values = await source.values(places);
  return source.columns.map((_, place) => {
    const at = places.indexOf(place);
    return at < 0 ? null : sumOf(values[at] ?? [], rows);
  });
}

async function wholeView(source: FrameSource, window: PlacedWindow): Promise<RowsView | undefined> {
  const { rowCount } = source;
  if (rowCount > maxWholeRows || isCheaperInPart(source, window) || needsAside(source)) return undefined;
  if (source.rowsBefore !== undefined) return undefined; // which page it is only the offset of a part can say
  const { usualSorts: sorts } = window;
  const order = sorts.length > 0 ? await sorted(source, sequence(0, rowCount), sorts, rowCount) : sequence(0, rowCount);
  const rows = fitReply(await source.rows(Array.from(order)));
  return rows.length === rowCount ? view(source, rows, 0, rowCount, true) : undefined;
}

/** Rows at hand are there at once; for the rest of a small frame storage would have to be read. */
function isCheaperInPart({ rowsAtHand, rowCount }: FrameSource, window: PlacedWindow): boolean {
  const { offset, count, sorts, search, filters } = window;
  const isPlain = sorts.length === 0 && filters.length === 0 && !search;
  return rowsAtHand < rowCount && isPlain && offset + count <= rowsAtHand;
}

/** A browser cannot sort by what it does not have. */
function needsAside({ columns }: FrameSource): boolean {
  return columns.some(({ sortedBy }) => sortedBy !== undefined && !columns.some(({ key }) => key === sortedBy));
}

/** The rows of a window, by their numbers, with the offset of the first, and all that match. */
interface RowsOfWindow {
  rows: number[];
  offset: number;
  matching: Uint32Array;
}

interface PartOfView {
  view: RowsView;
  matching: Uint32Array;
}

async function partOfView(source: FrameSource, window: PlacedWindow): Promise<PartOfView> {
  const { rows, offset, matching } = await rowsOfWindow(source, window);
  const part = view(source, fitReply(await source.rows(rows)), offset, matching.length, false);
  return { view: part, matching };
}

async function rowsOfWindow(source: FrameSource, window: PlacedWindow): Promise<RowsOfWindow> {
  const { offset, count, sorts } = window;
  const { rowCount, rowsBefore } = source;
  const end = Math.min(offset + count, rowCount);
  const isAll = !window.search && window.filters.length === 0;
  const matching = isAll ? sequence(0, rowCount) : await matchingRows(source, window);
  if (isAll && sorts.length === 0) return { rows: Array.from(sequence(offset, end)), offset, matching };
  const needed = rowsBefore === undefined ? end : rowCount;
  const ordered = sorts.length > 0 ? await sorted(source, matching, sorts, needed) : matching;
  const first = rowsBefore === undefined ? offset : pageOfTop(ordered, window, rowsBefore);
  return { rows: Array.from(ordered.slice(first, first + count)), offset: first, matching };
}

/**
 * The offset of the page with the row that stood at the window's offset while there were only the first `rowsBefore` rows:
 * rows that come later change nothing about the order of those before. The window's own offset where no row stood there.
 */
function pageOfTop(ordered: ArrayLike<number>, { offset, count }: PlacedWindow, rowsBefore: number): number {
  let seen = 0;
  for (let place = 0; place < ordered.length; place++) {
    if (ordered[place]! >= rowsBefore) continue;
    if (seen === offset) return place - (place % count);
    seen++;
  }
  return offset;
}

/** Filters first: they leave fewer rows to search, and read only their own columns. */
async function matchingRows(source: FrameSource, { filters, search, reader }: PlacedWindow): Promise<Uint32Array> {
  const filtered = await source.values(filters.map(({ place }) => place));
  const left = filterRows(
    sequence(0, source.rowCount),
    filters.map(({ values: wanted }, index) => ({ column: filtered[index] ?? [], wanted })),
  );
  if (!search || left.length === 0) return left;
  const searched = searchedPlaces(source.columns);
  const values = await source.values(searched);
  const columns = searched.map((place, index) => ({ ...source.columns[place]!, values: values[index] ?? [] }));
  return searchRows(left, columns, search, reader);
}

async function sorted(
  source: FrameSource,
  rows: ArrayLike<number>,
  sorts: PlacedWindow['sorts'],
  count: number,
): Promise<number[]> {
  const values = await source.values(sorts.map(({ place }) => place));
  const keys = sorts.map(({ type, direction }, index) => ({ type, direction, values: values[index] ?? [] }));
  return firstSorted(rows, keys, count);
}

function sequence(from: number, to: number): Uint32Array {
  const all = new Uint32Array(Math.max(0, to - from));
  for (let index = 0; index < all.length; index++) all[index] = from + index;
  return all;
}

function view(
  { columns, rowCount }: FrameSource,
  rows: CellValue[][],
  offset: number,
  matchingRows: number,
  whole: boolean,
): RowsView {
  return { columns, rows, offset, matchingRows, totalRows: rowCount, whole };
}
