import type { CellValue, Column } from '../../../shared/frame';
import type { Storage } from '../../../ports';
import type { FrameSource } from '../../../visuals/frame-source';
import { type PackedParts, partReader } from './chunks';
import { unpack, unpackBytes } from './codec';
import type { FirstValues, SnapshotHead } from './head';
import { type PlacedRows, partsOf } from './parts';
import { valuesAt } from './values-at';

export { SnapshotGone } from './chunks';

/** Rows that lie in one segment: their places in it, ascending, and for each its place in what was requested. */
interface SegmentRows {
  segment: PlacedRows;
  places: number[];
  outputs: number[];
}

/**
 * The frame behind a head, with the columns it was written with. Its first rows need no storage, and hardly ever do its
 * columns; a row is read from just the chunks it lies in, and of each part only the values requested are parsed.
 * @throws SnapshotGone when a chunk is not the one the head names
 */
export async function snapshotSource(head: SnapshotHead, storage: Storage): Promise<FrameSource> {
  const first = unpack<FirstValues>(head.first.packed);
  const { chunks, segments, columns: columnsPart } = partsOf(head);
  const read = partReader(chunks, storage);
  const columns = unpack<Column[]>(head.columns ?? (await read([columnsPart]))(columnsPart));
  const whole = new Map<number, CellValue[]>();
  const isAtHand = head.first.count === head.rowCount;
  return {
    columns,
    rowCount: head.rowCount,
    rowsAtHand: head.first.count,
    async values(wanted) {
      if (isAtHand) return wanted.map((column) => first[column] ?? []);
      const missing = wanted.filter((column) => !whole.has(column));
      const parts = await read(missing.flatMap((column) => segments.map(({ part }) => part + column)));
      for (const column of missing) whole.set(column, wholeColumn(segments, column, parts));
      return wanted.map((column) => whole.get(column) ?? []);
    },
    async rows(numbers, shown = columns.map((_, column) => column)) {
      if (numbers.every((row) => row < head.first.count)) return numbers.map((row) => rowOf(first, row, shown));
      const lying = rowsBySegment(numbers, segments);
      const missing = shown.filter((column) => !whole.has(column));
      const parts = await read(missing.flatMap((column) => lying.map(({ segment }) => segment.part + column)));
      const rows = numbers.map((row) => shown.map((column) => whole.get(column)?.[row] ?? null));
      shown.forEach((column, place) => {
        if (!whole.has(column)) fillColumn(rows, place, lying, (segment) => parts(segment.part + column));
      });
      return rows;
    },
  };
}

function rowOf(values: FirstValues, row: number, shown: readonly number[]): CellValue[] {
  return shown.map((column) => values[column]?.[row] ?? null);
}

function wholeColumn(segments: readonly PlacedRows[], column: number, parts: PackedParts): CellValue[] {
  return ([] as CellValue[]).concat(...segments.map(({ part }) => unpack<CellValue[]>(parts(part + column))));
}

function rowsBySegment(rows: readonly number[], segments: readonly PlacedRows[]): SegmentRows[] {
  const found: SegmentRows[] = [];
  const order = Uint32Array.from(rows.keys()).sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0));
  let at = 0;
  for (const outputs of order) {
    const row = rows[outputs] ?? 0;
    while (at < segments.length && row >= segments[at]!.row + segments[at]!.rows) at++;
    const segment = segments[at];
    if (!segment) break; // beyond the last row there is nothing
    if (found.at(-1)?.segment !== segment) found.push({ segment, places: [], outputs: [] });
    found.at(-1)!.places.push(row - segment.row);
    found.at(-1)!.outputs.push(outputs);
  }
  return found;
}

function fillColumn(
  rows: readonly CellValue[][],
  place: number,
  lying: readonly SegmentRows[],
  partIn: (segment: PlacedRows) => string,
): void {
  for (const { segment, places, outputs } of lying) {
    const values = valuesAt(unpackBytes(partIn(segment)), places);
    outputs.forEach((row, index) => (rows[row]![place] = values[index] ?? null));
  }
}
