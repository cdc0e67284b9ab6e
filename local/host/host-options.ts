import type { Clock } from '../shared/clock';
import type { HostNote } from '../shared/api';
import type { Faults } from '../platform/faults';
import type { Limits } from '../platform/limits';
import type { ProductSeed } from '../platform/product/seed';

export interface LogEntry {
  level: string;
  /** The invocation that wrote the line, or empty for the host's own. */
  invocation: string;
  text: string;
}

export interface HostOptions {
  /** The app's folder, with its `manifest.yml`. */
  dir: string;
  /** Database file, or `:memory:`. */
  db: string;
  /** The host's page; the next port serves the app's resources and web triggers. 0 takes any free pair. */
  port: number;
  /** The app's Forge environment variables, which its functions find in `process.env`. */
  variables?: Record<string, string>;
  /** Lets functions reach loopback addresses, over `http:` too. Off unless said. */
  allowLoopback?: boolean;
  /**
   * Gives `extension.location` to modules, too, whose page of the manifest reference does not list it, a macro's among them.
   * Off unless said, since nobody can count on it there.
   */
  undocumentedLocation?: boolean;
  notes?: HostNote[];
  /**
   * Worker threads, so many invocations run at a time; 2 unless said. Consumers of queues leave one of them to the rest,
   * except when it is the only one.
   */
  workers?: number;
  clock?: Clock;
  /** The users, spaces and pages to start with. */
  product?: ProductSeed;
  limits?: Partial<Limits>;
  /** Milliseconds by which queries lag behind writes, by the host’s clock; 2,000 unless said. */
  queryLag?: number;
  /** True lets scheduled triggers run by the clock; otherwise only `runScheduled` runs them. */
  schedules?: boolean;
  /** True where the app was built beforehand; otherwise it is built each time, as an app that changes needs it. */
  built?: boolean;
  /** True looks at the app as a deployment does, and refuses what a deployment refuses; it takes some seconds. */
  check?: boolean;
  /** Lets platform calls go wrong, for tests of what is left after a crash. */
  faults?: Faults;
  /** Told every line that functions write to the console, and what the host has to say. */
  log?: (entry: LogEntry) => void;
}
