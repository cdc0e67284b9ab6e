import { newId } from '../../../ids';
import {
  isOfOwnRows,
  snapshotAsidePrefix,
  snapshotChunkKey,
  snapshotKey,
  snapshotPrefix,
  snapshotWriteKey,
} from '../../../keys';
import type { Frame, Reading } from '../../../shared/frame';
import type { Storage } from '../../../ports';
import { keptMs } from '../../../shared/freshness';
import type { Validators } from '../../read/validators';
import { bytesOf, type EncodedSnapshot, encodeSnapshot } from './encode';
import { headFrom, type SnapshotChunk, type SnapshotHead } from './head';
import { headAsideKey, headKey, type KeyedPlace, newWriteId } from './place-keys';

/** Where a snapshot is kept; `rows` says what its rows are made by. */
export interface SnapshotPlace extends KeyedPlace {
  rows: string;
  /** Where an earlier version of the app kept these very rows. */
  earlier?: string;
}

/** Which chunks a write made and which heads may name them. */
export interface SnapshotWrite {
  headKeys: string[];
  chunkCount: number;
  /** Milliseconds since the epoch. */
  startedAt: number;
}

/** What is kept, and how long. */
export interface SnapshotContent {
  frame: Frame;
  reading: Reading;
  freshUntil: number;
  validators?: Validators;
  /** Called before so many bytes are written; nothing is written where it says no. */
  mayWrite?: (bytes: number) => Promise<boolean>;
  /** A head that is not renewed lives this long, in milliseconds. */
  keepMs?: number;
}

interface SnapshotServices {
  storage: Storage;
  now: () => number;
}

/** Chunks outlive the head that names them by as much as a head may be renewed after their write. */
const renewableMs = 24 * 3600_000;
const writesAtOnce = 8;
/** A head has this much room for validators. */
const maxValidatorsLength = 160;
/** The head of a part lives so long after it was written. */
export const partLivesMs = 3600_000;

/**
 * The head kept there; `undefined` where there is none that this version can read, whole, or its time is over. One whose
 * rows were made by other settings is never fresh, and marked.
 */
export async function readHead(place: SnapshotPlace, now: number, storage: Storage): Promise<SnapshotHead | undefined> {
  const { panelId, rows, earlier } = place;
  const head = headFrom(await storage.get(headKey(place))) ?? (await earlierHead(panelId, earlier, storage));
  if (!head || isPartOver(head, now) || now - head.reading.fetchedAt > keptMs) return undefined;
  return head.rows === rows || head.rows === '' ? { ...head, rows } : asFormer(head);
}

/** The head of rows that are kept aside there, by the settings as they are. */
export async function readHeadAside(
  place: SnapshotPlace,
  now: number,
  storage: Storage,
): Promise<SnapshotHead | undefined> {
  const head = headFrom(await storage.get(headAsideKey(place)));
  return head && head.rows === place.rows && !isPartOver(head, now) ? head : undefined;
}

/** Whether nobody is shown these rows any more, or goes on behind them, though the storage may still have their head. */
export function isPartOver({ part }: Pick<SnapshotHead, 'part'>, now: number): boolean {
  return part !== undefined && now > part.until + partLivesMs;
}

/** A head to be stored, and how long it lives. */
export interface HeadToStore {
  head: SnapshotHead;
  ttlSeconds: number;
}

async function earlierHead(panelId: string, hash: string | undefined, storage: Storage) {
  return hash === undefined ? undefined : headFrom(await storage.get(snapshotKey(panelId, hash)));
}

/** Nothing in it says that they are still what the source has. */
const asFormer = (head: SnapshotHead): SnapshotHead => ({
  ...head,
  isFormer: true,
  freshUntil: 0,
  validators: undefined,
});

/**
 * Makes the head of a frame, and stores the chunks that it names, under names used once; they are nothing until the head
 * is stored. Where the kept head has the same rows, it is that one, renewed. `undefined` if the rows are too large, or may
 * not be written.
 */
export async function prepareSnapshot(
  place: SnapshotPlace,
  content: SnapshotContent,
  previous: SnapshotHead | undefined,
  services: SnapshotServices,
): Promise<HeadToStore | undefined> {
  const { now } = services;
  const { keepMs = keptMs } = content;
  const writeId = newWriteId(place);
  const encoded = encodeSnapshot(content, { writeId, readingId: newId(), rows: place.rows });
  if (!encoded) return undefined;
  if (previous && mayRenew(previous, now()) && isSame(encoded, previous)) return renewedHead(place, previous, content);
  if (content.mayWrite && !(await content.mayWrite(bytesOf(encoded.chunks)))) return undefined;
  const headKeys = [headKey(place)];
  await storeChunks(encoded.chunks, { id: writeId, headKeys, keepMs }, services);
  const head: SnapshotHead = { ...encoded.head, validators: short(content.validators), writtenAt: now() };
  return { head, ttlSeconds: headTtlSeconds(keepMs) };
}

