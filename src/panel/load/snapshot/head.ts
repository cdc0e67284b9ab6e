import type { CellValue, Reading } from '../../../shared/frame';
import type { Validators } from '../../read/validators';

/** The version of heads and chunks; others are not read. */
export const headSchema = 4;

/** A head with its first rows stays below one storage unit of 10 KB. */
export const maxHeadBytes = 10_000;

/**
 * What names a snapshot and answers a first page by itself. The other values lie in chunks: the rows are cut into segments
 * of `segmentRows`, and each column of a segment is a part of its own, numbered segment by segment.
 */
export interface SnapshotHead {
  schema: number;
  /** Names the write, and with it the chunks. */
  writeId: string;
  reading: Reading;
  /** Until when the rows are shown without asking the remote, in milliseconds since the epoch. */
  freshUntil: number;
  rowCount: number;
  columnCount: number;
  /** The frame's columns, packed. Absent where they are too long for a head: then they are a part after all others. */
  columns?: string;
  segmentRows: number;
  /** The first `count` rows, column by column, packed. */
  first: { count: number; packed: string };
  /** What the answer was named by, if one request brought it all. */
  validators?: Validators;
  /** When the chunks were written, in milliseconds since the epoch; a head may be renewed without them. */
  writtenAt?: number;
  /** The chunks in order: the number of the first part of each, and the hash of its hashes, by which equal rows are known. */
  chunks: ChunkName[];
}

export interface ChunkName {
  part: number;
  hash: string;
}

/** One stored chunk: consecutive parts, each packed, with what its key says, so that no other one passes for it. */
export interface SnapshotChunk {
  writeId: string;
  index: number;
  parts: string[];
  /** Of the parts, so that a reader of one need not look at the others. */
  hashes: string[];
}

/** The values of a frame's first rows as a head holds them. */
export type FirstValues = CellValue[][];
