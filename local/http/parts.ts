import type { AppBuild, HostBuild } from '../build/build';
import type { Manifest } from '../shared/manifest';
import type { Functions } from '../platform/functions';
import type { Limits } from '../platform/limits';
import type { ContentChange } from '../platform/page-events/content-event';
import type { InvocationRates } from '../platform/rates';
import type { Site } from '../platform/site';
import type { HostNote } from '../shared/api';
import type { Sessions } from './sessions';
import type { Views } from './views';

/** The addresses of a host: its own page, the frames of the app, and the public web triggers. */
export interface Origins {
  host: string;
  resource: string;
  webTrigger: string;
}

/** What the routes work with. */
export interface HttpParts {
  origins: Origins;
  /** The app's folder, against which the manifest's paths stand. */
  folder: string;
  manifest: Manifest;
  app: AppBuild;
  page: HostBuild['page'];
  site: Site;
  /** All installations: web triggers are found among them by their id. */
  sites(): Site[];
  functions: Functions;
  rates: InvocationRates;
  limits: Limits;
  sessions: Sessions;
  views: Views;
  notes: HostNote[];
  allowLoopback: boolean;
  /** Gives `extension.location` to every module. */
  undocumentedLocation: boolean;
  /** What the manifest has that the host does not model, a sentence each. */
  notModelled(): string[];
  /** Tells the app's triggers. */
  contentChanged(change: ContentChange): void;
  log(level: string, text: string): void;
}