/** How long a head lives that is not renewed, for the storage. */
export const headTtlSeconds = (keepMs: number): number => Math.ceil(keepMs / 1000);

/**
 * Stores the chunks of one write, after a record of it by which those are found that no head comes to name. Those of readers'
 * own accounts are found by their keys, and go by their own time.
 */
export async function storeChunks(
  chunks: readonly SnapshotChunk[],
  { id, headKeys, keepMs }: { id: string; headKeys: string[]; keepMs: number },
  { storage, now }: SnapshotServices,
): Promise<void> {
  if (chunks.length === 0) return;
  const record: SnapshotWrite = { headKeys, chunkCount: chunks.length, startedAt: now() };
  const isOwn = isOfOwnRows(id);
  const ttlSeconds = Math.ceil((isOwn ? keepMs : keepMs + renewableMs) / 1000);
  if (!isOwn) await storage.set(snapshotWriteKey(id), record, { ttlSeconds });
  await inBatches(chunks, (chunk, index) => storage.set(snapshotChunkKey(id, index), chunk, { ttlSeconds }));
}

/** Whether the head may be renewed without its chunks, which then live as long as it does. */
export function mayRenew({ writtenAt = 0, writes }: SnapshotHead, now: number): boolean {
  return now - writtenAt < renewableMs && !writes.some(({ id }) => isOfOwnRows(id));
}

/** The kept rows as those of a newer reading that brought the same: no chunk is touched. */
export function renewedHead(
  place: SnapshotPlace,
  head: SnapshotHead,
  { reading, freshUntil, validators = head.validators, keepMs = keptMs }: Omit<SnapshotContent, 'frame'>,
): HeadToStore {
  const { warnings } = head.reading;
  const renewed: SnapshotHead = {
    ...head,
    rows: place.rows,
    isFormer: undefined,
    reading: { ...reading, warnings },
    freshUntil,
    validators: short(validators),
  };
  return { head: renewed, ttlSeconds: headTtlSeconds(keepMs) };
}

/** Equal values are packed alike, so the same rows, written at once, have the same parts. */
function isSame({ head }: EncodedSnapshot, previous: SnapshotHead): boolean {
  const rowsOf = ({ rowCount, columns, first, writes, reading: { warnings } }: SnapshotHead) =>
    JSON.stringify([rowCount, columns, first, writes.map(({ id: _, ...rows }) => rows), warnings]);
  return rowsOf(head) === rowsOf(previous);
}

function short(validators: Validators | undefined): Validators | undefined {
  return JSON.stringify(validators ?? {}).length <= maxValidatorsLength ? validators : undefined;
}

/** Forgets everything kept for the panel. A snapshot written this very moment goes by its own time. */
export async function deleteSnapshots(panelId: string, storage: Storage): Promise<void> {
  for (const prefix of [snapshotPrefix(panelId), snapshotAsidePrefix(panelId)]) {
    for (const { key, value } of await storage.list<{ schema?: unknown }>(prefix)) {
      await storage.delete(key);
      const head = headFrom(value);
      if (head) await deleteRowsOf(head, storage);
    }
  }
}

/** Deletes the chunks that a head named which is named by nothing any more. */
export async function deleteRowsOf({ writes }: Pick<SnapshotHead, 'writes'>, storage: Storage): Promise<void> {
  for (const { id, chunks } of writes) await deleteChunks(id, chunks.length, storage);
}

/** Deletes the chunks of one write, and its record last, so that nothing is left without a trace. */
export async function deleteChunks(writeId: string, count: number, storage: Storage): Promise<void> {
  if (count === 0) return;
  const indexes = Array.from({ length: count }, (_, index) => index);
  await inBatches(indexes, (index) => storage.delete(snapshotChunkKey(writeId, index)));
  if (!isOfOwnRows(writeId)) await storage.delete(snapshotWriteKey(writeId));
}

async function inBatches<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += writesAtOnce) {
    await Promise.all(items.slice(at, at + writesAtOnce).map((item, offset) => work(item, at + offset)));
  }
}
