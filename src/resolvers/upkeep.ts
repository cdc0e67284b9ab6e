import type { AdminContext } from '../shared/contract';
import { prune } from '../upkeep/prune';
import { refreshIdleGrants } from '../grants/refresh-idle';
import { eraseClosed } from '../upkeep/erase-accounts';
import { upkeepOfReaders } from '../upkeep/readers/upkeep-of-readers';
import { reportStoredAccounts } from '../upkeep/stored-accounts';
import { lastUpkeepKey } from '../keys';
import { pruneFlights } from '../panel/load/flight/prune-flights';
import { panelSchema } from '../panel/load/panel';
import { pruneSnapshots } from '../panel/load/snapshot/prune-snapshots';
import type { Storage } from '../ports';
import { openServices } from './open-services';
import type { Services } from './services';
import { siteOf } from './site-of';
import { upkeepSentences } from './upkeep-sentences';

/** The hourly job: keeps grants alive, deletes what has expired, reports stored accounts, and notes what it did. */
export async function upkeep(_event: unknown, context: unknown): Promise<void> {
  await runUpkeep(openServices({ site: siteOf(context), accountId: '' }));
}

/** Does each part of the job; one that fails does not keep the rest from being done. */
export async function runUpkeep(services: Services): Promise<void> {
  const failed: string[] = [];
  const part = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      failed.push(what);
      services.log('upkeep-failed', { part: what, error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  };
  const catalog = await part('bring the lists up to date', () => services.catalog.rebuild());
  const idle = await part('refresh unused sign-ins', () => refreshIdleGrants(services));
  const pruned = await part('delete what has expired', () => prune(services));
  const snapshots = await part('clear old snapshots', () => pruneSnapshots(services));
  const flights = await part('clear old requests', () => pruneFlights(services));
  const readers = await part('look after the accounts of readers', () => upkeepOfReaders(services));
  const accounts = await part('report stored account IDs', () => reportStoredAccounts(services));
  const erased = await part('erase closed accounts', () => eraseClosed({ ...services, panelSchema }));
  services.log('upkeep', { catalog, ...idle, ...pruned, ...flights, ...accounts, erased });
  services.log('readers-upkeep', { ...readers });
  services.log('snapshots-pruned', { ...snapshots });
  const sentences = upkeepSentences({ idle, pruned, snapshots, readers, accounts, erased, failed });
  await services.storage.set(lastUpkeepKey, { at: services.now(), sentences } satisfies LastUpkeep);
}

type LastUpkeep = NonNullable<AdminContext['lastUpkeep']>;

/** What the last hourly job did; `undefined` before the first. */
export const lastUpkeep = (storage: Storage) => storage.get<LastUpkeep>(lastUpkeepKey);
