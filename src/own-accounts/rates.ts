import { rateKey } from '../keys';
import type { Now, Storage } from '../ports';
import { Problem } from '../shared/problem';

/** How often somebody may do something in a window of time. */
export interface Rate {
  /** Names what it is, in the record's key. */
  what: string;
  most: number;
  windowMs: number;
  /** What is told where it is used up. */
  sentence: string;
}

/**
 * Counts one more of it by `who`, in a record that outlives the window by nothing. Two at the same moment may count as one:
 * it keeps floods small, and nothing else relies on it.
 * @throws Problem `busy` with the time to wait
 */
export async function countOne(
  { what, most, windowMs, sentence }: Rate,
  who: string,
  { storage, now }: { storage: Storage; now: Now },
): Promise<void> {
  const key = rateKey(what, who);
  const found = await storage.get<unknown>(key);
  const times = Array.isArray(found) ? found.filter((at): at is number => typeof at === 'number') : [];
  const recent = times.filter((at) => at > now() - windowMs);
  const [oldest = now()] = recent;
  if (recent.length >= most) throw new Problem('busy', sentence, { retryAfterMs: oldest + windowMs - now() });
  await storage.set(key, [...recent, now()], { ttlSeconds: Math.ceil(windowMs / 1000) });
}
