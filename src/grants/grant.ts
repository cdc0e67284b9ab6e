import type { Receivers } from '../data-sources/receivers';
import type { Revisioned } from '../ports';
import { forgottenAfterMs, retiredKeptMs, triedKeptMs, triesCount } from '../shared/limits';
import type { ProblemCode } from '../shared/problem';

/** The version written into grant records; of version 1 are those whose `tries` are names alone. */
export const grantSchema = 2;

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
  /** The same by role; older token sets name the origins alone. */
  receivers?: Receivers;
  clientId: string;
  /** What the service calls the account of a reader; told to that reader alone. */
  accountName?: string;
  /** The server took the client's Basic only as it is, so that is tried first from now on. */
  rawBasic?: boolean;
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
  /** Places of further access tokens in the response to the sign-in, of which the admin may choose one. */
  otherTokens?: string[];
}

/**
 * Why the last attempt to get tokens came to nothing, while the grant itself stands. It is over with the next success,
 * and with other credentials.
 */
export interface GrantTrouble {
  at: number;
  /** A plain sentence, without words of the provider. */
  reason: string;
  /** A code of RFC 6749, or one that a provider is known to use. */
  remoteCode?: string;
  /** Names the credentials that were used. */
  secretKey: string;
  /** The problem that was told; absent where the server refused the client itself. */
  code?: ProblemCode;
  status?: number;
  /** Attempts in a row that came to nothing; 1 where absent. */
  failures?: number;
  /** Until when readers leave the server alone; a minute after `at` where absent. */
  until?: number;
}

/** A name under which a holder may have stored tokens, and when it was claimed. */
export interface TriedName {
  name: string;
  at: number;
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
  /** Read by `triesOf`; earlier versions of the app wrote names alone. */
  tries: (TriedName | string)[];
  retired: RetiredName[];
  /** When upkeep has something to delete of it; absent where it has nothing. Derived in each write. */
  dueAt?: number;
  /** Of the connection it was obtained for; with other settings it is of no use. */
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

/** A grant that has obtained nothing yet. */
export function emptyGrant(id: string, by: string, rev = 1): Grant {
  return {
    schema: grantSchema,
    id,
    rev,
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

/**
 * The names that dead holders may have stored tokens under, the oldest first, as they are stored. Of more than the bound
 * only the newest count: the others were looked at by every holder since.
 */
export const newestTries = ({ tries }: Grant) => tries.slice(-triesCount);

/** The same with the time of each claim; a name that came without one counts as claimed now. */
export const triesOf = (grant: Grant, now: number): TriedName[] =>
  newestTries(grant).map((each) => (typeof each === 'string' ? { name: each, at: now } : each));

/** The names of the token sets in use or under way. */
export function namesOf(grant: Grant): string[] {
  const tried = newestTries(grant).map((each) => (typeof each === 'string' ? each : each.name));
  return [grant.tok, ...tried, grant.next].filter((name) => name !== '');
}

/** The token names in use or under way, retired as of now. */
export const retireAll = (grant: Grant, now: number): RetiredName[] => [
  ...grant.retired,
  ...namesOf(grant).map((name) => ({ name, at: now })),
];

/**
 * When upkeep has something to delete of the grant: names that nobody can use any more, and the whole of one that was given
 * up; `undefined` where there is nothing.
 */
export function dueAtOf(grant: Grant): number | undefined {
  const retired = grant.retired.map(({ at }) => at);
  if (grant.state === 'none') return Math.max(grant.until, ...retired) + forgottenAfterMs;
  const tried = newestTries(grant).flatMap((each) => (typeof each === 'string' ? [] : each.at + triedKeptMs));
  const all = [...retired.map((at) => at + retiredKeptMs), ...tried];
  return all.length > 0 ? Math.min(...all) : undefined;
}
