import type { Badge, Finding, OAuth2Authentication, OAuth2Preset } from '../../shared/contract';

export interface LintInput {
  authentication: OAuth2Authentication;
  badge: Badge;
  /** Of the provider that the endpoints belong to. */
  preset?: OAuth2Preset;
  /** Error codes of the last failed attempt, the provider's own included, such as `AADSTS65001`. */
  failureCodes?: readonly string[];
  /** Whether the callback carried `iss` (RFC 9207). */
  hasIssuer?: boolean;
  /** Where the response to the sign-in held further access tokens. */
  otherTokens?: readonly string[];
  callbackCopied: boolean;
  now: number;
}

export type LintRule = (input: LintInput) => Finding[];
