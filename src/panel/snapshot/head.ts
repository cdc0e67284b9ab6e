import type { CellValue, Reading } from '../../frame';

/** The version of heads and chunks; others are not read. */
export const headSchema = 1;

/** A head with its first rows stays below one storage unit of 10 KB. */
export const maxHeadBytes = 10_000;

/**
 * What names a snapshot and answers a first page by itself. The other values lie in chunks: every column is cut into
 * segments of `segmentRows` rows, each a part of its own, numbered column by column.
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
  segmentRows: number;
  /** The first `count` rows, column by column, packed. */
  first: { count: number; packed: string };
  /** The chunks in order: the number of the first part of each, and the hash of its parts. */
  chunks: ChunkName[];
}

export interface ChunkName {
  part: number;
  hash: string;
}

/** One stored chunk: consecutive parts, each packed. */
export interface SnapshotChunk {
  parts: string[];
}

/** The values of a frame's first rows as a head holds them. */
export type FirstValues = CellValue[][];
