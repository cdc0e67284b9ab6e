import type { DataSource } from '../data-sources/data-source';
import type { Grant } from '../grants/grant';
import type { Panel } from '../panel/panel';
import type {
  Content,
  Delay,
  Directory,
  EntityStorage,
  Log,
  Now,
  OutboundFetch,
  Redactor,
  RemainingTime,
  Secrets,
  Storage,
  Transact,
} from '../ports';

/** What one invocation works with, all bound to its site. */
export interface Services {
  storage: Storage;
  secrets: Secrets;
  dataSources: EntityStorage<DataSource>;
  grants: EntityStorage<Grant>;
  panels: EntityStorage<Panel>;
  /** Changes records of several entities at once, or none. */
  transact: Transact;
  /** Outbound requests after the host rules of `platform/fetch`. */
  fetch: OutboundFetch;
  content: Content;
  directory: Directory;
  /** The redirect URI of this installation: the address of its `oauth-callback` web trigger. */
  callbackUrl(): Promise<string>;
  redactor: Redactor;
  now: Now;
  delay: Delay;
  remainingTime: RemainingTime;
  log: Log;
  /** `http:` and loopback hosts are accepted: only on the local host with its demo servers. */
  loopbackAllowed: boolean;
}
