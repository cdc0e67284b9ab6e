import type { CellValue } from '../src/shared/frame';
import { snapshotChunkKey } from '../src/keys';
import { unpack } from '../src/panel/load/snapshot/codec';
import type { SnapshotChunk } from '../src/panel/load/snapshot/head';
import { keptHead, type Kept } from './snapshot';

/**
 * Stored values read, decoded, decompressed and parsed, and nothing else done: by column, the parts that hold the rows
 * from `offset` on, or all of them. This is what a page is measured by.
 */
export async function unpackedParts(
  { frame, storage }: Kept,
  columns: readonly number[] | 'all',
  offset = 0,
  count = frame.rowCount,
): Promise<CellValue[][]> {
  const head = (await keptHead(storage))!;
  const [write] = head.writes;
  if (!write) throw new Error('rows in chunks were expected');
  const { id, segmentRows, chunks: names } = write;
  const segment = (row: number) => Math.floor(row / segmentRows);
  const segments = range(segment(offset), segment(offset + count - 1) + 1);
  const wanted = columns === 'all' ? range(0, head.columnCount) : columns;
  const chunkOf = (part: number) => names.findLastIndex(([first]) => first <= part);
  const numbers = wanted.map((column) => segments.map((each) => each * head.columnCount + column));
  const indexes = [...new Set(numbers.flat().map(chunkOf))];
  const chunks = await storage.getMany<SnapshotChunk>(indexes.map((index) => snapshotChunkKey(id, index)));
  const packed = (part: number) => {
    const index = chunkOf(part);
    return chunks.get(snapshotChunkKey(id, index))!.parts[part - names[index]![0]]!;
  };
  return numbers.map((parts) => ([] as CellValue[]).concat(...parts.map((part) => unpack<CellValue[]>(packed(part)))));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
