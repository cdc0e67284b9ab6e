import type { CellValue, Reading } from '../../../shared/frame';
import { hasMembers } from '../../../unreadable-record';
import type { Validators } from '../../read/validators';

/** The version of heads and chunks; of others only the one before it is read. */
export const headSchema = 5;

/** A head with its first rows stays below one storage unit of 10 KB. */
export const maxHeadBytes = 10_000;

/**
 * What names a snapshot and holds a first page by itself. The other values lie in chunks, which were written once or
 * in several writes, each behind the rows of the one before.
 */
export interface SnapshotHead {
  schema: number;
  /** Names the reading that the rows are of; they are only ever added to. */
  readingId: string;
  /** Names what the rows were made by; empty in heads of an earlier version of the app, whose key says it. */
  rows: string;
  /** They were made by settings that have been changed since. Never stored. */
  isFormer?: boolean;
  reading: Reading;
  /** Until when the rows are shown without a request to the API, in milliseconds since the epoch. */
  freshUntil: number;
  rowCount: number;
  columnCount: number;
  /** The frame's columns, packed. Absent where they are too long for a head: then they are the last part of the first write. */
  columns?: string;
  /** The first `count` rows, column by column, packed. */
  first: { count: number; packed: string };
  /** What the response was named by, if one request brought it all. */
  validators?: Validators;
  /** When the oldest chunks were written, in milliseconds since the epoch; a head may be renewed without them. */
  writtenAt?: number;
  /** Set while the reading is not at its end: the n-th part of it, to be shown without a second look until then. */
  part?: { n: number; until: number };
  /** Where the rows lie, in their order; empty where the head holds all of them itself. */
  writes: WrittenRows[];
}

/**
 * Rows that were written together. They are cut into segments of `segmentRows`, and each column of a segment is a part of
 * its own, numbered segment by segment.
 */
export interface WrittenRows {
  /** A name used once, which the chunks have in theirs. */
  id: string;
  /** The number of the first row. */
  row: number;
  rows: number;
  segmentRows: number;
  /** The chunks in order: the number of the first part of each, and the hash of its hashes, by which equal rows are known. */
  chunks: [part: number, hash: string][];
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

/** Whether the two heads name the same chunks, or none, for rows of one reading. */
export function hasSameRows(one: SnapshotHead, other: SnapshotHead): boolean {
  const namesOf = ({ readingId, writes }: SnapshotHead) => [readingId, ...writes.map(({ id }) => id)].join();
  return namesOf(one) === namesOf(other);
}

/** A head as it was before rows were written piece by piece: of one write. */
interface HeadOfOneWrite extends Omit<SnapshotHead, 'readingId' | 'rows' | 'writes'> {
  writeId: string;
  segmentRows: number;
  chunks: { part: number; hash: string }[];
}

const schemaOfOneWrite = 4;
const common = { reading: 'object', first: 'object' } as const;

/** The stored head in the form of this version; `undefined` where it is of an unknown version, or damaged. */
export function headFrom(stored: { schema?: unknown } | undefined): SnapshotHead | undefined {
  if (stored?.schema === headSchema) {
    return hasMembers(stored, { ...common, readingId: 'string', rows: 'string', writes: 'object' })
      ? (stored as SnapshotHead)
      : undefined;
  }
  const isOlder = stored?.schema === schemaOfOneWrite;
  return isOlder && hasMembers(stored, { ...common, writeId: 'string', chunks: 'object' })
    ? headOfOneWrite(stored as HeadOfOneWrite)
    : undefined;
}

function headOfOneWrite({ writeId, segmentRows, chunks, ...head }: HeadOfOneWrite): SnapshotHead {
  const names = chunks.map(({ part, hash }): [number, string] => [part, hash]);
  const all = { id: writeId, row: 0, rows: head.rowCount, segmentRows, chunks: names };
  return { ...head, schema: headSchema, rows: '', readingId: writeId, writes: names.length > 0 ? [all] : [] };
}
