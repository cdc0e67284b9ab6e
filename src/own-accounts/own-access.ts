import type { DataSource } from '../data-sources/data-source';
import type { Access } from '../grants/access';
import type { Grant } from '../grants/grant';
import { grantAccess } from '../grants/grant-access';
import type { GrantServices } from '../grants/grant-services';
import { withApiSecrets } from '../grants/secret-access';
import type { EntityStorage, Storage } from '../ports';
import { commonTrouble } from './common-trouble';
import { ownGrantOwner } from './own-grant';

export interface OwnAccessServices extends GrantServices {
  /** Of readers who connected accounts of their own. */
  readerGrants: EntityStorage<Grant>;
  storage: Storage;
}

/**
 * Access to a stored data source with the account of one reader, by their grant as it was found. It is refreshed by the
 * same rules as the one that all share, and the data source's own keys and secret headers go along.
 */
export function ownAccess(
  dataSource: DataSource,
  { accountId, grant }: { accountId: string; grant: Grant },
  services: OwnAccessServices,
): Access {
  const owner = ownGrantOwner(dataSource, accountId);
  const common = commonTrouble(dataSource.id, services);
  const access = grantAccess(grant, owner, { ...services, grants: services.readerGrants, common });
  return withApiSecrets(access, dataSource, services);
}
