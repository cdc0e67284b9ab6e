const scope = 'offline_access';

/** Path of the endpoints of Microsoft Entra ID, whichever cloud serves them. */
const entraPath = /\/oauth2\/v2\.0\/(authorize|token)\/?$/;

function looksLikeEntra(url: string): boolean {
  return URL.canParse(url) && entraPath.test(new URL(url).pathname);
}

/**
 * Whether the endpoints look like Microsoft Entra ID and the scopes lack `offline_access`, without which Entra gives no
 * refresh token (https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc).
 */
export function missesOfflineAccess(endpoints: { authUrl: string; tokenUrl: string; scopes: string }): boolean {
  const entra = looksLikeEntra(endpoints.authUrl.trim()) || looksLikeEntra(endpoints.tokenUrl.trim());
  return entra && !endpoints.scopes.split(/\s+/).includes(scope);
}

/** The scopes with `offline_access` at the end. */
export function withOfflineAccess(scopes: string): string {
  return `${scopes.trim()} ${scope}`.trim();
}
