import { newId } from '../../../ids';
import type { EntityCheck, EntityStorage, Now, OpenChanges, Storage, Transact } from '../../../ports';
import { type Flight, leaseMs, newFlight, slowPageMs, usedFlight } from './flight';
import { type Changed, heldFlight, type HeldFlight } from './held-flight';
import { leaseFor } from './lease';

export interface UnrecordedServices {
  flights: EntityStorage<Flight>;
  storage: Storage;
  transact: Transact;
  now: Now;
}

/**
 * A flight that nobody shares, in the hands of whoever has just begun it: a reading with a reader's own account. Its record is
 * made once there is something in it for others: a place to go on at, or what is to be left alone for a while. Until then a
 * change stores nothing but the rows, so two tabs of one reader may read side by side. Whether the account is still the one that
 * they are of is looked at behind the reading.
 */
export function unrecordedFlight(id: string, dataSourceId: string, services: UnrecordedServices): HeldFlight {
  const lease = leaseFor(newId(), services.now(), leaseMs);
  let flight = newFlight(id, dataSourceId, lease, newId());
  let recorded: HeldFlight | undefined;
  let isLost = false;
  const record = async (): Promise<HeldFlight | undefined> => {
    const begun = usedFlight({ ...flight, ...lease, by: newId() }, services.now());
    isLost = !(await services.flights.create(id, begun));
    return isLost ? undefined : (recorded = heldFlight(begun, services));
  };
  const write = async (
    patch: Partial<Flight>,
    open: OpenChanges = { set: [], delete: [] },
    checks: readonly EntityCheck[] = [],
  ): Promise<Changed> => {
    const kept = recorded ?? (isForOthers(patch) ? await record() : undefined);
    if (kept) return kept.changeWhile(patch, open, checks);
    if (isLost) return 'lost';
    await storeRows(open, services.storage);
    flight = { ...flight, ...patch };
    return 'stored';
  };
  return {
    get flight() {
      return recorded?.flight ?? flight;
    },
    holder: lease.holder,
    get isLost() {
      return recorded?.isLost ?? isLost;
    },
    change: async (patch, open) => (await write(patch, open)) === 'stored',
    changeWhile: write,
    renew: () => recorded?.renew() ?? Promise.resolve(),
  };
}

/** A refused sign-in is over with the next one, which has a flight of its own. */
function isForOthers({ run, waits = '', rests = [], firstMs = 0 }: Partial<Flight>): boolean {
  const isLeftAlone = rests.some(({ problem }) => problem.code !== 'remote-unauthorized');
  return run !== undefined || waits !== '' || isLeftAlone || firstMs >= slowPageMs;
}

async function storeRows({ set, delete: gone }: OpenChanges, storage: Storage): Promise<void> {
  for (const { key, value, ttlSeconds } of set) await storage.set(key, value, { ttlSeconds });
  for (const key of gone) await storage.delete(key);
}
