import { Problem } from '../shared/problem';
import { sentences } from './provider-sentences';

/** Codes after which only a new *Authenticate* helps. */
const endOfGrant = [
  ...['invalid_grant', 'interaction_required', 'login_required', 'consent_required'],
  ...['bad_refresh_token', 'invalid_refresh_token', 'invalid_code', 'token_expired', 'token_revoked'],
];

/** Whether the token endpoint's answer means that the grant itself is over. */
export const endsGrant = (remoteCode: string) => endOfGrant.includes(remoteCode);

/**
 * A plain sentence for the server's error: by Entra ID's own code where the description carries one, else by the
 * code of the standard, else a general one.
 */
export function explain(error: string, description = ''): string {
  const code = /AADSTS\d{5,7}/.exec(description)?.[0] ?? '';
  const unknown = 'The authorization server refused the request with a code of its own.';
  return sentences.get(code) ?? sentences.get(error) ?? unknown;
}

/** The problem of a callback in which the server says no. */
export function authorizationDenied(error: string, description?: string): Problem {
  return new Problem('authorization-denied', explain(error, description), {
    remoteCode: error.slice(0, 100),
    detail: description?.slice(0, 500),
  });
}

/** The problem of a token request that the server refused with an error of the protocol. */
export function tokenRefused(error: string, description: string | undefined, status: number): Problem {
  return new Problem('exchange-failed', explain(error, description), {
    remoteCode: error.slice(0, 100),
    detail: description?.slice(0, 500),
    status,
  });
}
