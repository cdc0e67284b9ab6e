import { OperationProcessingError, UnsupportedOperationError } from 'oauth4webapi';
import { longestTokenLifeSeconds } from '../shared/limits';
import { Problem } from '../shared/problem';
import { type Members, textIn } from './response-members';
import { placeAt, type TokenPlace, tokenPlaces } from './token-place';

/** What a token endpoint sent, checked. */
export interface TokenResponse {
  accessToken: string;
  /** Absent where the provider gives none, or keeps the old one. */
  refreshToken?: string;
  /** In lower case, as the provider calls it; `bearer` where it does not say. */
  tokenType: string;
  /** As granted; absent means as requested (RFC 6749 section 5.1). Some providers write commas between them. */
  scopes?: string[];
  /** Absent where the provider does not say, or says something that is no time to come. */
  expiresInSeconds?: number;
  /** The server took the client's Basic only as it is, without the encoding of RFC 6749 section 2.3.1. */
  rawBasic?: boolean;
  /** What the ID token of a sign-in calls the account; absent where it does not say. */
  accountName?: string;
  /** Other places in the response that hold an access token too; absent where there are none. */
  otherPlaces?: string[];
}

/**
 * The tokens in a response, however it spells them (RFC 6749 section 5.1 is the model): members may be null, lists, or
 * numbers as text, in camel case, or one level down. `path` names the place of the access token where the admin has chosen
 * one. `undefined` where there is none.
 * @throws Problem `exchange-failed` for tokens that cannot stand in a header
 */
export function tokenResponse(response: Members, path = ''): TokenResponse | undefined {
  const places = tokenPlaces(response);
  const place = path === '' ? places[0] : placeAt(path, response);
  if (!place) return undefined;
  const members = membersFor(place, response, places);
  const refreshToken = textIn(members, ['refresh_token', 'refreshToken']);
  const tokenType = (textIn(members, ['token_type', 'tokenType']) ?? 'bearer').toLowerCase();
  [place.token, refreshToken].forEach(requireVisible);
  requireBearer(tokenType);
  const otherPlaces = places.map((each) => each.path).filter((each) => each !== place.path);
  return {
    accessToken: place.token,
    refreshToken,
    tokenType,
    scopes: scopesIn(members),
    expiresInSeconds: secondsIn(members),
    ...(path === '' && otherPlaces.length > 0 && { otherPlaces }),
  };
}

/** What stands around a token belongs to it, unless it has a token of its own, as Slack's bots have beside their users. */
function membersFor({ beside }: TokenPlace, response: Members, places: TokenPlace[]): Members {
  const isShared = !places.some((each) => each.beside === response);
  return isShared ? { ...response, ...beside } : beside;
}

function requireVisible(token: string | undefined): void {
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem('exchange-failed', 'The authorization server sent a token with characters that are not allowed.');
  }
}

/** Tokens that are bound to a key (RFC 9449, and the `mac` of early OAuth 2) are of no use in a header; all others are. */
function requireBearer(tokenType: string): void {
  if (tokenType !== 'dpop' && tokenType !== 'mac') return;
  const name = tokenType === 'dpop' ? 'DPoP' : 'MAC';
  const message = `The authorization server issued a ${name} token, a kind of token that is bound to a key and cannot be sent in a header.`;
  throw new Problem('exchange-failed', message, { remedy: 'An admin can register the client for bearer tokens.' });
}

/** Texts with spaces or commas between the scopes, or lists of them; a text or list without one says nothing. */
function scopesIn({ scope, scopes }: Members): string[] | undefined {
  const said = scope ?? scopes;
  const texts = [said].flat().filter((each) => typeof each === 'string');
  const all = texts.flatMap((text) => text.split(/[\s,]+/).filter((each) => each !== ''));
  return all.length > 0 ? all : undefined;
}

/** Zero and less, as some send for tokens without an end, and more than any token lives, say nothing. */
function secondsIn(members: Members): number | undefined {
  const seconds = Math.floor(Number(textIn(members, ['expires_in', 'expiresIn'])));
  return seconds > 0 && seconds <= longestTokenLifeSeconds ? seconds : undefined;
}

/** The problem behind whatever a token request threw; those of the response's status and words are problems already. */
export function tokenProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof OperationProcessingError || error instanceof UnsupportedOperationError) {
    return new Problem('exchange-failed', 'The token request could not be made. Check the Token URL.', {
      cause: error,
    });
  }
  throw error;
}
