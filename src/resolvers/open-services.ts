import type { DataSource } from '../data-sources/data-source';
import type { Grant } from '../grants/grant';
import type { RequestBudget } from '../panel/load/flight/request-budget';
import type { Flight } from '../panel/load/flight/flight';
import { recentLoadsBySite } from '../panel/load/recent-loads';
import type { Panel } from '../panel/load/panel';
import { platformContent } from '../platform/content';
import { platformDirectory } from '../platform/directory';
import { platformEntity, platformTransact } from '../platform/entities';
import { outboundFetch } from '../platform/fetch';
import { delay, remainingTime, repeat } from '../platform/invocation';
import { platformLog } from '../platform/log';
import { loopbackAllowed } from '../platform/loopback';
import { reportAccounts } from '../platform/privacy';
import { pushSlowFetch } from '../platform/queue';
import { createRedactor } from '../masking/redactor';
import { platformSecrets } from '../platform/secrets';
import { platformStorage } from '../platform/storage';
import { callbackUrl } from '../platform/web-trigger';
import type { Services } from './services';

/** Lives as long as the process. */
const recentLoadsOf = recentLoadsBySite();

/** The services of one invocation. Without an account (web trigger, schedule) Confluence says no to everything. */
export function openServices(caller: { site: string; accountId: string; claimedContentType?: string }): Services {
  const policy = { loopbackAllowed: loopbackAllowed() };
  return {
    ...policy,
    storage: platformStorage,
    secrets: platformSecrets,
    dataSources: platformEntity<DataSource>('data-source', 'name'),
    grants: platformEntity<Grant>('grant', 'schema'),
    panels: platformEntity<Panel>('panel', 'name'),
    flights: platformEntity<Flight>('flight', 'schema'),
    budgets: platformEntity<RequestBudget>('budget', 'schema'),
    readerBudgets: platformEntity<RequestBudget>('reader-budget', 'schema'),
    pushSlowFetch,
    recentLoads: recentLoadsOf(caller.site),
    transact: platformTransact,
    fetch: outboundFetch(policy),
    content: platformContent(caller.site, caller.accountId, caller.claimedContentType),
    directory: platformDirectory(caller.site, caller.accountId),
    callbackUrl,
    reportAccounts,
    redactor: createRedactor(),
    now: () => Date.now(),
    delay,
    repeat,
    remainingTime,
    log: platformLog,
  };
}
