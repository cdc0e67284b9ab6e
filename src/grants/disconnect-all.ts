import { disconnect, type DisconnectServices } from './disconnect';
import { grantId } from './grant';
import type { GrantOwner } from './grant-access';
import { grantOwners, type OwnerStores } from './grant-owners';
import { isReadableGrant } from './readable-grant';

export type DisconnectAllServices = DisconnectServices & OwnerStores;

/** With less time than this left, no provider is called any more. */
const oneProviderMs = 10_000;

/**
 * Forgets the tokens of every data source and draft and revokes them where the provider can be told; how many were disconnected
 * and how many were not, for want of time or because something failed.
 */
export async function disconnectAll(services: DisconnectAllServices): Promise<{ disconnected: number; left: number }> {
  const outcome = { disconnected: 0, left: 0 };
  for (const owner of await grantOwners(services)) {
    const grant = await services.grants.get(grantId(owner.id));
    if (!grant || !isReadableGrant(grant) || grant.tok === '') continue;
    const isDone = services.remainingTime() >= oneProviderMs && (await disconnected(owner, services));
    if (isDone) outcome.disconnected += 1;
    else outcome.left += 1;
  }
  return outcome;
}

async function disconnected(owner: GrantOwner, services: DisconnectAllServices): Promise<boolean> {
  try {
    await disconnect(owner, services);
    return true;
  } catch (error) {
    services.log('disconnect-failed', { error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
