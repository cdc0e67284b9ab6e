import type { CellValue, Column } from '../../frame';
import { snapshotChunkKey } from '../../keys';
import type { Storage } from '../../ports';
import type { FrameSource } from '../../visuals/frame-source';
import { chunkHash, unpack } from './codec';
import type { FirstValues, SnapshotChunk, SnapshotHead } from './head';

/** A chunk that the head names is absent or another one: the snapshot was replaced, or its write never ended. */
export class SnapshotGone extends Error {
  override readonly name = 'SnapshotGone';
}

/** Keys asked for at once; the platform takes up to 25 and 4 MB. */
const batchSize = 15;

type Part = readonly CellValue[];

/**
 * The frame behind a head. Its first rows need no storage; a column or a row is read from just the chunks it lies in.
 * @throws SnapshotGone when a chunk is not the one the head names
 */
export function snapshotSource(head: SnapshotHead, columns: Column[], storage: Storage): FrameSource {
  const first = unpack<FirstValues>(head.first.packed);
  const parts = partReader(head, storage);
  const segments = Math.ceil(head.rowCount / head.segmentRows);
  const partOf = (column: number, row: number) => column * segments + Math.floor(row / head.segmentRows);
  const isAtHand = head.first.count === head.rowCount;
  return {
    columns,
    rowCount: head.rowCount,
    rowsAtHand: head.first.count,
    async values(wanted) {
      if (isAtHand) return wanted.map((column) => first[column] ?? []);
      const partsOf = (column: number) => Array.from({ length: segments }, (_, segment) => column * segments + segment);
      const read = await parts(wanted.flatMap(partsOf));
      return wanted.map((column) => partsOf(column).flatMap((part) => read.get(part) ?? []));
    },
    async rows(numbers) {
      if (numbers.every((row) => row < head.first.count)) return numbers.map((row) => rowOf(first, row));
      const wanted = columns.flatMap((_, column) => numbers.map((row) => partOf(column, row)));
      const read = await parts([...new Set(wanted)]);
      const valueAt = (column: number, row: number) => read.get(partOf(column, row))?.[row % head.segmentRows] ?? null;
      return numbers.map((row) => columns.map((_, column) => valueAt(column, row)));
    },
  };
}

function rowOf(values: FirstValues, row: number): CellValue[] {
  return values.map((column) => column[row] ?? null);
}

/** Reads parts by their numbers; every chunk and every part of a reply is read once. */
function partReader(head: SnapshotHead, storage: Storage): (numbers: number[]) => Promise<Map<number, Part>> {
  const chunks = new Map<number, SnapshotChunk>();
  const parts = new Map<number, Part>();
  return async (numbers) => {
    const missing = numbers.filter((number) => !parts.has(number));
    const unread = chunksOf(head, missing).filter((index) => !chunks.has(index));
    for (const [index, chunk] of await readChunks(head, unread, storage)) chunks.set(index, chunk);
    for (const number of missing) parts.set(number, unpackPart(head, chunks, number));
    return parts;
  };
}

function unpackPart(head: SnapshotHead, chunks: Map<number, SnapshotChunk>, number: number): Part {
  const index = chunkOf(head, number);
  const packed = chunks.get(index)?.parts[number - (head.chunks[index]?.part ?? 0)];
  if (packed === undefined) throw new SnapshotGone(`part ${number} is not in chunk ${index}`);
  return unpack<Part>(packed);
}

function chunksOf(head: SnapshotHead, parts: readonly number[]): number[] {
  return [...new Set(parts.map((part) => chunkOf(head, part)))];
}

/** The last chunk that begins at or before the part. */
function chunkOf({ chunks }: SnapshotHead, part: number): number {
  return chunks.findLastIndex((chunk) => chunk.part <= part);
}

async function readChunks(
  head: SnapshotHead,
  indexes: number[],
  storage: Storage,
): Promise<Map<number, SnapshotChunk>> {
  const found = new Map<string, SnapshotChunk>();
  for (let at = 0; at < indexes.length; at += batchSize) {
    const keys = indexes.slice(at, at + batchSize).map((index) => snapshotChunkKey(head.writeId, index));
    for (const [key, chunk] of await storage.getMany<SnapshotChunk>(keys)) found.set(key, chunk);
  }
  return new Map(
    indexes.map((index) => [index, verified(head, index, found.get(snapshotChunkKey(head.writeId, index)))]),
  );
}

function verified(head: SnapshotHead, index: number, chunk: SnapshotChunk | undefined): SnapshotChunk {
  if (!chunk || chunkHash(chunk.parts) !== head.chunks[index]?.hash)
    throw new SnapshotGone(`chunk ${index} is missing`);
  return chunk;
}
