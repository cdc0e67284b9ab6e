import type { Revisioned } from '../ports';

/** The version written into new grant records. */
export const grantSchema = 1;

/** Identity of a grant that everybody uses; an account id once readers connect their own accounts. */
export const sharedIdentity = 'shared';

/** A token set as it lies in secret storage, with the places it may be sent to. */
export interface TokenSet {
  accessToken: string;
  refreshToken?: string;
  tokenType: string;
  scopes: string[];
  /** Milliseconds since the epoch; absent where the provider did not say. */
  expiresAt?: number;
  /** Nobody said when it ends: `expiresAt` goes by the settings or by what an API refused before. */
  isEndAssumed?: boolean;
  obtainedAt: number;
  /** Origins of the API, the token URL and the revoke URL it was obtained for. */
  origins: string[];
  clientId: string;
}

/** What is known of a grant without its tokens. */
export interface GrantFacts {
  /** Absent where nobody signs in, and where the account was closed since. */
  accountId?: string;
  authenticatedAt: number;
  askedScopes: string[];
  scopes: string[];
  hasRefreshToken: boolean;
  expiresAt?: number;
  lastRefreshAt?: number;
}

/** The token endpoint refused the client, not the grant; settled by new credentials. */
export interface GrantTrouble {
  at: number;
  reason: string;
  remoteCode?: string;
  /** The credentials that were refused; with others the trouble is over. */
  secretKey: string;
}

/**
 * The stored fact that a data source was authorized, for one identity. It is changed by compare-and-set only, so one
 * writer wins each `rev`, and it lives as long as its data source. `tok` names the token set in use; `holder`, `until`
 * and `next` are the lease of whoever refreshes, `tries` the names that dead holders may have stored, `retired` the
 * names to be deleted.
 */
export interface Grant extends Revisioned {
  schema: number;
  id: string;
  /** Grows with every new grant, disconnection and change of credentials. */
  epoch: number;
  state: 'none' | 'ok' | 'reconnect' | 'moved';
  tok: string;
  holder: string;
  until: number;
  next: string;
  tries: string[];
  retired: RetiredName[];
  /** Of the connection it was won for; with other settings it is of no use. */
  fingerprint: string;
  /** What the authorization server called itself in a callback; required and compared from then on (RFC 9207). */
  issuer?: string;
  facts?: GrantFacts;
  /** Why the state is `reconnect`: a plain sentence. */
  reason?: string;
  remoteCode?: string;
  trouble?: GrantTrouble;
  /** When an API's 401 last led to a refresh. */
  refusedAt?: number;
  /** How long an access token lived that the server had stated no end of. */
  learnedLifetimeMs?: number;
}

export interface RetiredName {
  name: string;
  at: number;
}

/** The key of a data source's or draft's grant. */
export const grantId = (ownerId: string, identity: string = sharedIdentity) => `${ownerId}:${identity}`;

/** A grant that has won nothing yet. */
export function emptyGrant(id: string, by: string): Grant {
  return {
    schema: grantSchema,
    id,
    rev: 1,
    by,
    epoch: 0,
    state: 'none',
    tok: '',
    holder: '',
    until: 0,
    next: '',
    tries: [],
    retired: [],
    fingerprint: '',
  };
}

/** The token names in use or under way, retired as of now. */
export function retireAll(grant: Grant, now: number): RetiredName[] {
  const names = [grant.tok, grant.next, ...grant.tries].filter((name) => name !== '');
  return [...grant.retired, ...names.map((name) => ({ name, at: now }))];
}
