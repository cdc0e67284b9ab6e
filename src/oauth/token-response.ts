import { OperationProcessingError, UnsupportedOperationError, type TokenEndpointResponse } from 'oauth4webapi';
import { Problem } from '../shared/problem';

/** What a token endpoint sent, checked. */
export interface TokenResponse {
  accessToken: string;
  /** Absent where the provider gives none, or keeps the old one. */
  refreshToken?: string;
  tokenType: string;
  /** As granted; absent means as requested (RFC 6749 section 5.1). Some providers write commas between them. */
  scopes?: string[];
  /** Absent where the provider does not say, or says 0, which no token could be used for. */
  expiresInSeconds?: number;
}

/**
 * The library's result in our words.
 * @throws Problem `exchange-failed` for a token that is no visible ASCII and so cannot stand in a header
 */
export function tokenResponse(response: TokenEndpointResponse): TokenResponse {
  requireVisible(response.access_token);
  if (response.refresh_token !== undefined) requireVisible(response.refresh_token);
  return {
    accessToken: response.access_token,
    refreshToken: response.refresh_token,
    tokenType: response.token_type,
    scopes: response.scope?.split(/[\s,]+/).filter((scope) => scope !== ''),
    expiresInSeconds: response.expires_in === 0 ? undefined : response.expires_in,
  };
}

function requireVisible(token: string): void {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem('exchange-failed', 'The authorization server sent a token with characters that are not allowed.');
  }
}

/** The problem behind whatever a token request threw; those of the response's status and words are problems already. */
export function tokenProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof OperationProcessingError) {
    return failed('The response of the authorization server has no usable access token. Check the Token URL.', error);
  }
  if (error instanceof UnsupportedOperationError) {
    return failed('The authorization server sent a kind of token that the app does not know.', error);
  }
  throw error;
}

const failed = (message: string, cause: unknown) => new Problem('exchange-failed', message, { cause });
