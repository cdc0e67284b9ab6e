import type { Badge } from '../contract';
import { connectionFingerprint } from '../data-sources/connection';
import type { Connection } from './token-endpoint';
import type { Grant, GrantFacts } from './grant';
import { noRefreshToken, settingsChanged } from './grant-problems';

/** What an admin sees of a grant: computed from the stored grant, the settings and the clock, never from a claim. */
export function badgeOf(grant: Grant | undefined, connection: Connection, now: number): Badge {
  if (connection.settings.authentication.type === 'none') return { state: 'not-needed' };
  if (!grant || grant.state === 'none' || grant.state === 'moved') {
    return { state: 'not-authenticated', reason: grant?.reason };
  }
  const reason = reconnectReason(grant, connection, now);
  return { state: reason === undefined ? 'authenticated' : 'reconnect-needed', reason, ...factsShown(grant.facts) };
}

function reconnectReason(grant: Grant, { settings, credentials }: Connection, now: number): string | undefined {
  if (grant.fingerprint !== connectionFingerprint(settings)) return settingsChanged;
  if (grant.state === 'reconnect') return grant.reason ?? settingsChanged;
  if (grant.trouble && grant.trouble.secretKey === credentials?.secretKey) return grant.trouble.reason;
  const { facts } = grant;
  const isOver = facts && !facts.hasRefreshToken && facts.expiresAt !== undefined && now >= facts.expiresAt;
  return isOver ? noRefreshToken : undefined;
}

function factsShown(facts: GrantFacts | undefined): Partial<Badge> {
  if (!facts) return {};
  const { accountId, authenticatedAt, scopes, hasRefreshToken, lastRefreshAt } = facts;
  return { authenticatedBy: { accountId }, authenticatedAt, scopes, hasRefreshToken, lastRefreshAt };
}
