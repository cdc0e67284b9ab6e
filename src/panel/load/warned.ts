import type { DataAge } from '../../shared/contract';
import type { DataSource } from '../../data-sources/data-source';
import type { Access } from '../../grants/access';
import { sharedIdentity } from '../../grants/grant';
import { longFailingMs } from '../../shared/limits';
import { endsSoon } from '../../shared/secret-expiry';

/**
 * Whether pages with the data source's rows will show no new ones before long unless an admin acts, as far as is known without
 * a look at storage: somebody must sign in again, or the secret ends within a week.
 */
export function isEnding(
  { settings: { authentication } }: DataSource,
  { identity, isReconnectNeeded = false }: Pick<Access, 'identity' | 'isReconnectNeeded'>,
  now: number,
): boolean {
  const isForAdmin = isReconnectNeeded && identity === sharedIdentity; // an own account is its reader's affair
  return isForAdmin || (authentication.type === 'oauth2' && endsSoon(authentication.secretExpiresOn, now));
}

/** Whether rows stand in for newer ones that could not be read, and have for a day. */
export const areLongStale = ({ fetchedAt, staleReason }: DataAge, now: number): boolean =>
  staleReason !== undefined && now - fetchedAt >= longFailingMs;
