import type { TokenAnswer } from '../oauth/token-answer';
import { expiryMarginMs } from '../limits';
import type { Grant, GrantFacts, TokenSet } from './grant';

/** The first token set of a grant. The provider may have granted fewer scopes than asked; silence means all of them. */
export function firstTokenSet(
  answer: TokenAnswer,
  won: { now: number; origins: string[]; clientId: string; askedScopes: string[] },
): TokenSet {
  return {
    accessToken: answer.accessToken,
    refreshToken: answer.refreshToken,
    tokenType: answer.tokenType,
    scopes: answer.scopes ?? won.askedScopes,
    expiresAt: expiryOf(answer, won.now),
    obtainedAt: won.now,
    origins: won.origins,
    clientId: won.clientId,
  };
}

/** The next token set. A server that does not rotate sends no refresh token, and the old one stays good. */
export function nextTokenSet(old: TokenSet, answer: TokenAnswer, now: number): TokenSet {
  return {
    ...old,
    accessToken: answer.accessToken,
    refreshToken: answer.refreshToken ?? old.refreshToken,
    tokenType: answer.tokenType,
    scopes: answer.scopes ?? old.scopes,
    expiresAt: expiryOf(answer, now),
    obtainedAt: now,
  };
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

/** Whether the access token is good right now. Without a stated end it is, until an API refuses it. */
export const isUsable = (tokens: TokenSet, now: number) => tokens.expiresAt === undefined || now < tokens.expiresAt;

/** Whether it stays good long enough for a whole read; short-lived tokens get a margin of a fifth of their life. */
export function isFresh(tokens: TokenSet, now: number): boolean {
  if (tokens.expiresAt === undefined) return true;
  const margin = Math.min(expiryMarginMs, (tokens.expiresAt - tokens.obtainedAt) / 5);
  return now < tokens.expiresAt - margin;
}

const expiryOf = ({ expiresInSeconds }: TokenAnswer, now: number) =>
  expiresInSeconds === undefined ? undefined : now + expiresInSeconds * 1000;
