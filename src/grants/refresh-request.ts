import type { Receivers } from '../data-sources/receivers';
import type { TokenResponse } from '../oauth/token-response';
import type { Delay, EntityStorage, Now, RemainingTime, Secrets } from '../ports';
import type { CommonTrouble } from './common-trouble';
import type { Grant, TokenSet } from './grant';
import type { Requester } from './trouble';

/** What refreshing needs of the rest; all of it can fail, be late or lose its reply. */
export interface RefreshPorts {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  now: Now;
  delay: Delay;
  remainingTime: RemainingTime;
  /** Absent where a connection has one grant. */
  common?: CommonTrouble;
  /** Throws where the host rules refuse the token endpoint. */
  requireAllowed(): void;
  /**
   * The authorization server's response, requested once, in 8 s at most. `old` is absent only for a client-credentials
   * grant. `leaving` is called when all is there and the request is about to leave; what it throws holds it back.
   * @throws NothingSent
   */
  requestTokens(old: TokenSet | undefined, leaving: () => void): Promise<TokenResponse>;
  /** Best effort: never throws. */
  revoke(tokens: TokenSet): Promise<void>;
}

/** Why a token request never left the process. */
export class NothingSent extends Error {
  override readonly name = 'NothingSent';

  constructor(override readonly cause: unknown) {
    super('The token request was not sent');
  }
}

export interface RefreshRequest extends Requester {
  grantId: string;
  /** Name of the token set that is no longer good enough; empty where there is none. */
  used: string;
  /** An API responded with 401 to it, so it is of no use even before its stated end. */
  refused: boolean;
  /** Of the connection as it is now; nothing is sent for a grant of another one. */
  fingerprint: string;
  /** The credentials are tried before they are stored, so a refusal of them says nothing about those that are. */
  isTrial?: boolean;
  /** How long a token is taken to live where the server does not say. */
  assumedLifetimeMs?: number;
  /** Set for client credentials. */
  own?: OwnGrant;
}

/**
 * A client-credentials grant (RFC 6749 section 4.4): nobody signs in, no refresh token exists, and every token set is
 * obtained anew for the connection as it is now.
 */
export interface OwnGrant {
  origins: string[];
  receivers?: Receivers;
  clientId: string;
  askedScopes: string[];
}

/** A token set with the name it is stored under. */
export interface HeldTokenSet {
  name: string;
  tokens: TokenSet;
}

/** What one round ends in: tokens, or the word to look again. */
export type Round = HeldTokenSet | 'again';

/** Whether the grant's tokens may be used for the connection as it is now. */
export const isOf = ({ fingerprint, state }: Grant, request: RefreshRequest) =>
  request.own === undefined || (state === 'ok' && fingerprint === request.fingerprint);
