import type { CellValue, Frame, Reading } from '../../../shared/frame';
import { pack, packLines, shortHash } from './codec';
import { headSchema, maxHeadBytes, type SnapshotChunk, type SnapshotHead, type WrittenRows } from './head';

/** A snapshot ready to be written. */
export interface EncodedSnapshot {
  head: SnapshotHead;
  chunks: SnapshotChunk[];
}

/** Rows ready to be written, and how a head names them. */
export interface EncodedRows {
  rows: WrittenRows;
  chunks: SnapshotChunk[];
}

/** Rows of a segment; fewer where long texts would make a part too large to store. */
const usualSegmentRows = 1024;
/** The platform stores values up to 240 KiB; some room is left for JSON around the parts. */
const maxChunkLength = 230 * 1024;
const usualChunkLength = 64 * 1024;
const usualChunkCount = 64;
/** Of rows that are added to others, so that the head of many writes still has room for their names. */
const addedChunkCount = 16;
/** A larger snapshot would take a good part of the writes a site has in a minute. */
const maxSnapshotLength = 12 * 1024 * 1024;
/** Of the packed columns in a head; longer ones would leave no room for first rows. */
const maxColumnsLength = 2500;
/** Of the rows that a head may hold without any chunk, and of the first ones in any. */
export const maxFirstRows = 500;
const firstCounts = [maxFirstRows, 200, 100, 50, 25, 10, 5, 1, 0];

/** The frame as head and chunks; `undefined` where it is too large to be kept. */
export function encodeSnapshot(
  { frame, reading, freshUntil }: { frame: Frame; reading: Reading; freshUntil: number },
  { writeId, readingId = writeId, rows }: { writeId: string; readingId?: string; rows: string },
): EncodedSnapshot | undefined {
  const { values } = frame;
  const facts = { readingId, rows, reading, freshUntil, rowCount: frame.rowCount };
  const packedColumns = pack(frame.columns);
  const small = headWithoutChunks({ ...facts, packedColumns, values });
  if (small) return { head: small, chunks: [] };
  const written = encodeRows(values, { id: writeId, row: 0, bytesBefore: 0, packedColumns });
  if (!written) return undefined;
  const head = headOf({ ...facts, packedColumns, first: values, writes: [written.rows] });
  return { head, chunks: written.chunks };
}

/** What a head says beside where the rows lie. */
export interface HeadFacts extends Pick<
  SnapshotHead,
  'readingId' | 'rows' | 'reading' | 'freshUntil' | 'rowCount' | 'part'
> {
  packedColumns: string;
}

/**
 * The head of few rows, which holds all of them, so that one write stores it and one read serves everything;
 * `undefined` where they are too many or too long.
 */
export function headWithoutChunks({
  packedColumns,
  values,
  ...facts
}: HeadFacts & { values: readonly CellValue[][] }): SnapshotHead | undefined {
  if (facts.rowCount > maxFirstRows || packedColumns.length > maxColumnsLength) return undefined;
  const columnCount = values.length;
  const head = { schema: headSchema, ...shortened(facts), columnCount, columns: packedColumns, writes: [] };
  const packed = packFirst(values, facts.rowCount);
  const fits = sizeOf(head) + packed.length + 40 <= maxHeadBytes;
  return fits ? { ...head, first: { count: facts.rowCount, packed } } : undefined;
}

/** The head of rows that lie in these writes, with as many of the `first` ones as it has room for. */
export function headOf({
  packedColumns,
  first,
  writes,
  ...facts
}: HeadFacts & { first: readonly CellValue[][]; writes: WrittenRows[] }): SnapshotHead {
  const columns = columnsInHead(packedColumns);
  const head = { schema: headSchema, ...shortened(facts), columnCount: first.length, columns, writes };
  return { ...head, first: firstRows(first, sizeOf(head)) };
}

const columnsInHead = (packed: string) => (packed.length <= maxColumnsLength ? packed : undefined);

/** What comes before the rows that are to be written. */
export interface RowsBefore {
  /** Of the write. */
  id: string;
  /** The number of its first row. */
  row: number;
  /** Of all chunks so far. */
  bytesBefore: number;
  /** Of the frame; they are written with its first rows where they are too long for a head. */
  packedColumns: string;
}

/** The rows as chunks; `undefined` where the snapshot would be too large to be kept with them. */
export function encodeRows(
  values: readonly CellValue[][],
  { id, row, bytesBefore, packedColumns }: RowsBefore,
): EncodedRows | undefined {
  const rows = values[0]?.length ?? 0;
  const { segmentRows, parts } = partsOfRows(values, rows, usualSegmentRows);
  if (row === 0 && columnsInHead(packedColumns) === undefined) parts.push(packedColumns);
  const groups = chunksOf(parts, bytesBefore);
  if (!groups) return undefined;
  const chunks = groups.map((group, index) => ({ writeId: id, index, parts: group, hashes: group.map(shortHash) }));
  return { rows: { id, row, rows, segmentRows, chunks: chunkNames(chunks) }, chunks };
}

/** Characters of the packed parts in the chunks. */
export function bytesOf(chunks: readonly SnapshotChunk[]): number {
  return chunks.reduce((sum, { parts }) => parts.reduce((bytes, part) => bytes + part.length, sum), 0);
}

const sizeOf = (head: object) => Buffer.byteLength(JSON.stringify(head));

/** As many first rows as the head still has room for. */
function firstRows(values: readonly CellValue[][], headSize: number): SnapshotHead['first'] {
  const room = maxHeadBytes - headSize - 40;
  const most = values[0]?.length ?? 0;
  for (const count of firstCounts.map((wanted) => Math.min(wanted, most))) {
    const packed = packFirst(values, count);
    if (packed.length <= room) return { count, packed };
  }
  return { count: 0, packed: packFirst(values, 0) };
}

function packFirst(values: readonly CellValue[][], count: number): string {
  return pack(values.map((column) => column.slice(0, count)));
}

function partsOfRows(
  values: readonly CellValue[][],
  rows: number,
  segmentRows: number,
): { segmentRows: number; parts: string[] } {
  const parts: string[] = [];
  for (let row = 0; row < rows; row += segmentRows) {
    for (const column of values) {
      const part = packLines(column.slice(row, row + segmentRows));
      if (part.length > maxChunkLength && segmentRows > 1) return partsOfRows(values, rows, segmentRows / 2);
      parts.push(part);
    }
  }
  return { segmentRows, parts };
}

function chunksOf(parts: readonly string[], bytesBefore: number): string[][] | undefined {
  const own = parts.reduce((length, part) => length + part.length, 0);
  const total = bytesBefore + own;
  if (total > maxSnapshotLength || parts.some((part) => part.length > maxChunkLength)) return undefined;
  const count = bytesBefore > 0 ? addedChunkCount : usualChunkCount;
  const wanted = Math.min(Math.max(usualChunkLength, total / count), maxChunkLength);
  const chunks: string[][] = [];
  let length = Infinity;
  for (const part of parts) {
    if (length + part.length > wanted) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(part);
    length += part.length + 3;
  }
  return chunks;
}

function chunkNames(chunks: readonly SnapshotChunk[]): WrittenRows['chunks'] {
  let part = 0;
  return chunks.map(({ parts, hashes }) => {
    const name: [number, string] = [part, shortHash(hashes.join())];
    part += parts.length;
    return name;
  });
}

/** Warnings are sentences; a head has room for some. */
function shortened<T extends { reading: Reading }>(facts: T): T {
  const warnings = facts.reading.warnings.slice(0, 10).map((warning) => warning.slice(0, 300));
  return { ...facts, reading: { ...facts.reading, warnings } };
}
