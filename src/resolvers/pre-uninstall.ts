import { disconnectAll } from '../grants/disconnect-all';
import { revokeReaders } from '../upkeep/readers/revoke-when-leaving';
import { openServices } from './open-services';
import { siteOf } from './site-of';

/** Before the app leaves a site: revokes what it can, because the tokens outlive the installation. */
export async function preUninstall(_event: unknown, context: unknown): Promise<void> {
  const services = openServices({ site: siteOf(context), accountId: '' });
  services.log('pre-uninstall', { ...(await disconnectAll(services)) });
  services.log('readers-revoked', { ...(await revokeReaders(services)) });
}
