import { callbackCopied, pkceLeftOut, publicClient, scopeSeparators, tokenHost } from './endpoints';
import { entraPermissions } from './entra-permissions';
import type { Finding } from '../../shared/contract';
import type { LintInput, LintRule } from './finding';
import { grantedScopes } from './granted-scopes';
import { authorizeParameters, noRefreshToken, offlineScope } from './refresh-token';
import { secretExpiry } from './secret-expiry';
import { severalTokens } from './several-tokens';

const rules: readonly LintRule[] = [
  secretExpiry,
  entraPermissions,
  offlineScope,
  authorizeParameters,
  noRefreshToken,
  grantedScopes,
  tokenHost,
  scopeSeparators,
  publicClient,
  pkceLeftOut,
  severalTokens,
  callbackCopied,
];

const order: readonly Finding['severity'][] = ['problem', 'warning', 'hint'];

/**
 * What is wrong or risky about the authentication, worst first; empty if nothing is. Once a refresh token
 * failed to come, that finding alone is shown: it names its cause, and carries the fix.
 */
export function lintOAuth2(input: LintInput): Finding[] {
  const found = rules.flatMap((rule) => rule(input));
  const came = found.some(({ code }) => code === 'no-refresh-token');
  const isExplained = ({ code }: Finding) =>
    came && (code === 'offline-scope-missing' || code === 'authorize-parameter-missing');
  return found
    .filter((finding) => !isExplained(finding))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
