import { headerCredentials } from '../authentication/request-credentials';
import { prefixed } from '../shared/prefixed';
import type { DataSourceSettings } from '../shared/contract';
import { refusalNeedsTokenAgeMs, refusalPauseMs } from '../shared/limits';
import { sameForAll, type Access, type AccessHeaders } from './access';
import { badgeOf } from './badge';
import { grantId, sharedIdentity, type Grant } from './grant';
import { withoutRefreshToken, notAuthenticated, reconnectNeeded, settingsChanged } from './grant-problems';
import type { GrantServices } from './grant-services';
import { readableGrant } from './readable-grant';
import { refreshConnection } from './refresh-connection';
import type { HeldTokenSet } from './refresh-request';
import { storedTokens } from './stored-tokens';
import { fingerprintOf, isOwnGrant, rememberTokens, type Connection, type EndpointServices } from './token-endpoint';
import { isFresh, isUsable } from './token-set';

/** A data source or draft, whose grant it is; `identity` where that is not the one for everybody. */
export type GrantOwner = Connection & { id: string; identity?: string };

/** The key of the owner's grant. */
export const ownedGrantId = ({ id, identity }: GrantOwner): string => grantId(id, identity);

/** Who uses a grant: an admin who waits for the outcome has the server called, whatever it did a moment ago. */
interface Using {
  owner: GrantOwner;
  isByHand: boolean;
}

/** Access by a grant, which may be missing or of no use: `headers()` says so. `isAsked` for an admin's own click. */
export function grantAccess(
  grant: Grant | undefined,
  owner: GrantOwner,
  services: GrantServices,
  isByHand = false,
): Access {
  const { authentication } = owner.settings;
  const held = isOwnGrant(owner.settings) ? ownTokens : freshTokens;
  let renewed: HeldTokenSet | undefined; // what stands in the grant as it was found was refused before
  const current = async () =>
    renewed && isFresh(renewed.tokens, services.now()) ? renewed : held(grant, { owner, isByHand }, services);
  return {
    identity: owner.identity ?? sharedIdentity,
    epoch: grant?.epoch ?? 0,
    grant: grant && { id: grant.id, rev: grant.rev },
    origins: [new URL(owner.settings.request.url).origin],
    isReconnectNeeded: badgeOf(grant, owner, services.now()).state === 'reconnect-needed',
    expirySign: authentication.type === 'oauth2' ? authentication.expirySign : undefined,
    headers: async () => tokenHeaders(await current(), owner.settings, services),
    headersAfterRefusal: async (refused) => {
      const tokens = await tokensAfterRefusal(refused, owner, services);
      renewed = tokens ?? renewed;
      return tokens && tokenHeaders(tokens, owner.settings, services);
    },
  };
}

/** The grant, if it was obtained for this connection and still stands. */
function requireGrant(found: Grant | undefined, connection: Connection): Grant {
  const grant = readableGrant(found);
  if (!grant || grant.state === 'none' || grant.state === 'moved') throw notAuthenticated(grant);
  if (grant.fingerprint !== fingerprintOf(connection)) throw reconnectNeeded(settingsChanged);
  if (grant.state === 'reconnect') throw reconnectNeeded(grant.reason, grant.remoteCode);
  return grant;
}

async function freshTokens(
  stored: Grant | undefined,
  { owner, isByHand }: Using,
  services: GrantServices,
): Promise<HeldTokenSet> {
  const grant = requireGrant(stored, owner);
  const tokens = await storedTokens(grant.tok, services.secrets);
  const now = services.now();
  if (tokens && isFresh(tokens, now)) return { name: grant.tok, tokens };
  if (tokens && tokens.refreshToken === undefined) return lastUse({ name: grant.tok, tokens }, now);
  return refreshConnection({ grantId: grant.id, used: tokens ? grant.tok : '', isByHand }, owner, services);
}

/** Without a refresh token the access token is used up to its end. */
function lastUse(held: HeldTokenSet, now: number): HeldTokenSet {
  if (isUsable(held.tokens, now)) return held;
  throw reconnectNeeded(withoutRefreshToken);
}

/** A client's own tokens: those of the grant, or new ones for the connection as it is now. */
async function ownTokens(
  found: Grant | undefined,
  { owner, isByHand }: Using,
  services: GrantServices,
): Promise<HeldTokenSet> {
  const held = await ownTokensHeld(found, owner, services);
  if (held && isFresh(held.tokens, services.now())) return held;
  return refreshConnection({ grantId: ownedGrantId(owner), used: held?.name ?? '', isByHand }, owner, services);
}

async function ownTokensHeld(
  found: Grant | undefined,
  owner: GrantOwner,
  { secrets }: GrantServices,
): Promise<HeldTokenSet | undefined> {
  const grant = readableGrant(found);
  const isCurrent = grant?.state === 'ok' && grant.fingerprint === fingerprintOf(owner);
  const tokens = isCurrent ? await storedTokens(grant.tok, secrets) : undefined;
  return grant && tokens && { name: grant.tok, tokens };
}

/**
 * Other tokens than the refused ones, or `undefined`. An API that responds with 401 for reasons of its own must not
 * make us refresh at every request, so the token must have some age and the last such refresh must be a while ago.
 */
async function tokensAfterRefusal(
  refused: AccessHeaders,
  owner: GrantOwner,
  services: GrantServices,
): Promise<HeldTokenSet | undefined> {
  const found = await services.grants.get(ownedGrantId(owner));
  const grant = found && requireGrant(found, owner);
  const tokens = grant && (await storedTokens(grant.tok, services.secrets));
  if (!grant || !tokens) return undefined;
  if (grant.tok !== refused.tokenSet) return { name: grant.tok, tokens };
  const now = services.now();
  const isYoung = now - tokens.obtainedAt < refusalNeedsTokenAgeMs;
  const wasRefused = grant.refusedAt !== undefined && now - grant.refusedAt < refusalPauseMs;
  const isRenewable = tokens.refreshToken !== undefined || isOwnGrant(owner.settings);
  if (!isRenewable || isYoung || wasRefused) return undefined;
  return refreshConnection({ grantId: grant.id, used: grant.tok, refused: true }, owner, services);
}

/**
 * The header that carries the token: RFC 6750 section 2.1, unless the API wants another.
 * @throws Problem `reconnect-needed` for tokens that were not obtained for the API's origin
 */
export function tokenHeaders(
  { name, tokens }: HeldTokenSet,
  { authentication, request }: DataSourceSettings,
  services: EndpointServices,
): AccessHeaders {
  const { origin } = new URL(request.url);
  const isReceiver = tokens.receivers ? tokens.receivers.api === origin : tokens.origins.includes(origin);
  if (!isReceiver) throw reconnectNeeded(settingsChanged);
  if (authentication.type !== 'oauth2') throw notAuthenticated();
  rememberTokens(tokens, services);
  const { tokenHeader } = authentication;
  const value = prefixed(tokenHeader.prefix, tokens.accessToken);
  return sameForAll(headerCredentials(tokenHeader.name, value), name);
}
