import { expiryMarginMs, factsScopesBytes, shortestLearnedLifetimeMs } from '../shared/limits';
import type { Receivers } from '../data-sources/receivers';
import type { TokenResponse } from '../oauth/token-response';
import type { Grant, GrantFacts, TokenSet } from './grant';

/** What a first token set is obtained with. */
export interface Obtaining {
  now: number;
  origins: string[];
  receivers?: Receivers;
  clientId: string;
  askedScopes: string[];
  /** How long a token is taken to live where the server does not say. */
  lifetimeMs?: number;
  /** New tokens can be had without a refresh token: the client obtains its own tokens. */
  isOwn?: boolean;
}

/**
 * The first token set of a grant. The provider may have granted fewer scopes than requested; silence means all of them.
 */
export function firstTokenSet(response: TokenResponse, obtained: Obtaining): TokenSet {
  const isRenewable = obtained.isOwn === true || response.refreshToken !== undefined;
  return {
    accessToken: response.accessToken,
    refreshToken: response.refreshToken,
    tokenType: response.tokenType,
    scopes: response.scopes ?? obtained.askedScopes,
    ...endOf(response, obtained.now, isRenewable ? obtained.lifetimeMs : undefined),
    obtainedAt: obtained.now,
    origins: obtained.origins,
    receivers: obtained.receivers,
    clientId: obtained.clientId,
    rawBasic: response.rawBasic,
  };
}

/** The next token set. A server that does not rotate sends no refresh token, and the old one stays good. */
export function nextTokenSet(
  old: TokenSet,
  response: TokenResponse,
  { now, lifetimeMs }: Pick<Obtaining, 'now' | 'lifetimeMs'>,
): TokenSet {
  return {
    ...old,
    accessToken: response.accessToken,
    refreshToken: response.refreshToken ?? old.refreshToken,
    tokenType: response.tokenType,
    scopes: response.scopes ?? old.scopes,
    ...endOf(response, now, lifetimeMs),
    obtainedAt: now,
    rawBasic: response.rawBasic,
  };
}

/** An end is assumed only for tokens that can be renewed: others are used until an API refuses them. */
function endOf(
  { expiresInSeconds }: TokenResponse,
  now: number,
  lifetimeMs: number | undefined,
): Pick<TokenSet, 'expiresAt' | 'isEndAssumed'> {
  if (expiresInSeconds !== undefined) return { expiresAt: now + expiresInSeconds * 1000, isEndAssumed: undefined };
  return lifetimeMs === undefined
    ? { expiresAt: undefined, isEndAssumed: undefined }
    : { expiresAt: now + lifetimeMs, isEndAssumed: true };
}

/** The shorter of two lifetimes, of which each may be unknown. */
export function shortest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/**
 * How long tokens of this grant live, now that an API refused one; as known before where the server had said itself
 * when that one ends. A refusal soon after the token was given says nothing about its life.
 */
export function learnedLifetime(grant: Grant, refused: TokenSet | undefined, now: number): number | undefined {
  const known = grant.learnedLifetimeMs;
  if (!refused || (refused.expiresAt !== undefined && !refused.isEndAssumed)) return known;
  const age = now - refused.obtainedAt;
  return age < shortestLearnedLifetimeMs ? known : shortest(known, age);
}

/** What the open record says about a token set. */
export function factsOf(
  tokens: TokenSet,
  facts: Omit<GrantFacts, 'scopes' | 'hasRefreshToken' | 'expiresAt'>,
): GrantFacts {
  return {
    ...facts,
    askedScopes: withinBytes(facts.askedScopes),
    scopes: withinBytes(tokens.scopes, facts.askedScopes),
    hasRefreshToken: tokens.refreshToken !== undefined,
    expiresAt: tokens.expiresAt,
  };
}

/** As many of the scopes as the record has room for; those that matter, where they are granted, come first. */
function withinBytes(scopes: readonly string[], first: readonly string[] = []): string[] {
  if (Buffer.byteLength(JSON.stringify(scopes)) <= factsScopesBytes) return [...scopes];
  const requested = new Set(first);
  const ordered = [
    ...scopes.filter((scope) => requested.has(scope)),
    ...scopes.filter((scope) => !requested.has(scope)),
  ];
  let bytes = 2;
  return ordered.filter((scope) => (bytes += Buffer.byteLength(JSON.stringify(scope)) + 1) <= factsScopesBytes);
}

/** The open facts after a refresh that yielded these tokens. */
export const refreshedFacts = (grant: Grant, tokens: TokenSet): GrantFacts | undefined =>
  grant.facts && factsOf(tokens, { ...grant.facts, lastRefreshAt: tokens.obtainedAt });

/** The open facts of a client's own grant; its first tokens stand for the sign-in that nobody made. */
export function ownFacts(
  grant: Grant,
  tokens: TokenSet,
  own: { fingerprint: string; askedScopes: string[] },
): GrantFacts {
  const before = grant.state === 'ok' && grant.fingerprint === own.fingerprint ? grant.facts : undefined;
  const { askedScopes } = own;
  const authenticatedAt = before?.authenticatedAt ?? tokens.obtainedAt;
  return factsOf(tokens, { authenticatedAt, askedScopes, lastRefreshAt: before && tokens.obtainedAt });
}

/** Whether the access token is good right now. Without a stated end it is, until an API refuses it. */
export const isUsable = (tokens: TokenSet, now: number) => tokens.expiresAt === undefined || now < tokens.expiresAt;

/** Whether it stays good long enough for a whole read; short-lived tokens get a margin of a fifth of their life. */
export function isFresh(tokens: TokenSet, now: number): boolean {
  if (tokens.expiresAt === undefined) return true;
  const margin = Math.min(expiryMarginMs, (tokens.expiresAt - tokens.obtainedAt) / 5);
  return now < tokens.expiresAt - margin;
}
