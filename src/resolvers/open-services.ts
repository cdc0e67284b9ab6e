import { createCatalog } from '../data-sources/catalog/catalog';
import { cataloged } from '../data-sources/catalog/cataloged';
import type { CatalogPage } from '../data-sources/catalog/pages';
import type { DataSource } from '../data-sources/data-source';
import type { Grant } from '../grants/grant';
import type { Reader, ReaderCount } from '../own-accounts/reader';
import type { RequestBudget } from '../panel/load/flight/request-budget';
import type { Flight } from '../panel/load/flight/flight';
import { recentLoadsBySite } from '../panel/load/recent-loads';
import type { Panel } from '../panel/load/panel';
import { portionsBySite } from '../panel/load/portions';
import { seenPagesBySite } from '../panel/load/seen-pages';
import { connectionsPath } from '../platform/app-pages';
import { platformContent } from '../platform/content';
import { platformDirectory } from '../platform/directory';
import { platformEntity, platformPartitions, platformTransact } from '../platform/entities';
import { outboundFetch } from '../platform/fetch';
import { delay, remainingTime, repeat } from '../platform/invocation';
import { platformLog } from '../platform/log';
import { loopbackAllowed } from '../platform/loopback';
import { reportAccounts } from '../platform/privacy';
import { pushOwnWork, pushSlowFetch } from '../platform/queue';
import { createRedactor } from '../masking/redactor';
import { platformSecrets } from '../platform/secrets';
import { platformStorage } from '../platform/storage';
import { callbackUrl } from '../platform/web-trigger';
import type { Now } from '../ports';
import type { Services } from './services';

/** Lives as long as the process. */
const recentLoadsOf = recentLoadsBySite();
const seenPagesOf = seenPagesBySite();
const portionsOf = portionsBySite();

/** The services of one invocation. Without an account (web trigger, schedule) Confluence says no to everything. */
export function openServices(caller: { site: string; accountId: string; claimedContentType?: string }): Services {
  const policy = { loopbackAllowed: loopbackAllowed() };
  const now = () => Date.now();
  return {
    ...policy,
    storage: platformStorage,
    secrets: platformSecrets,
    ...catalogedRecords(now),
    grants: platformEntity<Grant>('grant', 'schema'),
    readerGrants: platformEntity<Grant>('reader-grant', 'schema'),
    readers: platformPartitions<Reader>('reader', 'schema'),
    readerCounts: platformEntity<ReaderCount>('reader', 'schema'),
    flights: platformEntity<Flight>('flight', 'schema'),
    budgets: platformEntity<RequestBudget>('budget', 'schema'),
    readerBudgets: platformEntity<RequestBudget>('reader-budget', 'schema'),
    portions: portionsOf(caller.site),
    pushSlowFetch,
    pushOwnWork,
    recentLoads: recentLoadsOf(caller.site),
    seenPages: seenPagesOf(caller.site),
    fetch: outboundFetch(policy),
    content: platformContent(caller.site, caller.accountId, caller.claimedContentType),
    directory: platformDirectory(caller.site, caller.accountId),
    callbackUrl,
    connectionsPath,
    reportAccounts,
    redactor: createRedactor(),
    now,
    delay,
    repeat,
    remainingTime,
    log: platformLog,
  };
}

/** Data sources and panels with their catalog, and the transactions that may change them. */
function catalogedRecords(now: Now): Pick<Services, 'catalog' | 'dataSources' | 'panels' | 'transact'> {
  const dataSources = platformEntity<DataSource>('data-source', 'name');
  const panels = platformEntity<Panel>('panel', 'name');
  const pages = platformEntity<CatalogPage>('catalog', 'schema');
  const catalog = createCatalog(pages, { 'data-source': dataSources, panel: panels }, now);
  return { catalog, ...cataloged({ dataSources, panels, transact: platformTransact }, catalog, now) };
}
