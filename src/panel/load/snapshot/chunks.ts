import { snapshotChunkKey } from '../../../keys';
import type { Storage } from '../../../ports';
import { shortHash } from './codec';
import type { SnapshotChunk, SnapshotHead } from './head';

/** A chunk that the head names is absent or another one: the snapshot was replaced, or its write never ended. */
export class SnapshotGone extends Error {
  override readonly name = 'SnapshotGone';
}

/** Keys asked for at once; the platform takes up to 25 and 4 MB. */
const batchSize = 15;

/**
 * A reader of a snapshot's parts by their numbers, packed as they are stored. It reads every chunk at most once.
 * @throws SnapshotGone when a chunk is not the one the head names
 */
export function partReader(head: SnapshotHead, storage: Storage): (numbers: Iterable<number>) => Promise<PackedParts> {
  const chunks = new Map<number, SnapshotChunk>();
  const partOf = (number: number): string => {
    const index = chunkOf(head, number);
    const { parts = [], hashes = [] } = chunks.get(index) ?? {};
    const at = number - (head.chunks[index]?.part ?? 0);
    const packed = parts[at];
    if (packed === undefined || shortHash(packed) !== hashes[at])
      throw new SnapshotGone(`part ${number} is not in chunk ${index}`);
    return packed;
  };
  return async (numbers) => {
    const wanted = new Set(Array.from(numbers, (number) => chunkOf(head, number)));
    const unread = [...wanted].filter((index) => !chunks.has(index));
    for (let at = 0; at < unread.length; at += batchSize) {
      const batch = unread.slice(at, at + batchSize);
      for (const [index, chunk] of await readChunks(head, batch, storage)) chunks.set(index, chunk);
    }
    return partOf;
  };
}

/** A part by its number, one of those that were read. */
export type PackedParts = (number: number) => string;

/** The last chunk that begins at or before the part. */
function chunkOf({ chunks }: SnapshotHead, part: number): number {
  return chunks.findLastIndex((chunk) => chunk.part <= part);
}

async function readChunks(head: SnapshotHead, indexes: number[], storage: Storage): Promise<[number, SnapshotChunk][]> {
  const { writeId } = head;
  const found = await storage.getMany<SnapshotChunk>(indexes.map((index) => snapshotChunkKey(writeId, index)));
  return indexes.map((index) => [index, verified(index, head, found.get(snapshotChunkKey(writeId, index)))]);
}

function verified(index: number, { writeId, chunks }: SnapshotHead, chunk: SnapshotChunk | undefined): SnapshotChunk {
  const isNamed = chunk?.writeId === writeId && chunk.index === index;
  if (!isNamed || shortHash(chunk.hashes.join()) !== chunks[index]?.hash)
    throw new SnapshotGone(`chunk ${index} is missing`);
  return chunk;
}
