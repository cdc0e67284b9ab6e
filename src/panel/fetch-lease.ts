import { newId } from '../ids';
import { fetchLeaseKey } from '../keys';
import type { Storage } from '../ports';

/** Longer than any invocation of a reader's call, so that a holder who still works is never overtaken. */
const leaseMs = 30_000;

interface Lease {
  holder: string;
  /** Milliseconds since the epoch. */
  until: number;
}

/**
 * The right to read the remote for one snapshot, as a function that gives it back; `undefined` while somebody else has
 * it. A lease whose holder died is taken over once its time is up; that two take it over at the same moment is possible
 * and costs one request.
 */
export async function takeFetchLease(
  hash: string,
  services: { storage: Storage; now: () => number },
): Promise<(() => Promise<void>) | undefined> {
  const key = fetchLeaseKey(hash);
  const lease: Lease = { holder: newId(), until: services.now() + leaseMs };
  const isMine = (await create(key, lease, services.storage)) || (await takeOver(key, lease, services));
  return isMine ? () => release(key, lease.holder, services.storage) : undefined;
}

function create(key: string, lease: Lease, storage: Storage): Promise<boolean> {
  return storage.create(key, lease, { ttlSeconds: (2 * leaseMs) / 1000 });
}

async function takeOver(
  key: string,
  lease: Lease,
  services: { storage: Storage; now: () => number },
): Promise<boolean> {
  const { storage, now } = services;
  const held = await storage.get<Lease>(key);
  if (held && held.until > now()) return false;
  if (held) await storage.delete(key);
  return create(key, lease, storage);
}

async function release(key: string, holder: string, storage: Storage): Promise<void> {
  const held = await storage.get<Lease>(key);
  if (held?.holder === holder) await storage.delete(key);
}
