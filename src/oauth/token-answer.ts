import {
  OperationProcessingError,
  PARSE_ERROR,
  RESPONSE_IS_NOT_JSON,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { Problem } from '../shared/problem';
import { tokenRefused } from './provider-errors';

/** What a token endpoint answered, checked. */
export interface TokenAnswer {
  accessToken: string;
  /** Absent where the provider gives none, or keeps the old one. */
  refreshToken?: string;
  tokenType: string;
  /** As granted; absent means as asked (RFC 6749 section 5.1). Some providers write commas between them. */
  scopes?: string[];
  /** Absent where the provider does not say, or says 0, which no token could be used for. */
  expiresInSeconds?: number;
}

/**
 * The library's answer in our words.
 * @throws Problem `exchange-failed` for a token that is no visible ASCII and so cannot stand in a header
 */
export function tokenAnswer(response: TokenEndpointResponse): TokenAnswer {
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
    throw new Problem(
      'exchange-failed',
      'The authorization server sent a token with characters that no token may have.',
    );
  }
}

/**
 * The problem behind whatever a token request threw. It has a `remoteCode` exactly where the server refused in the
 * words of the protocol, by a JSON body or by a challenge in `WWW-Authenticate` (two error classes of the library).
 */
export async function tokenProblem(error: unknown): Promise<Problem> {
  if (error instanceof Problem) return error;
  if (error instanceof ResponseBodyError) return tokenRefused(error.error, error.error_description, error.status);
  if (error instanceof WWWAuthenticateChallengeError) return challenged(error);
  if (error instanceof OperationProcessingError) return unreadable(error);
  if (error instanceof UnsupportedOperationError) {
    return failed('The authorization server sent a kind of token that the app does not know.', error);
  }
  throw error;
}

/** A challenge often comes with a JSON body that says more. */
async function challenged(error: WWWAuthenticateChallengeError): Promise<Problem> {
  const parameters = error.cause[0]?.parameters ?? {};
  const body = await bodyOf(error.response);
  const code = textOf(body.error) ?? parameters.error ?? 'invalid_client';
  return tokenRefused(code, textOf(body.error_description) ?? parameters.error_description, error.status);
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function unreadable(error: OperationProcessingError): Problem {
  const { cause } = error;
  if (error.code === RESPONSE_IS_NOT_JSON || error.code === PARSE_ERROR) {
    return failed('The Token URL answered something that is not JSON. Check the Token URL.', error);
  }
  if (cause instanceof Response) {
    const message = `The authorization server answered the token request with status ${cause.status}.`;
    return new Problem('exchange-failed', message, { status: cause.status, cause: error });
  }
  return failed('The authorization server’s answer holds no usable access token. Check the Token URL.', error);
}

const failed = (message: string, cause: unknown) => new Problem('exchange-failed', message, { cause });
