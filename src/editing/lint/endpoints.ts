import type { Finding } from '../../shared/contract';
import { parseUrl } from '../../shared/parse-url';
import type { LintInput } from './finding';
import { askedScopes } from './scopes';

/** Sign-in and token endpoint on unlike hosts, which few providers have and a mistake or an attack may have. */
export function tokenHost({ authentication, preset }: LintInput): Finding[] {
  const { authUrl, tokenUrl, grantType } = authentication;
  const [authHost, host] = [parseUrl(authUrl)?.hostname, parseUrl(tokenUrl)?.hostname];
  if (preset || grantType !== 'authorization_code' || authHost === undefined || host === undefined) return [];
  if (siteOf(authHost) === siteOf(host)) return [];
  const message = `The Client Secret is sent to ${host}, but the sign-in is at ${authHost}. Check that both belong to the provider.`;
  return [{ code: 'foreign-token-host', severity: 'warning', message }];
}

/** The part of a host name that one owner has: two labels, three under names such as `co.uk`. */
function siteOf(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const [second = ''] = labels.slice(-2);
  const isShared =
    labels.length > 2 && /^(?:co|com|org|net|gov|edu|ac|ne|or|go)$/.test(second) && (labels.at(-1)?.length ?? 0) === 2;
  return labels.slice(isShared ? -3 : -2).join('.');
}

/** Commas between scopes, where the provider wants spaces. */
export function scopeSeparators({ authentication, preset }: LintInput): Finding[] {
  const takesCommas = authentication.scopeSeparator === ',' || preset?.authentication.scopeSeparator === ',';
  if (!authentication.scopes.includes(',') || takesCommas) return [];
  const message =
    'The scopes are separated by commas. Most providers expect spaces and treat a comma as part of a name.';
  const scopes = askedScopes(authentication).join(' ');
  return [{ code: 'scope-separators', severity: 'hint', message, fix: { label: 'Use spaces', patch: { scopes } } }];
}

/** A client without a secret, at a server that does not say who it is: a mix-up would go unnoticed (RFC 9700 section 4.4). */
export function publicClient({ authentication, badge, hasIssuer }: LintInput): Finding[] {
  if (authentication.clientAuthentication !== 'none' || authentication.grantType !== 'authorization_code') return [];
  if (badge.state !== 'authenticated' || hasIssuer !== false) return [];
  const message =
    'This client has no secret, and the provider does not identify itself in the callback. Use a client with a secret if the provider offers one.';
  return [{ code: 'public-client', severity: 'hint', message }];
}

/** The Callback URL must be known to the provider before the first sign-in. */
export function callbackCopied({ authentication, badge, callbackCopied: copied }: LintInput): Finding[] {
  if (copied || badge.state !== 'not-authenticated' || authentication.grantType !== 'authorization_code') return [];
  const message =
    'Copy the Callback URL and register it with the provider. Otherwise the provider rejects the sign-in.';
  return [{ code: 'callback-not-copied', severity: 'hint', message }];
}

/** Without PKCE a code that leaks can be used by whoever has the secret (RFC 9700 section 2.1.1). */
export function pkceLeftOut({ authentication }: LintInput): Finding[] {
  if (authentication.grantType !== 'authorization_code' || !authentication.noPkce) return [];
  const message = 'PKCE is left out, so the sign-in is less protected. Keep it out only if the provider refuses PKCE.';
  return [{ code: 'pkce-left-out', severity: 'hint', message, fix: { label: 'Use PKCE', patch: { noPkce: false } } }];
}
