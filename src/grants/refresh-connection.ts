import { connectionFingerprint, scopesOf, secretOrigins } from '../data-sources/connection';
import { changedMeanwhile } from './grant-problems';
import type { GrantServices } from './grant-services';
import { refresh } from './refresh';
import type { HeldTokenSet, OwnGrant } from './refresh-request';
import { askForTokens, isOwnGrant, revokeTokens, type Connection } from './token-endpoint';
import { isUsable } from './token-set';

export interface Refreshing {
  grantId: string;
  /** Name of the token set that is no longer good enough; empty where there is none. */
  used: string;
  /** An API answered 401 to it. */
  refused?: boolean;
  /** An admin asks for tokens of the client's own. */
  isAsked?: boolean;
}

/**
 * Usable tokens of the connection's grant, other than `used`. Somebody else's may have ended again while this caller was
 * away, so there is a second try.
 * @throws Problem as `refresh`
 */
export async function refreshConnection(
  wanted: Refreshing,
  connection: Connection,
  services: GrantServices,
): Promise<HeldTokenSet> {
  const held = await refreshOnce(wanted, connection, services);
  if (isUsable(held.tokens, services.now())) return held;
  const again = await refreshOnce({ grantId: wanted.grantId, used: held.name }, connection, services);
  if (isUsable(again.tokens, services.now())) return again;
  throw changedMeanwhile();
}

function refreshOnce(
  { grantId, used, refused = false, isAsked = false }: Refreshing,
  connection: Connection,
  services: GrantServices,
): Promise<HeldTokenSet> {
  const secretKey = connection.credentials?.secretKey ?? '';
  const assumedLifetimeMs = assumedLifetimeOf(connection);
  return refresh(
    { grantId, used, refused, secretKey, assumedLifetimeMs, own: ownGrantOf(connection, isAsked) },
    {
      ...services,
      ask: (old) => askForTokens(connection, old, services),
      revoke: async (tokens) => void (await revokeTokens(connection, tokens, services)),
    },
  );
}

/** How long tokens of the connection are taken to live where the server does not say, in milliseconds. */
export function assumedLifetimeOf({ settings: { authentication } }: Connection): number | undefined {
  const seconds = authentication.type === 'oauth2' ? authentication.assumedLifetime : undefined;
  return seconds === undefined ? undefined : seconds * 1000;
}

function ownGrantOf({ settings }: Connection, isAsked: boolean): OwnGrant | undefined {
  const { authentication } = settings;
  if (authentication.type !== 'oauth2' || !isOwnGrant(settings)) return undefined;
  return {
    fingerprint: connectionFingerprint(settings),
    origins: secretOrigins(settings),
    clientId: authentication.clientId,
    askedScopes: scopesOf(authentication),
    isAsked,
  };
}
