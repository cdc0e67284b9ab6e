import { nextPlaceKey } from '../../../keys';
import type { Now, Secrets } from '../../../ports';
import type { ReadingPlace } from '../../read/reading-place';
import type { Flight } from './flight';

/** Where a run goes on is a credential until shown otherwise: links with tokens in them exist. So it is kept as a secret. */
interface StoredPlace extends ReadingPlace {
  at: number;
}

type PlaceServices = { secrets: Secrets; now: Now };

const livesMs = 10 * 60_000;

/** Keeps the place of the n-th publication by this holder, under a name used once; answers the name. */
export async function keepPlace(
  { flightId, holder, n }: { flightId: string; holder: string; n: number },
  place: ReadingPlace,
  { secrets, now }: PlaceServices,
): Promise<string> {
  const name = nextPlaceKey(flightId, holder, n);
  const stored: StoredPlace = { ...place, at: now() };
  await secrets.set(name, stored, { ttlSeconds: livesMs / 1000 });
  return name;
}

/** The place of that name; `undefined` where it is gone, or its time is over. */
export async function placeNamed(name: string, { secrets, now }: PlaceServices): Promise<ReadingPlace | undefined> {
  const found = await secrets.get<StoredPlace>(name);
  if (!found || now() - found.at >= livesMs) return undefined;
  const { at: _, ...place } = found;
  return place;
}

/** Forgets a place that nobody goes on at any more; one that cannot be deleted goes by its own time. */
export async function forgetPlace(name: string, { secrets }: Pick<PlaceServices, 'secrets'>): Promise<void> {
  await secrets.delete(name).catch(() => undefined);
}

/** Forgets the place that a holder who died may have kept without publishing it. */
export async function forgetUnpublished({ id, holder, waits, run }: Flight, services: PlaceServices): Promise<void> {
  if (run && holder !== '' && waits === '') await forgetPlace(nextPlaceKey(id, holder, run.n + 1), services);
}
