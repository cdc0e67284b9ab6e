import type { Finding } from '../../shared/contract';
import type { LintInput } from './finding';
import { askedScopes, offlineScopeOf, withScope } from './scopes';

/** The scope that brings the refresh token is missing. */
export function offlineScope({ authentication, preset }: LintInput): Finding[] {
  const scope = offlineScopeOf(authentication, preset);
  if (scope === undefined || authentication.grantType !== 'authorization_code') return [];
  if (askedScopes(authentication).includes(scope)) return [];
  return [
    {
      code: 'offline-scope-missing',
      severity: 'warning',
      message: `The scope ${scope} is missing. Without it the provider issues no refresh token, and access ends soon after signing in.`,
      fix: { label: `Add ${scope}`, patch: { scopes: withScope(authentication.scopes, scope) } },
    },
  ];
}

/** A parameter is missing that the provider wants with the authorize request, such as Google's for offline access. */
export function authorizeParameters({ authentication, preset }: LintInput): Finding[] {
  if (authentication.grantType !== 'authorization_code') return [];
  const present = authentication.authorizeParameters;
  const missing = (preset?.authentication.authorizeParameters ?? []).filter(
    (wanted) => !present.some(({ name, value }) => name === wanted.name && value === wanted.value),
  );
  if (missing.length === 0) return [];
  const words = missing.map(({ name, value }) => `${name}=${value}`).join(' and ');
  const others = present.filter(({ name }) => !missing.some((wanted) => wanted.name === name));
  return [
    {
      code: 'authorize-parameter-missing',
      severity: 'warning',
      message: `${preset?.title ?? 'The provider'} expects ${words} in the authorize request. Otherwise signing in fails, or the provider issues no refresh token.`,
      fix: { label: `Add ${words}`, patch: { authorizeParameters: [...others, ...missing] } },
    },
  ];
}

/** Authenticated, but access will end with the access token. */
export function noRefreshToken(input: LintInput): Finding[] {
  const { authentication, badge, preset } = input;
  if (badge.state !== 'authenticated' || badge.hasRefreshToken !== false) return [];
  if (authentication.grantType !== 'authorization_code' || preset?.authentication.noRefreshToken) return [];
  const cause = [...offlineScope(input), ...authorizeParameters(input), ...consentNotAsked(input)][0];
  const remedy = cause
    ? cause.message
    : 'See the provider’s documentation for how to request one, then authenticate again.';
  const message = `The provider issued no refresh token, so access ends when the access token expires. ${remedy}`;
  return [{ code: 'no-refresh-token', severity: 'warning', message, fix: cause?.fix }];
}

/**
 * OpenID Connect Core section 11: `offline_access` counts only where consent is requested, and servers leave it out in
 * silence otherwise.
 */
function consentNotAsked({ authentication }: LintInput): Pick<Finding, 'message' | 'fix'>[] {
  const { authorizeParameters: present } = authentication;
  const asksForConsent = present.some(({ name, value }) => name === 'prompt' && value.split(' ').includes('consent'));
  if (asksForConsent || !askedScopes(authentication).includes('offline_access')) return [];
  const others = present.filter(({ name }) => name !== 'prompt');
  const authorizeParameters = [...others, { name: 'prompt', value: 'consent' }];
  const message =
    'Many providers issue one for offline_access only with prompt=consent. Add it, then authenticate again.';
  return [{ message, fix: { label: 'Add prompt=consent', patch: { authorizeParameters } } }];
}
