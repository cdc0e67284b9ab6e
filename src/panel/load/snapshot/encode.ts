import type { Frame, Reading } from '../../../shared/frame';
import type { Redactor } from '../../../ports';
import { pack, packLines, shortHash } from './codec';
import { headSchema, maxHeadBytes, type SnapshotChunk, type SnapshotHead } from './head';
import { maskValues } from './mask-values';

/** A snapshot ready to be written. */
export interface EncodedSnapshot {
  head: SnapshotHead;
  chunks: SnapshotChunk[];
}

/** Rows of a segment; fewer where long texts would make a part too large to store. */
const usualSegmentRows = 1024;
/** The platform stores values up to 240 KiB; some room is left for JSON around the parts. */
const maxChunkLength = 230 * 1024;
const usualChunkLength = 64 * 1024;
const usualChunkCount = 64;
/** A larger snapshot would take a good part of the writes a site has in a minute. */
const maxSnapshotLength = 12 * 1024 * 1024;
/** Of the packed columns in a head; longer ones would leave no room for first rows. */
const maxColumnsLength = 2500;
const maxRowsWithoutChunks = 500;
const firstCounts = [500, 200, 100, 50, 25, 10, 5, 1, 0];

/** The frame as head and chunks, secrets masked; `undefined` where it is too large to be kept. */
export function encodeSnapshot(
  frame: Frame,
  reading: Reading,
  freshUntil: number,
  writeId: string,
  redactor: Redactor,
): EncodedSnapshot | undefined {
  const values = frame.values.map((column) => maskValues(column, redactor));
  const masked: Frame = { ...frame, values: values.map((column) => [...column]) };
  const start = { schema: headSchema, writeId, reading: shortened(reading), freshUntil };
  const size = { rowCount: frame.rowCount, columnCount: frame.columns.length };
  const packed = pack(frame.columns);
  const columns = packed.length <= maxColumnsLength ? packed : undefined;
  const whole = columns === undefined ? undefined : withoutChunks(masked, { ...start, ...size, columns });
  if (whole) return { head: whole, chunks: [] };
  const { segmentRows, parts } = partsOf(masked, usualSegmentRows);
  const groups = chunksOf(columns === undefined ? [...parts, packed] : parts);
  if (!groups) return undefined;
  const chunks = groups.map((group, index) => ({ writeId, index, parts: group, hashes: group.map(shortHash) }));
  const head = { ...start, ...size, columns, segmentRows, chunks: chunkNames(chunks) };
  return { head: { ...head, first: firstRows(masked, sizeOf(head)) }, chunks };
}

type HeadStart = Omit<SnapshotHead, 'segmentRows' | 'chunks' | 'first'>;

/** A small frame needs no chunk: one write stores it, and one read answers everything. */
function withoutChunks(frame: Frame, start: HeadStart): SnapshotHead | undefined {
  if (frame.rowCount > maxRowsWithoutChunks) return undefined;
  const head = { ...start, segmentRows: usualSegmentRows, chunks: [] };
  const packed = packFirst(frame, frame.rowCount);
  const fits = sizeOf(head) + packed.length + 40 <= maxHeadBytes;
  return fits ? { ...head, first: { count: frame.rowCount, packed } } : undefined;
}

const sizeOf = (head: object) => Buffer.byteLength(JSON.stringify(head));

/** As many first rows as the head still has room for. */
function firstRows(frame: Frame, headSize: number): SnapshotHead['first'] {
  const room = maxHeadBytes - headSize - 40;
  for (const count of firstCounts.map((wanted) => Math.min(wanted, frame.rowCount))) {
    const packed = packFirst(frame, count);
    if (packed.length <= room) return { count, packed };
  }
  return { count: 0, packed: packFirst(frame, 0) };
}

function packFirst(frame: Frame, count: number): string {
  return pack(frame.values.map((column) => column.slice(0, count)));
}

function partsOf(frame: Frame, segmentRows: number): { segmentRows: number; parts: string[] } {
  const parts: string[] = [];
  for (let row = 0; row < frame.rowCount; row += segmentRows) {
    for (const column of frame.values) {
      const part = packLines(column.slice(row, row + segmentRows));
      if (part.length > maxChunkLength && segmentRows > 1) return partsOf(frame, segmentRows / 2);
      parts.push(part);
    }
  }
  return { segmentRows, parts };
}

function chunksOf(parts: readonly string[]): string[][] | undefined {
  const total = parts.reduce((length, part) => length + part.length, 0);
  if (total > maxSnapshotLength || parts.some((part) => part.length > maxChunkLength)) return undefined;
  const wanted = Math.min(Math.max(usualChunkLength, total / usualChunkCount), maxChunkLength);
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

function chunkNames(chunks: readonly SnapshotChunk[]): SnapshotHead['chunks'] {
  let part = 0;
  return chunks.map(({ parts, hashes }) => {
    const name = { part, hash: shortHash(hashes.join()) };
    part += parts.length;
    return name;
  });
}

/** Warnings are sentences; a head has room for some. */
function shortened(reading: Reading): Reading {
  return { ...reading, warnings: reading.warnings.slice(0, 10).map((warning) => warning.slice(0, 300)) };
}
