import type { Authentication } from '../shared/contract';
import type { DataSource } from './data-source';

/**
 * How often another account began to sign in to the API, by the settings alone: it grows with another authentication type,
 * user name or client. Rows that were read before are never shown again. 0 for a data source that never changed it.
 */
export function signInCount(authentication: Authentication, stored: DataSource | undefined): number {
  if (!stored) return 0;
  const { signIns = 0, settings } = stored;
  return whoSignsIn(settings.authentication) === whoSignsIn(authentication) ? signIns : signIns + 1;
}

/** Equal for settings of one account. A new secret changes nothing here, nor does what a grant is obtained with. */
function whoSignsIn(authentication: Authentication): string {
  const { type } = authentication;
  if ('username' in authentication) return JSON.stringify([type, authentication.username]);
  if (authentication.type !== 'oauth2') return type;
  const { grantType, clientId, tokenUrl, tokenParameters } = authentication;
  if (grantType === 'authorization_code') return JSON.stringify([type, grantType]);
  return JSON.stringify([type, grantType, clientId, tokenUrl, tokenParameters]);
}
