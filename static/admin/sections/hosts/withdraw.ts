import type { DataSourceSettings } from '../../../../src/shared/contract';
import { callAdmin } from '../../../shared/call';
import { approvedGroups, withdrawDomain } from '../../../shared/platform';
import { approvalsOf } from './approval';
import { requiredOrigins } from './required-origins';

async function originsInUse(): Promise<Set<string>> {
  const sources = await callAdmin('listDataSources');
  const views = await Promise.all(sources.map(({ id }) => callAdmin('getDataSource', { id })));
  return new Set(views.flatMap(({ settings }) => requiredOrigins(settings)));
}

/**
 * Takes back the approval of hosts that the given settings used and no data source uses any more, so that the app may
 * reach no more than it needs. An approval that cannot be taken back stays: that is untidy, not wrong.
 */
export async function withdrawUnused(former: DataSourceSettings, now?: DataSourceSettings): Promise<void> {
  const kept = now ? requiredOrigins(now) : [];
  const given = requiredOrigins(former).filter((origin) => !kept.includes(origin));
  if (given.length === 0) return;
  try {
    const used = await originsInUse();
    const groups = await approvedGroups();
    const unused = given.filter((origin) => !used.has(origin)).flatMap((origin) => approvalsOf(groups, origin));
    for (const { key, domain } of unused) await withdrawDomain(key, domain);
  } catch {
    return;
  }
}
