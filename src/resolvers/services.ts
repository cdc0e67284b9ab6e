import type { Content, EntityStorage, Log, Now, OutboundFetch, Redactor, RemainingTime, Secrets, Storage } from '../ports';
import type { DataSource } from '../data-sources/data-source';
import type { Grant } from '../grants/grant';
import type { Panel } from '../panel/panel';

/** What one invocation works with, all bound to its site. */
export interface Services {
  storage: Storage;
  secrets: Secrets;
  dataSources: EntityStorage<DataSource>;
  grants: EntityStorage<Grant>;
  panels: EntityStorage<Panel>;
  /** Outbound requests after the host rules of `platform/fetch`. */
  fetch: OutboundFetch;
  content: Content;
  redactor: Redactor;
  now: Now;
  remainingTime: RemainingTime;
  log: Log;
}
