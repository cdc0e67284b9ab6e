import { requiredIssuer, secretOrigins } from '../data-sources/connection';
import { receiversOf } from '../data-sources/receivers';
import { newId } from '../ids';
import { startAuthorization } from '../oauth/authorize-url';
import type { AuthenticateReply } from '../shared/contract';
import { pendingMs } from '../shared/limits';
import { keepAttempt, type Attempt, type AttemptPorts } from './attempt';
import { ownedGrantId, type GrantOwner } from './grant-access';
import type { GrantServices } from './grant-services';
import { keepPending, pendingSchema, type GrantTarget, type PendingPorts } from './pending';
import { readableGrant } from './readable-grant';
import { assumedLifetimeOf } from './refresh-connection';
import { clientOf, fingerprintOf } from './token-endpoint';

export interface SignInServices extends PendingPorts, GrantServices {
  callbackUrl(): Promise<string>;
}

/** The authorize URL to open, and the name of the attempt, after a frozen copy of all that the callback needs was stored. */
export async function beginSignIn(
  target: GrantTarget,
  owner: GrantOwner,
  accountId: string,
  services: SignInServices,
): Promise<AuthenticateReply> {
  const { settings } = owner;
  const [client, redirectUri, grant] = await Promise.all([
    clientOf(owner, services),
    services.callbackUrl(),
    services.grants.get(ownedGrantId(owner)),
  ]);
  const { authorizeUrl, state, codeVerifier, nonce } = await startAuthorization(client, redirectUri);
  const fingerprint = fingerprintOf(owner);
  const seenIssuer = readableGrant(grant)?.fingerprint === fingerprint ? grant?.issuer : undefined;
  const lifetimeMs = assumedLifetimeOf(owner);
  const frozen = {
    client,
    redirectUri,
    codeVerifier,
    nonce,
    origins: secretOrigins(settings),
    receivers: receiversOf(settings),
    fingerprint,
    lifetimeMs,
    knownIssuer: requiredIssuer(settings) ?? seenIssuer,
  };
  const { id: attemptId, expiresAt } = await startAttempt(target, accountId, services);
  await keepPending(state, { schema: pendingSchema, attemptId, accountId, target, expiresAt, ...frozen }, services);
  return { authorizeUrl, attemptId };
}

/** A new attempt of the account, which waits. */
export async function startAttempt(target: GrantTarget, owner: string, services: AttemptPorts): Promise<Attempt> {
  const expiresAt = services.now() + pendingMs;
  const attempt: Attempt = { id: newId(), owner, target, state: 'waiting', expiresAt };
  await keepAttempt(attempt, services);
  return attempt;
}
