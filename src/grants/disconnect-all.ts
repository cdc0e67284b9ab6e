import type { DataSource } from '../data-sources/data-source';
import { listDataSources } from '../data-sources/data-source-store';
import { draftPrefix } from '../keys';
import type { EntityStorage, Log, RemainingTime, Storage } from '../ports';
import { disconnect, type DisconnectServices } from './disconnect';
import { draftSchema, type Draft } from './draft';
import { grantId } from './grant';
import { isReadableGrant } from './readable-grant';
import type { Connection } from './token-endpoint';

export interface DisconnectAllServices extends DisconnectServices {
  storage: Storage;
  dataSources: EntityStorage<DataSource>;
  remainingTime: RemainingTime;
  log: Log;
}

/** With less time than this left, no provider is asked any more. */
const oneProviderMs = 10_000;

type Owner = Connection & { id: string };

/**
 * Forgets the tokens of every data source and draft and revokes them where the provider can be told; how many were disconnected
 * and how many were not, for want of time or because something failed.
 */
export async function disconnectAll(services: DisconnectAllServices): Promise<{ disconnected: number; left: number }> {
  const outcome = { disconnected: 0, left: 0 };
  for (const owner of await owners(services)) {
    const grant = await services.grants.get(grantId(owner.id));
    if (!grant || !isReadableGrant(grant) || grant.tok === '') continue;
    const isDone = services.remainingTime() >= oneProviderMs && (await disconnected(owner, services));
    if (isDone) outcome.disconnected += 1;
    else outcome.left += 1;
  }
  return outcome;
}

async function owners({ storage, dataSources }: DisconnectAllServices): Promise<Owner[]> {
  const drafts = await storage.list<Draft>(draftPrefix);
  const readable = drafts.map(({ value }) => value).filter(({ schema }) => schema <= draftSchema);
  return [...(await listDataSources(dataSources)), ...readable];
}

async function disconnected(owner: Owner, services: DisconnectAllServices): Promise<boolean> {
  try {
    await disconnect(owner, services);
    return true;
  } catch (error) {
    services.log('disconnect-failed', { error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
