import type { DataSource } from '../data-sources/data-source';
import type { Access } from './access';
import { grantId } from './grant';
import { grantAccess, type GrantOwner } from './grant-access';
import type { GrantServices } from './grant-services';
import { openAccess, withApiSecrets } from './secret-access';

/** Access to a stored data source. No token is fetched yet; a missing grant or secret is told by `headers()`. */
export async function authorize(dataSource: DataSource, services: GrantServices): Promise<Access> {
  return withApiSecrets(await baseAccess(dataSource, services), dataSource, services);
}

async function baseAccess(owner: GrantOwner, services: GrantServices): Promise<Access> {
  if (owner.settings.authentication.type !== 'oauth2') return openAccess;
  return grantAccess(await services.grants.get(grantId(owner.id)), owner, services);
}
