import type { Badge, OAuth2Authentication, Preset } from '../contract';

/** The settings of OAuth 2 as far as findings depend on them. */
export interface LintedOAuth2 extends Omit<OAuth2Authentication, 'grantType'> {
  grantType: 'authorization_code' | 'client_credentials';
  clientAuthentication?: 'client_secret_basic' | 'client_secret_post' | 'none';
  authorizeParameters?: { name: string; value: string }[];
  /** A day, as in `2027-03-31`; empty or absent where the admin gave none. */
  secretExpiresOn?: string;
}

export interface LintInput {
  authentication: LintedOAuth2;
  badge: Badge;
  /** Of the provider that the endpoints belong to. */
  preset?: Preset;
  /** Error codes of the last failed attempt, the provider's own included, such as `AADSTS65001`. */
  failureCodes?: readonly string[];
  /** Whether the callback carried `iss` (RFC 9207). */
  hasIssuer?: boolean;
  callbackCopied: boolean;
  now: number;
}

export type FindingCode =
  | 'offline-scope-missing'
  | 'authorize-parameter-missing'
  | 'scopes-narrower'
  | 'no-refresh-token'
  | 'foreign-token-host'
  | 'application-permission'
  | 'scope-separators'
  | 'secret-expired'
  | 'secret-expires'
  | 'public-client'
  | 'callback-not-copied';

/** Something about the authentication that will not work, may stop working, or is easily forgotten. */
export interface Finding {
  code: FindingCode;
  severity: 'problem' | 'warning' | 'hint';
  /** Plain sentences: what it is, and what to do. */
  message: string;
  /** What one click changes; it settles the finding. */
  fix?: { label: string; patch: Partial<LintedOAuth2> };
}

export type LintRule = (input: LintInput) => Finding[];
