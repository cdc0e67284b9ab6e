import type { RequestMethod } from './shared/contract';

/** What the app needs of the platform, as plain arguments: nothing below `resolvers` imports the platform itself. */

/** A record of an entity that changes by compare-and-set. `rev` only grows; `by` names the write that made it. */
export interface Revisioned {
  rev: number;
  by: string;
}

/** The open key-value records. Reads of one key are strictly consistent, lists may lag behind writes. */
export interface Storage {
  /** The value, or `undefined` where the key is absent. */
  get<T>(key: string): Promise<T | undefined>;
  getMany<T>(keys: string[]): Promise<Map<string, T>>;
  set(key: string, value: unknown, options?: { ttlSeconds?: number }): Promise<void>;
  /**
   * True if this call made the key, false if it was there. Never overwrites. Where its reply is lost, the value tells whose
   * the key is, so it should be one that nobody else writes.
   */
  create(key: string, value: unknown, options?: { ttlSeconds?: number }): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** Every key that begins with the prefix, with its value; may miss writes of the last moments. */
  list<T>(prefix: string): Promise<{ key: string; value: T }[]>;
  /** The same without the values, which are never all in memory at once. */
  keys(prefix: string): Promise<string[]>;
}

/** Entity records (`data-source`, `panel`, `catalog`, `grant`, `flight`, `budget`, `reader-budget`, `reader-grant`, `reader`), changed only where the stored `rev` is the one that was read. */
export interface EntityStorage<T extends Revisioned> {
  get(id: string): Promise<T | undefined>;
  /** True if this call made the record, false if the id was taken. */
  create(id: string, value: T, options?: { ttlSeconds?: number }): Promise<boolean>;
  /** True if the stored `rev` was `expectedRev` and `value` is stored now. Safe to repeat: settled by `by`. */
  replace(id: string, expectedRev: number, value: T, options?: { ttlSeconds?: number }): Promise<boolean>;
  delete(id: string): Promise<void>;
  /** The records of those ids that are there, in no order. */
  getMany(ids: string[]): Promise<{ id: string; value: T }[]>;
  /** All records; may lag behind writes, except those of data sources and panels. */
  list(): Promise<{ id: string; value: T }[]>;
  /**
   * At most so many of the records whose time (`expiresAt`; `dueAt` of readers' grants, `checkAt` of readers) is over, the
   * longest first; may lag behind writes. `undefined` where that cannot be queried, because the platform has not built the
   * index yet.
   */
  expired(now: number, most: number): Promise<{ id: string; value: T }[] | undefined>;
}

/** Entity records that can also be found by what one of their members holds. */
export interface PartitionedStorage<T extends Revisioned> extends EntityStorage<T> {
  /**
   * At most so many of the records that hold the text in that member, in the order of their index or in the opposite one; may
   * lag behind writes.
   */
  having(
    member: keyof T & string,
    text: string,
    most: number,
    isBackwards?: boolean,
  ): Promise<{ id: string; value: T }[]>;
}

export type EntityName =
  'data-source' | 'panel' | 'catalog' | 'grant' | 'flight' | 'budget' | 'reader-budget' | 'reader-grant' | 'reader';

/**
 * One record of a transaction, written only where the stored `rev` is `expectedRev`; `undefined` for an id that was
 * reserved for this write, where nothing can stand yet.
 */
export interface EntityWrite {
  entity: EntityName;
  id: string;
  expectedRev: number | undefined;
  value: Revisioned;
  ttlSeconds?: number;
}

/** One record that a transaction deletes, only where the stored `rev` is `expectedRev`. */
export interface EntityRemoval {
  entity: EntityName;
  id: string;
  expectedRev: number;
  value?: undefined;
}

export type EntityChange = EntityWrite | EntityRemoval;

/** Open key-value records that are written and deleted with the entity records of a transaction. */
export interface OpenChanges {
  set: { key: string; value: unknown; ttlSeconds: number }[];
  delete: string[];
}

/** A record that a transaction leaves alone, and that must still be as it was read. */
export interface EntityCheck {
  entity: EntityName;
  id: string;
  rev: number;
}

/**
 * Changes several entity records at once, and open records with them, 25 with the checks at most. True if all are stored
 * now, false if a condition or a check was not met and none is. Settled by `by` of the first change, which therefore needs
 * an `expectedRev`.
 */
export type Transact = (
  changes: [EntityWrite & { expectedRev: number }, ...EntityChange[]],
  open?: OpenChanges,
  checks?: readonly EntityCheck[],
) => Promise<boolean>;

/** Write-only towards the browser: what is in here never stands in a reply. */
export interface Secrets {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown, options?: { ttlSeconds?: number }): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Milliseconds since the epoch. */
export type Now = () => number;

/**
 * An outbound request whose host has passed the host rules. Never follows a redirect by itself.
 * @throws Problem `host-not-allowed`, `port-not-allowed`, `host-unknown`, `certificate-invalid`, `remote-unreachable`,
 * `remote-timeout`; no message names a host
 */
