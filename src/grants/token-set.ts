import { expiryMarginMs, shortestLearnedLifetimeMs } from '../shared/limits';
import type { TokenAnswer } from '../oauth/token-answer';
import type { Grant, GrantFacts, TokenSet } from './grant';

/** What a first token set is won with. */
export interface Winning {
  now: number;
  origins: string[];
  clientId: string;
  askedScopes: string[];
  /** How long a token is taken to live where the server does not say. */
  lifetimeMs?: number;
  /** New tokens can be had without a refresh token: the client asks for itself. */
  isOwn?: boolean;
}

/** The first token set of a grant. The provider may have granted fewer scopes than asked; silence means all of them. */
export function firstTokenSet(answer: TokenAnswer, won: Winning): TokenSet {
  const isRenewable = won.isOwn === true || answer.refreshToken !== undefined;
  return {
    accessToken: answer.accessToken,
    refreshToken: answer.refreshToken,
    tokenType: answer.tokenType,
    scopes: answer.scopes ?? won.askedScopes,
    ...endOf(answer, won.now, isRenewable ? won.lifetimeMs : undefined),
    obtainedAt: won.now,
    origins: won.origins,
    clientId: won.clientId,
  };
}

/** The next token set. A server that does not rotate sends no refresh token, and the old one stays good. */
export function nextTokenSet(
  old: TokenSet,
  answer: TokenAnswer,
  { now, lifetimeMs }: Pick<Winning, 'now' | 'lifetimeMs'>,
): TokenSet {
  return {
    ...old,
    accessToken: answer.accessToken,
    refreshToken: answer.refreshToken ?? old.refreshToken,
    tokenType: answer.tokenType,
    scopes: answer.scopes ?? old.scopes,
    ...endOf(answer, now, lifetimeMs),
    obtainedAt: now,
  };
}

/** An end is assumed only for tokens that can be renewed: others are used until an API refuses them. */
function endOf(
  { expiresInSeconds }: TokenAnswer,
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
    scopes: tokens.scopes,
    hasRefreshToken: tokens.refreshToken !== undefined,
    expiresAt: tokens.expiresAt,
  };
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
