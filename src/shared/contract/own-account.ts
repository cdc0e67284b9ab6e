import type { ProblemReply } from '../problem';

/**
 * Whose account rows are read with: that of the admin who signed in, that of each reader, or that of each reader who has
 * connected one and the admin's for the others, in the panels that say so.
 */
export type WhoSignsIn = 'one-account' | 'each-reader' | 'each-reader-else-shared';

/** What a reader is shown in place of rows that only their own account can bring. */
export interface ConnectCard {
  dataSourceId: string;
  /** Name of the data source. */
  service: string;
  /** Where they will sign in: the host of the Auth URL. */
  host: string;
  /** What the service is asked for, as it names it; may be empty. */
  scopes: string[];
  /** Set where an account was connected that is of no use any more: why, in a sentence for readers. */
  reconnect?: string;
}

export interface ConnectReply {
  attemptId: string;
  /** To be opened in a new window. */
  authorizeUrl: string;
}

/** How an attempt to connect stands; `expired` is also what a closed window ends in. */
export interface ConnectionStatus {
  state: 'waiting' | 'connected' | 'failed' | 'expired';
  problem?: ProblemReply;
}

/** One account of the caller at one service. */
export interface OwnConnection {
  dataSourceId: string;
  service: string;
  host: string;
  state: 'connected' | 'reconnect';
  /** Why to connect again, in a sentence. */
  reason?: string;
  /** What the service calls the account; absent where it does not say. */
  accountName?: string;
  /** Milliseconds since the epoch. */
  connectedAt: number;
  /** The day of the last use, `YYYY-MM-DD`. */
  usedOn?: string;
}

/** A sign-in that came back to the one who began it, to be confirmed. */
export interface ArrivedAccount {
  attemptId: string;
  service: string;
  host: string;
  /** What the service calls the account; absent where it does not say. */
  accountName?: string;
}

/** What came of the question whether to connect the account. `page` leads back to where the sign-in began, a path. */
export interface ConfirmReply {
  state: 'connected' | 'discarded';
  page?: string;
}

/** What came of a disconnection: revoked at the service, nothing to revoke it at, or refused there. */
export interface DisconnectReply {
  revoked: 'revoked' | 'no-address' | 'failed';
}

/** How many readers use a data source with accounts of their own. Names nobody; small numbers are not told. */
export interface ReaderCounts {
  /** `few`: fewer than five, but some. */
  connected: number | 'few';
  reconnect: number | 'few' | 'many';
  /** The day of the last use by anybody, `YYYY-MM-DD`. */
  usedOn?: string;
  /** Failed readings of today, by reason in a sentence. */
  failures: { reason: string; count: number | 'few' }[];
}

/** The calls of readers about accounts of their own, from the macros and from *My connections*. */
export interface OwnAccountCalls {
  connectAccount: { input: { panelId: string }; output: ConnectReply };
  connectionStatus: { input: { attemptId: string }; output: ConnectionStatus };
  myConnections: { input: undefined; output: OwnConnection[] };
  disconnectAccount: { input: { dataSourceId: string }; output: DisconnectReply };
}

/** The calls of *My connections*, where sign-ins land. */
export interface ConnectionsCalls extends Omit<OwnAccountCalls, 'connectAccount' | 'connectionStatus'> {
  arrive: { input: { handle: string }; output: ArrivedAccount };
  confirm: { input: { attemptId: string; accept: boolean }; output: ConfirmReply };
}

/** The calls of admins about the accounts of readers; `left` counts what is still to be deleted and revoked. */
export interface ReaderAccountsCalls {
  readerCounts: { input: { dataSourceId: string }; output: ReaderCounts };
  disconnectReaders: { input: { dataSourceId: string }; output: { left: number } };
  readersProgress: { input: { dataSourceId: string }; output: { left: number } };
}
