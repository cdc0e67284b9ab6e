import { snapshotKey, variantsKey } from '../../../keys';
import { ownVariantsCount, variantsCount } from '../../../shared/limits';
import type { PanelServices } from '../panel-services';
import { headFrom } from '../snapshot/head';
import { canonicalJson } from '../snapshot/snapshot-hash';
import { deleteRowsOf } from '../snapshot/snapshot-store';
import { boundForAll, type FlightTarget } from './targets';

/** The snapshots of one panel that were written for what readers gave or are. */
interface Variants {
  /** The data source and the sign-in they belong to; those of others go by their own time. */
  of: string;
  /** When each was written first, in milliseconds since the epoch, by the hash of its place. */
  written: Record<string, number>;
}

type RoomServices = Pick<PanelServices, 'storage' | 'now'>;

/**
 * Whether a snapshot may be kept that was not there before. What everybody gets who sets nothing always may; of what
 * readers set, so many a panel as `variantsCount`, for writes cost twenty times what reads do and readers can type much.
 * Where there are more, the oldest gives way once it is an hour old, and at once to rows that a reader's call is too
 * short to read. Two writes at one moment may count as one.
 */
export async function makeRoom(target: FlightTarget, inBackground: boolean, services: RoomServices): Promise<boolean> {
  const { panel, bound, place, ages } = target;
  if (place.own !== undefined && ages.keepMs === 0) return false; // as the admin wants it
  const now = services.now();
  const usual = boundForAll(panel, bound.dataSource, now);
  if (usual && canonicalJson(usual.inputs) === canonicalJson(bound.inputs)) return true;
  if (place.own !== undefined) return makeOwnRoom(target, place.own, services);
  const written = await writtenVariants(target, services);
  if (!written.has(place.hash) && written.size >= variantsCount) {
    const [oldest, at] = oldestOf(written);
    if (!inBackground && now - at < longEnoughMs) return false;
    await forget(snapshotKey(panel.id, oldest), services);
    written.delete(oldest);
  }
  const record: Variants = { of: ownerOf(target), written: Object.fromEntries(written.set(place.hash, now)) };
  await services.storage.set(variantsKey(panel.id), record, {
    ttlSeconds: Math.max(60, Math.ceil(ages.keepMs / 1000)),
  });
  return true;
}

const longEnoughMs = 60 * 60_000;

const ownerOf = ({ bound: { dataSource }, place }: FlightTarget) => `${dataSource.id}:${place.signIn}`;

async function writtenVariants(target: FlightTarget, { storage, now }: RoomServices): Promise<Map<string, number>> {
  const found = await storage.get<Variants>(variantsKey(target.panel.id));
  if (found?.of !== ownerOf(target)) return new Map();
  const isKept = (at: number) => now() - at < target.ages.keepMs;
  return new Map(Object.entries(found.written).filter(([, at]) => isKept(at)));
}

function oldestOf(written: ReadonlyMap<string, number>): [hash: string, at: number] {
  return [...written].reduce((oldest, each) => (each[1] < oldest[1] ? each : oldest));
}

/** Of one reader's own account so few are kept that their keys tell which; where there are more, one of them gives way. */
async function makeOwnRoom({ place }: FlightTarget, own: string, services: RoomServices): Promise<boolean> {
  const names = (await services.storage.keys(own)).map((key) => key.slice(own.length));
  const kept = names.filter((name) => isHash(name) && name !== place.hash);
  for (const hash of kept.slice(ownVariantsCount - 1)) await forget(`${own}${hash}`, services);
  return true;
}

/** The names of chunks, and of what is kept aside, have more in them. */
const isHash = (name: string) => /^[0-9a-f]{64}$/.test(name);

async function forget(key: string, { storage }: RoomServices): Promise<void> {
  const head = headFrom(await storage.get(key));
  await storage.delete(key);
  if (head) await deleteRowsOf(head, storage);
}
