import { scopesOf, secretOrigins } from '../data-sources/connection';
import { receiversOf } from '../data-sources/receivers';
import type { TokenResponse } from '../oauth/token-response';
import { hostProblem } from '../shared/host-problem';
import { changedMeanwhile } from './grant-problems';
import type { GrantServices } from './grant-services';
import { refresh } from './refresh';
import type { TokenSet } from './grant';
import { NothingSent, type HeldTokenSet, type OwnGrant, type RefreshPorts } from './refresh-request';
import { revokeTokens } from './revoke-tokens';
import { fingerprintOf, requestOwnTokens, isOwnGrant, type Connection } from './token-endpoint';
import { isUsable } from './token-set';

export interface Refreshing {
  grantId: string;
  /** Name of the token set that is no longer good enough; empty where there is none. */
  used: string;
  /** An API responded with 401 to it. */
  refused?: boolean;
  /** An admin waits for the outcome, so the server is not left alone, whatever it did a moment ago. */
  isByHand?: boolean;
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
  const again = await refreshOnce({ ...wanted, used: held.name, refused: false }, connection, services);
  if (isUsable(again.tokens, services.now())) return again;
  throw changedMeanwhile();
}

function refreshOnce(
  { grantId, used, refused = false, isByHand = false }: Refreshing,
  connection: Connection,
  services: GrantServices,
): Promise<HeldTokenSet> {
  const secretKey = connection.credentials?.secretKey ?? '';
  const fingerprint = fingerprintOf(connection);
  const assumedLifetimeMs = assumedLifetimeOf(connection);
  return refresh(
    { grantId, used, refused, isByHand, secretKey, fingerprint, assumedLifetimeMs, own: ownGrantOf(connection) },
    refreshPorts(connection, services),
  );
}

/** What it takes to refresh the grant of the connection at its own authorization server. */
export function refreshPorts(connection: Connection, services: GrantServices): RefreshPorts {
  return {
    ...services,
    requireAllowed: () => requireAllowed(connection, services),
    requestTokens: (old, leaving) => requestTokenSet(connection, old, leaving, services),
    revoke: async (tokens) => void (await revokeTokens(connection, tokens, services)),
  };
}

function requireAllowed({ settings: { authentication } }: Connection, policy: GrantServices): void {
  const refusal = authentication.type === 'oauth2' ? hostProblem(authentication.tokenUrl, policy) : undefined;
  if (refusal) throw refusal;
}

async function requestTokenSet(
  connection: Connection,
  old: TokenSet | undefined,
  leaving: () => void,
  services: GrantServices,
): Promise<TokenResponse> {
  const request = { hasLeft: false };
  const fetch: GrantServices['fetch'] = async (url, init) => {
    leaving();
    request.hasLeft = true;
    return services.fetch(url, init);
  };
  try {
    return await requestOwnTokens(connection, old, { ...services, fetch });
  } catch (error) {
    throw request.hasLeft ? error : new NothingSent(error);
  }
}

/** How long tokens of the connection are taken to live where the server does not say, in milliseconds. */
export function assumedLifetimeOf({ settings: { authentication } }: Connection): number | undefined {
  const seconds = authentication.type === 'oauth2' ? authentication.assumedLifetime : undefined;
  return seconds === undefined ? undefined : seconds * 1000;
}

function ownGrantOf({ settings }: Connection): OwnGrant | undefined {
  const { authentication } = settings;
  if (authentication.type !== 'oauth2' || !isOwnGrant(settings)) return undefined;
  return {
    origins: secretOrigins(settings),
    receivers: receiversOf(settings),
    clientId: authentication.clientId,
    askedScopes: scopesOf(authentication),
  };
}
