import { connectionFingerprint } from '../data-sources/connection';
import type { DataSource } from '../data-sources/data-source';
import { listDataSources } from '../data-sources/data-source-store';
import type { DataSourceSettings } from '../shared/contract';
import { idleGrantMs, idleGrantsAtOnce, refreshNeedsMs } from '../shared/limits';
import { matchPreset } from '../shared/preset-match';
import { presets } from '../presets/preset-registry';
import type { EntityStorage } from '../ports';
import { grantId, type Grant } from './grant';
import type { GrantServices } from './grant-services';
import { isReadableGrant } from './readable-grant';
import { refreshConnection } from './refresh-connection';

export interface IdleServices extends GrantServices {
  dataSources: EntityStorage<DataSource>;
}

/** What became of the grants that nobody had used for long; the rest waits for the next hour. */
export interface IdleOutcome {
  refreshed: number;
  failed: number;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Refreshes grants that would die of disuse, the one unused for longest first, as far as the time of this invocation
 * goes. A failure is noted in its grant and does not keep the others from being refreshed.
 */
export async function refreshIdleGrants(services: IdleServices): Promise<IdleOutcome> {
  const outcome = { refreshed: 0, failed: 0 };
  for (const { grant, dataSource } of await idleGrants(services)) {
    if (services.remainingTime() < refreshNeedsMs) break;
    try {
      await refreshConnection({ grantId: grant.id, used: grant.tok }, dataSource, services);
      outcome.refreshed += 1;
    } catch (error) {
      outcome.failed += 1;
      services.log('idle-refresh-failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return outcome;
}

async function idleGrants(services: IdleServices): Promise<{ grant: Grant; dataSource: DataSource }[]> {
  const found: { grant: Grant; dataSource: DataSource }[] = [];
  for (const dataSource of await listDataSources(services.dataSources)) {
    const grant = await services.grants.get(grantId(dataSource.id));
    if (grant && isReadableGrant(grant) && isIdle(grant, dataSource, services.now())) found.push({ grant, dataSource });
  }
  return found.sort((a, b) => lastTried(a.grant) - lastTried(b.grant)).slice(0, idleGrantsAtOnce);
}

/** Only a refresh token dies of disuse, and only that of the connection as it is now is of use. */
function isIdle(grant: Grant, { settings }: DataSource, now: number): boolean {
  const { authentication } = settings;
  if (grant.fingerprint !== connectionFingerprint(settings)) return false;
  if (grant.state !== 'ok' || !grant.facts?.hasRefreshToken || authentication.type !== 'oauth2') return false;
  return now - lastUsed(grant) >= bearableDisuse(settings);
}

/** How long a refresh token of the data source's server may go unused, in milliseconds. */
export function bearableDisuse({ authentication }: DataSourceSettings): number {
  const preset = authentication.type === 'oauth2' ? matchPreset(authentication, presets) : undefined;
  const days = preset?.authentication.refreshEveryDays;
  return days === undefined ? idleGrantMs : days * day;
}

/** A lease that ended tells of an attempt that failed, so that those who always fail do not always come first. */
const lastTried = (grant: Grant) => Math.max(lastUsed(grant), grant.until);
/** When tokens of the grant were obtained last. */
export const lastUsed = ({ facts }: Grant) => facts?.lastRefreshAt ?? facts?.authenticatedAt ?? 0;
