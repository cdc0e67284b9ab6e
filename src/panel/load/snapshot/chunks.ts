import { snapshotChunkKey } from '../../../keys';
import type { Storage } from '../../../ports';
import { shortHash } from './codec';
import type { SnapshotChunk } from './head';
import type { PlacedChunk } from './parts';

/** A chunk that the head names is absent or another one: the snapshot was replaced, or its write never ended. */
export class SnapshotGone extends Error {
  override readonly name = 'SnapshotGone';
}

/** Keys requested at once; the platform takes up to 25 and 4 MB. */
const batchSize = 15;

/**
 * A reader of a snapshot's parts by their numbers, packed as they are stored. It reads every chunk at most once.
 * @throws SnapshotGone when a chunk is not the one the head names
 */
export function partReader(
  placed: readonly PlacedChunk[],
  storage: Storage,
): (numbers: Iterable<number>) => Promise<PackedParts> {
  const chunks = new Map<PlacedChunk, SnapshotChunk>();
  const partOf = (number: number): string => {
    const place = placeOf(placed, number);
    const { parts = [], hashes = [] } = chunks.get(place) ?? {};
    const at = number - place.part;
    const packed = parts[at];
    if (packed === undefined || shortHash(packed) !== hashes[at])
      throw new SnapshotGone(`part ${number} is not in chunk ${place.index}`);
    return packed;
  };
  return async (numbers) => {
    const wanted = new Set(Array.from(numbers, (number) => placeOf(placed, number)));
    const unread = [...wanted].filter((place) => !chunks.has(place));
    for (let at = 0; at < unread.length; at += batchSize) {
      const batch = unread.slice(at, at + batchSize);
      for (const [place, chunk] of await readChunks(batch, storage)) chunks.set(place, chunk);
    }
    return partOf;
  };
}

/** A part by its number, one of those that were read. */
export type PackedParts = (number: number) => string;

/** The last chunk that begins at or before the part. */
function placeOf(placed: readonly PlacedChunk[], part: number): PlacedChunk {
  const place = placed.findLast((chunk) => chunk.part <= part);
  if (!place) throw new SnapshotGone(`part ${part} is in no chunk`);
  return place;
}

async function readChunks(places: PlacedChunk[], storage: Storage): Promise<[PlacedChunk, SnapshotChunk][]> {
  const keyOf = ({ writeId, index }: PlacedChunk) => snapshotChunkKey(writeId, index);
  const found = await storage.getMany<SnapshotChunk>(places.map(keyOf));
  return places.map((place) => [place, verified(place, found.get(keyOf(place)))]);
}

function verified({ writeId, index, hash }: PlacedChunk, chunk: SnapshotChunk | undefined): SnapshotChunk {
  const isNamed = chunk?.writeId === writeId && chunk.index === index;
  if (!isNamed || shortHash(chunk.hashes.join()) !== hash) throw new SnapshotGone(`chunk ${index} is missing`);
  return chunk;
}
