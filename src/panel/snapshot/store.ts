import { newId } from '../../ids';
import { snapshotChunkKey, snapshotKey, snapshotPrefix, snapshotWriteKey } from '../../keys';
import type { Frame, Reading } from '../../frame';
import type { Redactor, Storage } from '../../ports';
import { keptMs } from '../freshness';
import { encodeSnapshot } from './encode';
import { headSchema, type SnapshotHead } from './head';

/** Where a snapshot is kept. */
export interface SnapshotPlace {
  panelId: string;
  hash: string;
}

/** Which chunks a write made and which head was to name them. */
export interface SnapshotWrite {
  headKey: string;
  chunkCount: number;
  /** Milliseconds since the epoch. */
  startedAt: number;
}

const headTtlSeconds = keptMs / 1000;
/** Chunks outlive the head that names them. */
const chunkTtlSeconds = headTtlSeconds + 24 * 3600;
const writesAtOnce = 8;

/** The head kept there; `undefined` where there is none of this version's layout or its time is over. */
export async function readHead(place: SnapshotPlace, now: number, storage: Storage): Promise<SnapshotHead | undefined> {
  const head = await storage.get<SnapshotHead>(snapshotKey(place.panelId, place.hash));
  return head?.schema === headSchema && now - head.reading.fetchedAt <= keptMs ? head : undefined;
}

/**
 * Keeps a frame: chunks first, under names used once, then the head that names them, then the old chunks go. Readers see
 * the old rows or the new ones; what a broken-off write leaves is found by its record. True if it is kept.
 */
export async function writeSnapshot(
  place: SnapshotPlace,
  content: { frame: Frame; reading: Reading; freshUntil: number },
  previous: SnapshotHead | undefined,
  services: { storage: Storage; redactor: Redactor; now: () => number },
): Promise<boolean> {
  const { storage, redactor } = services;
  const writeId = newId();
  const encoded = encodeSnapshot(content.frame, content.reading, content.freshUntil, writeId, redactor);
  if (!encoded) return false;
  const headKey = snapshotKey(place.panelId, place.hash);
  if (encoded.chunks.length > 0) {
    const record: SnapshotWrite = { headKey, chunkCount: encoded.chunks.length, startedAt: services.now() };
    await storage.set(snapshotWriteKey(writeId), record, { ttlSeconds: chunkTtlSeconds });
    await inBatches(encoded.chunks, (chunk, index) =>
      storage.set(snapshotChunkKey(writeId, index), chunk, { ttlSeconds: chunkTtlSeconds }),
    );
  }
  await storage.set(headKey, encoded.head, { ttlSeconds: headTtlSeconds });
  if (previous) await deleteChunks(previous.writeId, previous.chunks.length, storage);
  return true;
}

/** Forgets everything kept for the panel. A snapshot written this very moment goes by its own time. */
export async function deleteSnapshots(panelId: string, storage: Storage): Promise<void> {
  for (const { key, value } of await storage.list<SnapshotHead>(snapshotPrefix(panelId))) {
    await storage.delete(key);
    await deleteChunks(value.writeId, value.chunks.length, storage);
  }
}

/** Deletes the chunks of one write, and its record last, so that nothing is left without a trace. */
export async function deleteChunks(writeId: string, count: number, storage: Storage): Promise<void> {
  if (count === 0) return;
  const indexes = Array.from({ length: count }, (_, index) => index);
  await inBatches(indexes, (index) => storage.delete(snapshotChunkKey(writeId, index)));
  await storage.delete(snapshotWriteKey(writeId));
}

async function inBatches<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += writesAtOnce) {
    await Promise.all(items.slice(at, at + writesAtOnce).map((item, offset) => work(item, at + offset)));
  }
}
