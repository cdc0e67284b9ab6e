import type { CellValue, Column } from '../../frame';
import type { Storage } from '../../ports';
import type { FrameSource } from '../../visuals/frame-source';
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
 * The frame behind a head. Its first rows need no storage; a row is read from just the chunks it lies in, and of each
 * part only the values asked for are parsed.
 * @throws SnapshotGone when a chunk is not the one the head names
 */
export function snapshotSource(head: SnapshotHead, columns: Column[], storage: Storage): FrameSource {
  const first = unpack<FirstValues>(head.first.packed);
  const read = partReader(head, storage);
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
    async rows(numbers) {
      if (numbers.every((row) => row < head.first.count)) return numbers.map((row) => rowOf(first, row));
      const segments = rowsBySegment(numbers, head.segmentRows);
      const missing = columns.map((_, column) => column).filter((column) => !whole.has(column));
      const parts = await read(
        missing.flatMap((column) => segments.map(({ segment }) => partOf(head, column, segment))),
      );
      const rows = numbers.map((row) => columns.map((_, column) => whole.get(column)?.[row] ?? null));
      for (const column of missing) fillColumn(rows, head, column, segments, parts);
      return rows;
    },
  };
}

function rowOf(values: FirstValues, row: number): CellValue[] {
  return values.map((column) => column[row] ?? null);
}

/** Parts are numbered segment by segment, so that the columns of a row lie side by side. */
function partOf({ columnCount }: SnapshotHead, column: number, segment: number): number {
  return segment * columnCount + column;
}

function partsOfColumn(head: SnapshotHead, column: number): number[] {
  const segments = Math.ceil(head.rowCount / head.segmentRows);
  return Array.from({ length: segments }, (_, segment) => partOf(head, column, segment));
}

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
  head: SnapshotHead,
  column: number,
  segments: readonly SegmentRows[],
  parts: PackedParts,
): void {
  for (const { segment, places, asked } of segments) {
    const values = valuesAt(unpackBytes(parts(partOf(head, column, segment))), places);
    asked.forEach((place, index) => (rows[place]![column] = values[index] ?? null));
  }
}
