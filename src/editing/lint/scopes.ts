import type { OAuth2Authentication, OAuth2Preset } from '../../shared/contract';
import { parseUrl } from '../../shared/parse-url';

/** The scopes requested, in order, each once. Commas separate too, because some providers write them so. */
export function askedScopes({ scopes }: Pick<OAuth2Authentication, 'scopes'>): string[] {
  return [...new Set(scopes.split(/[\s,]+/).filter((scope) => scope !== ''))];
}

/** The scopes with one more at the end. */
export function withScope(scopes: string, scope: string): string {
  return `${scopes.trim()} ${scope}`.trim();
}

/** Microsoft Entra ID in any of its clouds, by the path of its endpoints. */
export function isEntra({ tokenUrl }: Pick<OAuth2Authentication, 'tokenUrl'>): boolean {
  return /\/oauth2\/v2\.0\/token\/?$/.test(parseUrl(tokenUrl)?.pathname ?? '');
}

const offlineHosts = /(?:^|\.)(?:okta\.com|oktapreview\.com|okta-emea\.com|auth0\.com)$/;

/** The scope without which this provider gives no refresh token; `undefined` where none is known. */
export function offlineScopeOf(
  authentication: Pick<OAuth2Authentication, 'tokenUrl'>,
  preset: OAuth2Preset | undefined,
): string | undefined {
  const known = preset?.authentication.offlineScope;
  if (known !== undefined) return known;
  const { tokenUrl } = authentication;
  const isKnown = offlineHosts.test(parseUrl(tokenUrl)?.hostname ?? '');
  return isEntra(authentication) || isKnown ? 'offline_access' : undefined;
}
