import { readableDataSource } from '../data-sources/data-source-store';
import type { DataSourceSettings } from '../shared/contract';
import { revokeAll, type DisconnectServices, type HeldTokens } from './disconnect';
import { grantId } from './grant';
import type { GrantOwner } from './grant-access';
import { grantOwners, type OwnerStores } from './grant-owners';

export type LetGoServices = DisconnectServices & OwnerStores;

/**
 * Revokes these token sets, which nobody will use any more, unless that could end a grant in use: many
 * servers end all grants that an account gave to a client with one of their tokens. Whether a grant of the same client
 * is in use is looked up in all owners, and of the data source of that id by its key, because lists lag behind.
 */
export async function letGo(
  held: HeldTokens,
  { id, settings, credentials }: GrantOwner,
  dataSourceId: string,
  services: LetGoServices,
): Promise<void> {
  if (held.names.length === 0) return;
  const own = await services.dataSources.get(dataSourceId);
  const kin = own && !own.deleting ? [readableDataSource(own)] : [];
  const others = [...kin, ...(await grantOwners(services))].filter((other) => isOther(other, { id, dataSourceId }));
  for (const other of others.filter((each) => isSameClient(each.settings, settings))) {
    const grant = await services.grants.get(grantId(other.id));
    if (grant?.state === 'ok' && !held.names.includes(grant.tok)) return;
  }
  await revokeAll(held, { settings, credentials }, services);
}

/** A draft is not its own relative; a data source is one of what it was before. */
const isOther = (other: GrantOwner, { id, dataSourceId }: { id: string; dataSourceId: string }) =>
  other.id !== id || id === dataSourceId;

/** Whether both are one client at one server, as the server sees it; one that signs in by itself has no account to lose. */
export function isSameClient(
  { authentication: one }: DataSourceSettings,
  { authentication: other }: DataSourceSettings,
): boolean {
  if (one.type !== 'oauth2' || other.type !== 'oauth2') return false;
  return (
    one.grantType === other.grantType &&
    one.clientId === other.clientId &&
    new URL(one.tokenUrl).origin === new URL(other.tokenUrl).origin
  );
}
