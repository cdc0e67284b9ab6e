import { sentences } from './provider-sentences';

/** Codes after which only a new *Authenticate* helps. */
const endOfGrant = [
  ...['invalid_grant', 'interaction_required', 'login_required', 'consent_required'],
  ...['bad_refresh_token', 'invalid_refresh_token', 'invalid_code', 'token_expired', 'token_revoked'],
];

/** Whether the token endpoint's code means that the grant itself is over. */
export const endsGrant = (code: string) => endOfGrant.includes(code);

/** The value in lower case if it is one of the codes that the standard or a provider has for errors, else `undefined`. */
export function knownCode(value: unknown): string | undefined {
  const code = typeof value === 'string' ? value.toLowerCase() : '';
  return /^[a-z_]+$/.test(code) && (sentences.has(code) || endsGrant(code)) ? code : undefined;
}
