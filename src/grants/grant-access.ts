import { connectionFingerprint } from '../data-sources/connection';
import { refusalNeedsTokenAgeMs, refusalPauseMs } from '../limits';
import type { Access, AccessHeaders } from './access';
import { sharedIdentity, type Grant, type TokenSet } from './grant';
import { changedMeanwhile, noRefreshToken, notAuthenticated, reconnectNeeded, settingsChanged } from './grant-problems';
import type { GrantServices } from './grant-services';
import { refresh, type HeldTokenSet } from './refresh';
import { askForTokens, rememberTokens, revokeTokens, type Connection } from './token-endpoint';
import { isFresh, isUsable } from './token-set';

/** Access where the data source needs no authentication. */
export const openAccess: Access = {
  identity: sharedIdentity,
  epoch: 0,
  origins: undefined,
  headers: () => Promise.resolve({ headers: {}, tokenSet: '' }),
  headersAfterRefusal: () => Promise.resolve(undefined),
};

/** Access by a grant, which may be missing or of no use: `headers()` says so. */
export function grantAccess(grant: Grant | undefined, connection: Connection, services: GrantServices): Access {
  return {
    identity: sharedIdentity,
    epoch: grant?.epoch ?? 0,
    origins: [new URL(connection.settings.request.url).origin],
    headers: async () => bearer(await freshTokens(grant, connection, services), connection, services),
    headersAfterRefusal: async (refused) => {
      const held = await tokensAfterRefusal(refused, grant, connection, services);
      return held && bearer(held, connection, services);
    },
  };
}

/** The grant, if it was won for this connection and still stands. */
function requireGrant(grant: Grant | undefined, { settings }: Connection): Grant {
  if (!grant || grant.state === 'none' || grant.state === 'moved') throw notAuthenticated();
  if (grant.fingerprint !== connectionFingerprint(settings)) throw reconnectNeeded(settingsChanged);
  if (grant.state === 'reconnect') throw reconnectNeeded(grant.reason, grant.remoteCode);
  return grant;
}

async function freshTokens(
  stored: Grant | undefined,
  connection: Connection,
  services: GrantServices,
): Promise<HeldTokenSet> {
  const grant = requireGrant(stored, connection);
  const tokens = await services.secrets.get<TokenSet>(grant.tok);
  const now = services.now();
  if (tokens && isFresh(tokens, now)) return { name: grant.tok, tokens };
  if (tokens && tokens.refreshToken === undefined) return lastUse({ name: grant.tok, tokens }, now);
  return refreshed(grant.id, tokens ? grant.tok : '', false, connection, services);
}

/** Without a refresh token the access token is used up to its end. */
function lastUse(held: HeldTokenSet, now: number): HeldTokenSet {
  if (isUsable(held.tokens, now)) return held;
  throw reconnectNeeded(noRefreshToken);
}

/** Refreshes until the tokens are usable; somebody else's may have ended again while this caller was away. */
async function refreshed(
  id: string,
  used: string,
  refused: boolean,
  connection: Connection,
  services: GrantServices,
): Promise<HeldTokenSet> {
  const held = await refreshOnce(id, used, refused, connection, services);
  if (isUsable(held.tokens, services.now())) return held;
  const again = await refreshOnce(id, held.name, false, connection, services);
  if (isUsable(again.tokens, services.now())) return again;
  throw changedMeanwhile();
}

const refreshOnce = (
  id: string,
  used: string,
  refused: boolean,
  connection: Connection,
  services: GrantServices,
): Promise<HeldTokenSet> =>
  refresh(
    { grantId: id, used, refused, secretKey: connection.credentials?.secretKey ?? '' },
    {
      ...services,
      ask: (refreshToken) => askForTokens(connection, refreshToken, services),
      revoke: async (tokens) => void (await revokeTokens(connection, tokens, services)),
    },
  );

/**
 * Other tokens than the refused ones, or `undefined`. An API that answers 401 for reasons of its own must not make us
 * refresh at every request, so the token must have some age and the last such refresh must be a while ago.
 */
async function tokensAfterRefusal(
  refused: AccessHeaders,
  before: Grant | undefined,
  connection: Connection,
  services: GrantServices,
): Promise<HeldTokenSet | undefined> {
  const grant = before && requireGrant(await services.grants.get(before.id), connection);
  if (!grant) return undefined;
  const tokens = await services.secrets.get<TokenSet>(grant.tok);
  if (!tokens) return undefined;
  if (grant.tok !== refused.tokenSet) return { name: grant.tok, tokens };
  const now = services.now();
  const isYoung = now - tokens.obtainedAt < refusalNeedsTokenAgeMs;
  const wasRefused = grant.refusedAt !== undefined && now - grant.refusedAt < refusalPauseMs;
  if (tokens.refreshToken === undefined || isYoung || wasRefused) return undefined;
  return refreshed(grant.id, grant.tok, true, connection, services);
}

/** RFC 6750 section 2.1. The tokens must have been won for the API's origin. */
function bearer({ name, tokens }: HeldTokenSet, { settings }: Connection, services: GrantServices): AccessHeaders {
  if (!tokens.origins.includes(new URL(settings.request.url).origin)) throw reconnectNeeded(settingsChanged);
  rememberTokens(tokens, services);
  return { headers: { authorization: `Bearer ${tokens.accessToken}` }, tokenSet: name };
}
