import type { Finding } from '../../shared/contract';
import type { LintInput } from './finding';

/** The response to the sign-in held more than one access token. The top one is used until the admin chooses another. */
export function severalTokens({ authentication, otherTokens = [] }: LintInput): Finding[] {
  if ((authentication.tokenPath ?? '') !== '') return [];
  return otherTokens.map((place) => ({
    code: 'several-tokens',
    severity: 'hint',
    message: `The provider also sent an access token at ${place}. If the API refuses the one in use, choose that one and authenticate again.`,
    fix: { label: `Use ${place}`, patch: { tokenPath: place } },
  }));
}
