import type { ProblemReply } from '../problem';
import type { AnnouncedIssuer, ClientAuthentication, OAuth2Authentication } from './authentication';

export type BadgeState = 'not-needed' | 'not-authenticated' | 'waiting' | 'authenticated' | 'reconnect-needed';

/** The admin's view of a grant, computed from the stored grant and the clock. */
export interface Badge {
  state: BadgeState;
  /** A plain sentence, for `not-authenticated` after a failed attempt and for `reconnect-needed`. */
  reason?: string;
  authenticatedBy?: { accountId: string; displayName?: string };
  /** Milliseconds since the epoch. */
  authenticatedAt?: number;
  /** As the provider granted them, which may be fewer than requested. */
  scopes?: string[];
  /** False: access ends with the access token, because no refresh token came. */
  hasRefreshToken?: boolean;
  lastRefreshAt?: number;
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
  | 'pkce-left-out'
  | 'several-tokens'
  | 'callback-not-copied';

/** Something about the authentication that will not work, may stop working, or is easily forgotten. */
export interface Finding {
  code: FindingCode;
  severity: 'problem' | 'warning' | 'hint';
  /** Plain sentences: what it is, and what to do. */
  message: string;
  /** What one click changes; it settles the finding. */
  fix?: { label: string; patch: Partial<OAuth2Authentication> };
}

/** How a data source has been doing; times are milliseconds since the epoch. */
export interface Health {
  lastSuccessAt?: number;
  /** In plain words. */
  lastFailure?: { at: number; message: string };
  /** When the first failure came after the last success; absent while the last reading went well. */
  failingSince?: number;
  /** The last reading found rows that no setting leads to; in a sentence. */
  unread?: { at: number; message: string };
  /** Where the admin entered the day; negative days have passed. */
  secretExpiry?: { on: string; daysLeft: number };
  findings: Finding[];
}

export interface AuthenticateReply {
  /** To be opened in a new window. */
  authorizeUrl: string;
  /** Names this attempt in `authenticationStatus`. */
  attemptId: string;
  /** The draft that holds what the form said; absent when a stored data source is authenticated unchanged. */
  draftId?: string;
}

/** How an attempt stands. `expired` is also what a closed window ends in. */
export interface AttemptStatus {
  state: 'waiting' | 'authenticated' | 'failed' | 'expired';
  badge: Badge;
  problem?: ProblemReply;
}

/** What came of trying a client secret that was typed and is not stored yet. */
export interface SecretProof {
  /** `untried` where nothing could be refreshed with it, somebody else is at it, or the server did not respond. */
  outcome: 'works' | 'refused' | 'untried';
  /** Plain sentences for an admin. */
  message: string;
}

/** What an issuer publishes; empty where it names no such endpoint. */
export interface DiscoveredEndpoints {
  authUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  /** How clients authenticate there; absent where the issuer does not say. */
  clientAuthentication?: ClientAuthentication;
  /** What it will call itself in callbacks; absent where it does not announce that it does. */
  announcedIssuer?: AnnouncedIssuer;
  /** What the issuer calls itself, where that is not what was asked; for the admin to judge. */
  otherIssuer?: string;
}
