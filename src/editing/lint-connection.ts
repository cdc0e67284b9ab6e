import type { Badge, Finding } from '../shared/contract';
import { matchPreset } from '../shared/preset-match';
import type { LintInput } from './lint/finding';
import { lintOAuth2 } from './lint/lint';
import { requiredIssuer } from '../data-sources/connection';
import { presets } from '../presets/preset-registry';
import type { Grant } from '../grants/grant';
import type { Connection } from '../grants/token-endpoint';

/** What beside the settings the findings depend on. */
export interface LintedState {
  badge: Badge;
  grant: Grant | undefined;
  callbackCopied: boolean;
  /** Of the last attempt to authenticate, which leaves the grant as it was. */
  failureCodes?: readonly string[];
  now: number;
}

/** What is wrong or risky about the authentication, worst first; empty where there is no OAuth. */
export function lintConnection({ settings }: Connection, state: LintedState): Finding[] {
  const { authentication } = settings;
  if (authentication.type !== 'oauth2') return [];
  const { badge, grant, callbackCopied, failureCodes = [], now } = state;
  const input: LintInput = {
    authentication,
    badge,
    preset: matchPreset(authentication, presets),
    failureCodes: [...failureCodes, grant?.remoteCode, grant?.trouble?.remoteCode].filter((code) => code !== undefined),
    hasIssuer: grant?.facts ? (grant.issuer ?? requiredIssuer(settings)) !== undefined : undefined,
    otherTokens: grant?.facts?.otherTokens,
    callbackCopied,
    now,
  };
  return lintOAuth2(input);
}
