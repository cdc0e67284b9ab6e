import type { ReadProgress } from '../../../shared/contract';
import { readProgressKey } from '../../../keys';
import type { Now, Storage } from '../../../ports';

/** Writes cost twenty times what reads do, and nobody looks more often. */
const pauseMs = 2000;
const ttlSeconds = 900;

interface StoredProgress extends ReadProgress {
  /** Of the read; a record of another one says nothing. */
  holder: string;
}

/** Notes how far a read is, at most every 2 s; what cannot be noted is left out. */
export function progressNotes(
  { id, holder }: { id: string; holder: string },
  { storage, now }: { storage: Storage; now: Now },
): (progress: ReadProgress) => Promise<void> {
  let notedAt = -Infinity;
  return async (progress) => {
    if (now() - notedAt < pauseMs) return;
    notedAt = now();
    const record: StoredProgress = { ...progress, holder };
    await storage.set(readProgressKey(id), record, { ttlSeconds }).catch(() => undefined);
  };
}

/** How far the holder's read is; `undefined` where nothing was noted yet. */
export async function readProgress(
  { id, holder }: { id: string; holder: string },
  storage: Storage,
): Promise<ReadProgress | undefined> {
  const found = await storage.get<StoredProgress>(readProgressKey(id));
  if (found?.holder !== holder) return undefined;
  const { pagesRead, rowsRead } = found;
  return { pagesRead, rowsRead };
}

/** Forgets the notes of a read that has ended. */
export function forgetProgress(id: string, storage: Storage): Promise<void> {
  return storage.delete(readProgressKey(id)).catch(() => undefined);
}
