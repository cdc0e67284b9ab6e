import { gzipSync } from 'node:zlib';
import type { Frame } from '../src/shared/frame';
import type { SnapshotHead } from '../src/panel/load/snapshot/head';
import { prepareSnapshot, readHead } from '../src/panel/load/snapshot/snapshot-store';
import { snapshotKey } from '../src/keys';
import { atMost, type Entry } from './entry';
import { jsonStorage, type JsonStorage } from './json-storage';
import { frameOf } from './pipeline';
import { userColumns, usersBody } from './users';

export interface Kept {
  frame: Frame;
  head: SnapshotHead;
  storage: JsonStorage;
}

const place = { panelId: 'panel', hash: 'hash', rows: 'rows' };
const now = Date.UTC(2026, 10, 23);

/** The snapshot of that many users, and the storage it lies in. */
export async function keptUsers(rows: number): Promise<Kept> {
  const storage = jsonStorage();
  const frame = frameOf(usersBody(rows));
  const reading = { fetchedAt: now, durationMs: 1, pagesRead: 51, rowsRead: rows, bytesRead: 1 };
  const content = { frame, reading: { ...reading, stopReason: 'complete' as const, warnings: [] }, freshUntil: now };
  const stored = await prepareSnapshot(place, content, undefined, { storage, now: () => now });
  await storage.set(snapshotKey(place.panelId, place.hash), stored?.head);
  return { frame, head: (await keptHead(storage))!, storage };
}

export function keptHead(storage: JsonStorage): Promise<SnapshotHead | undefined> {
  return readHead(place, now, storage);
}

/** `snapshot.bytes`. */
export async function snapshotBytes(): Promise<Entry[]> {
  const { frame, storage } = await keptUsers(50_000);
  const names = userColumns.map(({ selector }) => selector.slice(2));
  const rows = Array.from({ length: frame.rowCount }, (_, row) =>
    Object.fromEntries(names.map((name, column) => [name, frame.values[column]?.[row]])),
  );
  const arrays = Array.from({ length: frame.rowCount }, (_, row) => frame.values.map((values) => values[row]));
  const gzipped = (value: unknown) => gzipSync(JSON.stringify(value), { level: 6 }).length;
  const bytes = storage.length();
  return [
    atMost('snapshot.bytes', bytes / gzipped(rows), '×', 1.5, [
      { name: 'stored', value: bytes / 1024, unit: 'KiB' },
      { name: 'over gzip -6 of rows without names', value: bytes / gzipped(arrays), unit: '×' },
    ]),
  ];
}
