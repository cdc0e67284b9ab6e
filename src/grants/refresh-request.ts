import type { TokenAnswer } from '../oauth/token-answer';
import type { Delay, EntityStorage, Now, RemainingTime, Secrets } from '../ports';
import type { Grant, TokenSet } from './grant';

/** What refreshing asks of the rest; all of it can fail, be late or lose its reply. */
export interface RefreshPorts {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  now: Now;
  delay: Delay;
  remainingTime: RemainingTime;
  /** The authorization server, asked once, for at most 8 s. `old` is absent only where the client asks for itself. */
  ask(old: TokenSet | undefined): Promise<TokenAnswer>;
  /** Best effort: never throws. */
  revoke(tokens: TokenSet): Promise<void>;
}

export interface RefreshRequest {
  grantId: string;
  /** Name of the token set that is no longer good enough; empty where there is none. */
  used: string;
  /** An API answered 401 to it, so it is of no use even before its stated end. */
  refused: boolean;
  /** The credentials that `ask` uses, to know whether they were refused before. */
  secretKey: string;
  /** How long a token is taken to live where the server does not say. */
  assumedLifetimeMs?: number;
  /** Set for client credentials. */
  own?: OwnGrant;
}

/**
 * A grant that the client has by itself (RFC 6749 section 4.4): nobody signs in, no refresh token exists, and every
 * token set is won anew for the connection as it is now.
 */
export interface OwnGrant {
  fingerprint: string;
  origins: string[];
  clientId: string;
  askedScopes: string[];
  /** An admin asks, so a grant that was disconnected or refused a moment ago is won again. */
  isAsked: boolean;
}

/** A token set with the name it is stored under. */
export interface HeldTokenSet {
  name: string;
  tokens: TokenSet;
}

/** What one round ends in: tokens, or the word to look again. */
export type Round = HeldTokenSet | 'again';

/** Whether the grant's tokens are those of the connection as it is now. */
export const isOf = ({ fingerprint, state }: Grant, own: OwnGrant | undefined) =>
  own === undefined || (state === 'ok' && fingerprint === own.fingerprint);
