import type { DataSourceSettings, OAuth2Authentication } from '../contract';
import { sha256 } from '../ids';

/** Origins that secrets of these settings may be sent to: of the API, the token URL and the revoke URL, each once. */
export function secretOrigins(settings: DataSourceSettings): string[] {
  const { authentication } = settings;
  const urls = authentication.type === 'oauth2' ? [authentication.tokenUrl, authentication.revokeUrl] : [];
  return [...new Set([settings.request.url, ...urls].filter((url) => url !== '').map((url) => new URL(url).origin))];
}

/**
 * Names the connection that a grant is won for. Equal fingerprints mean: same API origin, endpoints, client id and
 * scopes. The client secret takes no part, so replacing an expired one keeps the grant.
 */
export function connectionFingerprint(settings: DataSourceSettings): string {
  const { authentication } = settings;
  if (authentication.type !== 'oauth2') return authentication.type;
  const { grantType, clientId, authUrl, tokenUrl, revokeUrl } = authentication;
  const origin = new URL(settings.request.url).origin;
  return sha256(JSON.stringify([grantType, clientId, authUrl, tokenUrl, revokeUrl, scopesOf(authentication), origin]));
}

/** The scopes asked for, sorted, each once: their order means nothing (RFC 6749 section 3.3). */
export function scopesOf(authentication: OAuth2Authentication): string[] {
  return [...new Set(authentication.scopes.split(/\s+/).filter((scope) => scope !== ''))].sort();
}
