import type { SnapshotHead, WrittenRows } from './head';

/** A chunk with its place among those of all writes; parts are counted on from write to write. */
export interface PlacedChunk {
  writeId: string;
  index: number;
  part: number;
  hash: string;
}

/** Consecutive rows whose columns lie in parts side by side, from number `part` on. */
export interface PlacedRows {
  row: number;
  rows: number;
  part: number;
}

/** Where the rows of a head lie: its chunks and segments in order, and the part that its columns are where they are one. */
export interface Parts {
  chunks: PlacedChunk[];
  segments: PlacedRows[];
  columns: number;
}

/** The parts that a head names, over all its writes. */
export function partsOf({ writes, columnCount, columns }: SnapshotHead): Parts {
  const parts: Parts = { chunks: [], segments: [], columns: 0 };
  let part = 0;
  for (const [place, write] of writes.entries()) {
    const first = part;
    parts.chunks.push(
      ...write.chunks.map(([at, hash], index) => ({ writeId: write.id, index, part: first + at, hash })),
    );
    for (let row = 0; row < write.rows; row += write.segmentRows) {
      parts.segments.push({ row: write.row + row, rows: rowsOfSegment(write, row), part });
      part += columnCount;
    }
    if (place > 0 || columns !== undefined) continue;
    parts.columns = part;
    part += 1;
  }
  return parts;
}

const rowsOfSegment = ({ rows, segmentRows }: WrittenRows, row: number) => Math.min(segmentRows, rows - row);
