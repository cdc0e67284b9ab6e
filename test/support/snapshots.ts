import { snapshotKey } from '../../src/keys';
import type { Storage } from '../../src/ports';
import type { SnapshotHead } from '../../src/panel/load/snapshot/head';
import {
  deleteRowsOf,
  prepareSnapshot,
  type SnapshotContent,
  type SnapshotPlace,
} from '../../src/panel/load/snapshot/snapshot-store';

/** Keeps a frame in place of the one before it, as the end of a reading does. True if it is kept. */
export async function writeSnapshot(
  place: SnapshotPlace,
  content: SnapshotContent,
  previous: SnapshotHead | undefined,
  services: { storage: Storage; now: () => number },
): Promise<boolean> {
  const stored = await prepareSnapshot(place, content, previous, services);
  if (!stored) return false;
  const { head, ttlSeconds } = stored;
  await services.storage.set(snapshotKey(place.panelId, place.hash), head, { ttlSeconds });
  const gone = previous?.writes.filter(({ id }) => head.writes.every((each) => each.id !== id)) ?? [];
  await deleteRowsOf({ writes: gone }, services.storage);
  return true;
}
