import { isId } from '../../../ids';
import { snapshotAsidePrefix, snapshotPrefix, snapshotWritePrefix, variantsKey } from '../../../keys';
import type { EntityStorage, Storage } from '../../../ports';
import type { Panel } from '../panel';
import { headFrom } from './head';
import { deleteChunks, deleteSnapshots, isPartOver, type SnapshotWrite } from './snapshot-store';

/** A write this young may still be going on, or its head may be in use by a reader. */
const sparedMs = 60 * 60_000;
/** Writes cleared in one run; the rest waits for the next. */
const writesAtOnce = 200;

export interface PruneServices {
  storage: Storage;
  panels: Pick<EntityStorage<Panel>, 'get'>;
  now: () => number;
}

/**
 * Deletes what was kept for panels that are gone, and the chunks that no head names: of writes that broke off, and of
 * heads that were replaced or expired. Follows each record itself, because a list may be behind. Returns how many
 * panels and writes were cleared.
 */
export async function pruneSnapshots(services: PruneServices): Promise<{ panels: number; writes: number }> {
  return { panels: await prunePanels(services), writes: await pruneWrites(services) };
}

async function prunePanels({ storage, panels }: PruneServices): Promise<number> {
  const heads = [...(await storage.keys(snapshotPrefix())), ...(await storage.keys(snapshotAsidePrefix()))];
  const panelIds = new Set(heads.map((key) => key.split(':')[1] ?? '').filter(isId));
  let cleared = 0;
  for (const panelId of panelIds) {
    if (await panels.get(panelId)) continue;
    await deleteSnapshots(panelId, storage);
    await storage.delete(variantsKey(panelId));
    cleared++;
  }
  return cleared;
}

async function pruneWrites({ storage, now }: PruneServices): Promise<number> {
  const writes = await storage.list<StoredWrite>(snapshotWritePrefix);
  const old = writes.filter(({ value }) => now() - value.startedAt > sparedMs);
  let cleared = 0;
  for (const { key, value } of old) {
    const writeId = key.slice(snapshotWritePrefix.length);
    if (await isNamed(writeId, value, storage, now())) continue;
    if (cleared === writesAtOnce) break;
    await deleteChunks(writeId, value.chunkCount, storage);
    cleared++;
  }
  return cleared;
}

/** As it is written, or as it was when a write had one head only. */
type StoredWrite = SnapshotWrite | (Omit<SnapshotWrite, 'headKeys'> & { headKey: string });

async function isNamed(writeId: string, write: StoredWrite, storage: Storage, now: number): Promise<boolean> {
  const keys = 'headKeys' in write ? write.headKeys : [write.headKey];
  for (const key of keys) {
    const head = headFrom(await storage.get(key));
    if (head && !isPartOver(head, now) && head.writes.some(({ id }) => id === writeId)) return true;
  }
  return false;
}