export type OutboundFetch = (url: URL, init: OutboundInit) => Promise<Response>;

export interface OutboundInit {
  method: RequestMethod;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** Notes secrets in use, so that they are masked in everything that comes back from an API, and in what leaves the function. */
export interface Redactor {
  /** Adds a secret or token of this invocation; too short ones (under 4 characters) are ignored. */
  remember(secret: string): void;
  /**
   * A text about requests and problems with every remembered secret masked, however it is encoded, and with the values of
   * query parameters that are secrets by their name.
   */
  redact(text: string): string;
  /** A text of data with the remembered secrets masked that are found in no data by chance. */
  mask(text: string): string;
  /**
   * The document that a text was parsed to, with the same secrets masked in its texts, names and numbers; the document
   * itself where the text holds none. ASCII stands as ASCII in the bytes of the text.
   */
  maskDocument(document: unknown, bytes: Uint8Array): unknown;
}

/** The time an invocation has left, in milliseconds. */
export type RemainingTime = () => number;

/** A read that is too slow or too long for a reader's call. */
export interface SlowFetch {
  panelId: string;
  flightId: string;
  /** The holder's name that the lease is kept under for whoever takes this up. */
  ticket: string;
  /** What the panel's variables and the reader's context stand for, by path. */
  values?: Record<string, string>;
  /** Whose own account reads; absent for the one that all share. */
  accountId?: string;
}

/**
 * Hands the read to a function with 15 minutes of time, which begins after that many milliseconds at the earliest. False if
 * it cannot be taken just now. Never throws.
 */
export type PushSlowFetch = (job: SlowFetch, delayMs: number) => Promise<boolean>;

/** Work on the accounts of readers that is done in portions: to end those of a data source, or what is due at this hour. */
export type OwnWork = { what: 'empty'; dataSourceId: string; idle: number } | { what: 'due' };

/** Hands a portion of the work to a queue. False if it cannot be taken just now; then the hourly job takes it up. Never throws. */
export type PushOwnWork = (work: OwnWork, delayMs?: number) => Promise<boolean>;

/** Does the work again and again, after so many milliseconds each time, until what it answers is called. */
export type Repeat = (everyMs: number, work: () => Promise<unknown>) => () => void;

/** Resolves after that many milliseconds. */
export type Delay = (milliseconds: number) => Promise<void>;

/** Structured log: a code, ids, a status, a duration; never messages, URLs, headers or bodies. */
export type Log = (event: string, facts?: Record<string, string | number | boolean | undefined>) => void;

/** A page or blog post that the caller was seen to have the needed permission on. */
export interface VerifiedContent {
  id: string;
  spaceId: string;
  title?: string;
  /** Origin of the site it is on. */
  siteUrl?: string;
}

/** What Confluence tells callers about themselves; what their privacy settings hide is empty. */
export interface OwnAccount {
  email: string;
  displayName: string;
  publicName: string;
  active: boolean;
}

/**
 * What Confluence says about content and the people on it, always called as the caller. Any doubt means `undefined`.
 */
export interface Content {
  /** The current page or blog post, if the caller may read it. */
  readable(contentId: string): Promise<VerifiedContent | undefined>;
  /** The page or blog post (drafts included), if the caller may edit it. */
  editable(contentId: string): Promise<VerifiedContent | undefined>;
}

/** An account id that the app stores, and when it was stored last, in milliseconds since the epoch. */
export interface StoredAccount {
  accountId: string;
  updatedAt: number;
}

/** Tells Atlassian about stored account ids, 90 at most; returns those that were closed or changed since. */
export type ReportAccounts = (
  accounts: StoredAccount[],
) => Promise<{ accountId: string; status: 'closed' | 'updated' }[]>;

/** An admin of the site's Confluence, somebody else, or somebody of whom Confluence does not say it, as it may of nobody. */
export type AdminStanding = 'admin' | 'other' | 'unknown';

/** Accounts and spaces of the site, called as the caller. */
export interface Directory {
  /** Whether Confluence takes them for one of its admins. `recentEnough` takes a yes of the last minute. */
  adminStanding(recentEnough?: boolean): Promise<AdminStanding>;
  /** The public name of an account, or `undefined` if Confluence does not say. */
  displayName(accountId: string): Promise<string | undefined>;
  /** The callers themselves, or `undefined` if Confluence does not say. */
  me(): Promise<OwnAccount | undefined>;
  /** The space of that id, or `undefined` if the caller cannot see it. */
  space(id: string): Promise<{ key: string; name: string } | undefined>;
  /** At most `limit` spaces the caller can see, whose name or key contains the text, or that have one of the ids. */
  findSpaces(
    query: { text: string; ids?: string[] },
    limit: number,
  ): Promise<{ id: string; key: string; name: string }[]>;
}
