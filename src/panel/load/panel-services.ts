import type { Catalog } from '../../data-sources/catalog/catalog';
import type { Grant } from '../../grants/grant';
import type { FormServices } from '../../grants/authorize-form';
import type { Reader } from '../../own-accounts/reader';
import type {
  Content,
  Directory,
  EntityStorage,
  PartitionedStorage,
  PushSlowFetch,
  Repeat,
  Transact,
} from '../../ports';
import type { RequestBudget } from './flight/request-budget';
import type { Flight } from './flight/flight';
import type { Portions } from './portions';
import type { RecentLoads } from './recent-loads';
import type { Panel } from './panel';
import type { SeenPages } from './seen-pages';

/** What it takes to load, test and change panels. */
export interface PanelServices extends FormServices {
  readerGrants: EntityStorage<Grant>;
  readers: PartitionedStorage<Reader>;
  catalog: Catalog;
  panels: EntityStorage<Panel>;
  content: Content;
  directory: Pick<Directory, 'me' | 'space'>;
  flights: EntityStorage<Flight>;
  budgets: EntityStorage<RequestBudget>;
  readerBudgets: EntityStorage<RequestBudget>;
  portions: Portions;
  transact: Transact;
  repeat: Repeat;
  pushSlowFetch: PushSlowFetch;
  recentLoads: RecentLoads;
  seenPages: SeenPages;
}
