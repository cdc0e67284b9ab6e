import type { CellValue, Column } from '../../../shared/frame';
import type { Storage } from '../../../ports';
import type { FrameSource } from '../../../visuals/frame-source';
import { type PackedParts, partReader } from './chunks';
import { unpack, unpackBytes } from './codec';
import type { FirstValues, SnapshotHead } from './head';
import { valuesAt } from './values-at';

export { SnapshotGone } from './chunks';

/** Rows that lie in one segment: their places in it, ascending, and for each its place in what was asked for. */
interface SegmentRows {
  segment: number;
  places: number[];
  asked: number[];
}

/**
 * The frame behind a head, with the columns it was written with. Its first rows need no storage, and hardly ever do its
 * columns; a row is read from just the chunks it lies in, and of each part only the values asked for are parsed.
 * @throws SnapshotGone when a chunk is not the one the head names
 */
export async function snapshotSource(head: SnapshotHead, storage: Storage): Promise<FrameSource> {
  const first = unpack<FirstValues>(head.first.packed);
  const read = partReader(head, storage);
  const columns = unpack<Column[]>(head.columns ?? (await columnsPart(head, read)));
  const whole = new Map<number, CellValue[]>();
  const isAtHand = head.first.count === head.rowCount;
  return {
    columns,
    rowCount: head.rowCount,
    rowsAtHand: head.first.count,
    async values(wanted) {
      if (isAtHand) return wanted.map((column) => first[column] ?? []);
      const missing = wanted.filter((column) => !whole.has(column));
      const parts = await read(missing.flatMap((column) => partsOfColumn(head, column)));
      for (const column of missing) whole.set(column, wholeColumn(head, column, parts));
      return wanted.map((column) => whole.get(column) ?? []);
    },
    async rows(numbers, shown = columns.map((_, column) => column)) {
      if (numbers.every((row) => row < head.first.count)) return numbers.map((row) => rowOf(first, row, shown));
      const segments = rowsBySegment(numbers, head.segmentRows);
      const missing = shown.filter((column) => !whole.has(column));
      const parts = await read(
        missing.flatMap((column) => segments.map(({ segment }) => partOf(head, column, segment))),
      );
      const rows = numbers.map((row) => shown.map((column) => whole.get(column)?.[row] ?? null));
      shown.forEach((column, place) => {
        if (!whole.has(column)) fillColumn(rows, place, segments, (segment) => parts(partOf(head, column, segment)));
      });
      return rows;
    },
  };
}

async function columnsPart(head: SnapshotHead, read: ReturnType<typeof partReader>): Promise<string> {
  const afterAllOthers = segmentCount(head) * head.columnCount;
  return (await read([afterAllOthers]))(afterAllOthers);
}

function rowOf(values: FirstValues, row: number, shown: readonly number[]): CellValue[] {
  return shown.map((column) => values[column]?.[row] ?? null);
}

/** Parts are numbered segment by segment, so that the columns of a row lie side by side. */
function partOf({ columnCount }: SnapshotHead, column: number, segment: number): number {
  return segment * columnCount + column;
}

function partsOfColumn(head: SnapshotHead, column: number): number[] {
  return Array.from({ length: segmentCount(head) }, (_, segment) => partOf(head, column, segment));
}

const segmentCount = ({ rowCount, segmentRows }: SnapshotHead) => Math.ceil(rowCount / segmentRows);

function wholeColumn(head: SnapshotHead, column: number, parts: PackedParts): CellValue[] {
  const segments = partsOfColumn(head, column).map((part) => unpack<CellValue[]>(parts(part)));
  return ([] as CellValue[]).concat(...segments);
}

function rowsBySegment(rows: readonly number[], segmentRows: number): SegmentRows[] {
  const segments = new Map<number, SegmentRows>();
  const order = Uint32Array.from(rows.keys()).sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0));
  for (const asked of order) {
    const row = rows[asked] ?? 0;
    const segment = Math.floor(row / segmentRows);
    const those = segments.get(segment) ?? { segment, places: [], asked: [] };
    segments.set(segment, those);
    those.places.push(row % segmentRows);
    those.asked.push(asked);
  }
  return [...segments.values()];
}

function fillColumn(
  rows: readonly CellValue[][],
  place: number,
  segments: readonly SegmentRows[],
  partIn: (segment: number) => string,
): void {
  for (const { segment, places, asked } of segments) {
    const values = valuesAt(unpackBytes(partIn(segment)), places);
    asked.forEach((row, index) => (rows[row]![place] = values[index] ?? null));
  }
}
