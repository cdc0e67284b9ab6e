import type { Badge } from '../shared/contract';
import { addressed } from '../shared/problem';
import { secretErrors } from '../data-sources/choose-secrets';
import { connectionFingerprint } from '../data-sources/connection';
import { neededSecrets } from '../data-sources/needed-secrets';
import type { Grant, GrantFacts } from './grant';
import { withoutRefreshToken, settingsChanged } from './grant-problems';
import { isReadableGrant, unreadableGrant } from './readable-grant';
import { isOwnGrant, type Connection } from './token-endpoint';
import { isOfClient } from './trouble';

/**
 * What an admin sees of an authentication: computed from the stored grant or secrets, the settings and the clock, never
 * from a claim.
 */
export function badgeOf(grant: Grant | undefined, connection: Connection, now: number): Badge {
  const { reason, ...badge } = foundBadge(grant, connection, now);
  return reason === undefined ? badge : { ...badge, reason: addressed(reason) };
}

function foundBadge(grant: Grant | undefined, connection: Connection, now: number): Badge {
  if (connection.settings.authentication.type !== 'oauth2') return secretsBadge(connection);
  if (!grant || grant.state === 'none' || grant.state === 'moved') {
    return { state: 'not-authenticated', reason: grant?.trouble?.reason ?? grant?.reason };
  }
  if (!isReadableGrant(grant)) return { state: 'reconnect-needed', reason: unreadableGrant(grant).message };
  const reason = reconnectReason(grant, connection, now);
  const told = reason === undefined ? passingTrouble(grant, connection) : reason;
  const state = reason === undefined ? 'authenticated' : 'reconnect-needed';
  return { state, reason: told, ...factsShown(grant.facts, isOwnGrant(connection.settings)) };
}

/** What came of the last attempt to renew the access, where a sign-in would not help. */
function passingTrouble({ trouble }: Grant, { credentials }: Connection): string | undefined {
  const isOfNow = trouble !== undefined && trouble.secretKey === (credentials?.secretKey ?? '');
  return isOfNow ? `The access token could not be refreshed. ${trouble.reason}` : undefined;
}

/** Without a sign-in there is nothing to obtain: what is needed is stored, or it is not. */
function secretsBadge({ settings, credentials }: Connection): Badge {
  if (neededSecrets(settings).length === 0) return { state: 'not-needed' };
  const [missing] = secretErrors({ settings, secrets: {} }, [credentials]);
  return missing ? { state: 'not-authenticated', reason: missing.message } : { state: 'authenticated' };
}

function reconnectReason(grant: Grant, { settings, credentials }: Connection, now: number): string | undefined {
  const isOwn = isOwnGrant(settings);
  const isForeign = grant.fingerprint !== connectionFingerprint(settings);
  if (isForeign && !isOwn) return settingsChanged;
  if (grant.state === 'reconnect' && !isOwn) return grant.reason ?? settingsChanged;
  const { trouble } = grant;
  const isRefused = trouble && isOfClient(trouble) && trouble.secretKey === (credentials?.secretKey ?? '');
  if (isRefused) return trouble.reason;
  if (isForeign || grant.state === 'reconnect') return tokenOnDemand;
  const { facts } = grant;
  const isRenewable = isOwn || facts?.hasRefreshToken;
  const isOver = facts && !isRenewable && facts.expiresAt !== undefined && now >= facts.expiresAt;
  return isOver ? withoutRefreshToken : undefined;
}

const tokenOnDemand = 'The settings were changed. A new access token is fetched with the next request.';

/** A client that obtains its own tokens needs no refresh token, so none is missed. */
function factsShown(facts: GrantFacts | undefined, isOwn: boolean): Partial<Badge> {
  if (!facts) return {};
  const { accountId, authenticatedAt, scopes, hasRefreshToken, lastRefreshAt } = facts;
  const authenticatedBy = accountId === undefined ? undefined : { accountId };
  return { authenticatedBy, authenticatedAt, scopes, ...(isOwn ? {} : { hasRefreshToken }), lastRefreshAt };
}
