import type { Catalog } from '../data-sources/catalog/catalog';
import type { DataSource } from '../data-sources/data-source';
import type { Grant } from '../grants/grant';
import type { Reader, ReaderCount } from '../own-accounts/reader';
import type { RequestBudget } from '../panel/load/flight/request-budget';
import type { Flight } from '../panel/load/flight/flight';
import type { Portions } from '../panel/load/portions';
import type { RecentLoads } from '../panel/load/recent-loads';
import type { Panel } from '../panel/load/panel';
import type { SeenPages } from '../panel/load/seen-pages';
import type {
  Content,
  Delay,
  Directory,
  EntityStorage,
  Log,
  Now,
  OutboundFetch,
  PartitionedStorage,
  PushOwnWork,
  PushSlowFetch,
  Redactor,
  RemainingTime,
  Repeat,
  ReportAccounts,
  Secrets,
  Storage,
  Transact,
} from '../ports';

/** What one invocation works with, all bound to its site. */
export interface Services {
  storage: Storage;
  secrets: Secrets;
  catalog: Catalog;
  dataSources: EntityStorage<DataSource>;
  grants: EntityStorage<Grant>;
  /** Of readers who connected accounts of their own, by data source and account. */
  readerGrants: EntityStorage<Grant>;
  readers: PartitionedStorage<Reader>;
  readerCounts: EntityStorage<ReaderCount>;
  panels: EntityStorage<Panel>;
  flights: EntityStorage<Flight>;
  budgets: EntityStorage<RequestBudget>;
  readerBudgets: EntityStorage<RequestBudget>;
  /** What this process took of the minute's budgets in advance. */
  portions: Portions;
  pushSlowFetch: PushSlowFetch;
  pushOwnWork: PushOwnWork;
  /** What this process remembers of the panels of the site. */
  recentLoads: RecentLoads;
  /** The pages on which this process has seen panels of the site. */
  seenPages: SeenPages;
  /** Changes records of several entities at once, or none. */
  transact: Transact;
  /** Outbound requests after the host rules of `platform/fetch`. */
  fetch: OutboundFetch;
  content: Content;
  directory: Directory;
  /** The redirect URI of this installation: the address of its `oauth-callback` web trigger. */
  callbackUrl(): Promise<string>;
  /** Where *My connections* stands below the address of a site. */
  connectionsPath(): string;
  reportAccounts: ReportAccounts;
  redactor: Redactor;
  now: Now;
  delay: Delay;
  repeat: Repeat;
  remainingTime: RemainingTime;
  log: Log;
  /** `http:` and loopback hosts are accepted: only on the local host with its demo servers. */
  loopbackAllowed: boolean;
}
