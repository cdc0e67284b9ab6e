import type { DataSource } from '../../data-sources/data-source';
import { noteReading } from '../../data-sources/health';
import { sharedIdentity } from '../../grants/grant';
import type { Storage } from '../../ports';
import { moreText } from '../../shared/more-text';
import { Problem } from '../../shared/problem';
import { isRateLimit } from './upstream-response';
import { readUpstream } from './read-upstream';
import type { Upstream, UpstreamReading, UpstreamServices, TakePage } from './upstream';
import { isOfOneAccount } from './readers-trouble';
import { noteWait, respectWait, usualWaitMs } from './retry-after';

export interface ReadServices extends UpstreamServices {
  storage: Storage;
}

/**
 * A live reading of a stored data source: as `readWithWaits`, and how it went is noted for the admins, but for what is the
 * trouble of one reader's own account.
 * @throws Problem of `readWithWaits`
 */
export async function readPolitely(
  dataSource: Pick<DataSource, 'id' | 'settings'>,
  upstream: Upstream,
  services: ReadServices,
  take: TakePage,
): Promise<UpstreamReading> {
  try {
    const reading = await readWithWaits(dataSource, upstream, services, take);
    await note(dataSource.id, undefined, services, unreadIn(reading));
    return reading;
  } catch (error) {
    const isOwn = upstream.access.identity !== sharedIdentity;
    if (error instanceof Problem && !(isOwn && isOfOneAccount(error))) await note(dataSource.id, error, services);
    throw error;
  }
}

/** What a reading says of rows that no setting leads to; `undefined` where it did not look, as the rows are still the same. */
function unreadIn({ stopReason, more, notModified }: UpstreamReading): string | undefined {
  if (notModified) return undefined;
  return stopReason === 'unfollowed' ? moreText(more, 'en') : '';
}

/** The rows matter more than the note. */
async function note(
  dataSourceId: string,
  problem: Problem | undefined,
  services: ReadServices,
  unread?: string,
): Promise<void> {
  await noteReading(dataSourceId, problem, services, unread).catch(() => undefined);
}

/**
 * As `readUpstream`, and a wait that the API wants is kept by everybody who reads from the data source with the same account.
 * @throws Problem of `readUpstream`; `remote-rate-limited` without a request while the API wants to be left alone
 */
export async function readWithWaits(
  { id, settings }: Pick<DataSource, 'id' | 'settings'>,
  upstream: Upstream,
  services: ReadServices,
  take: TakePage,
): Promise<UpstreamReading> {
  const { identity } = upstream.access;
  await respectWait(services.storage, { id, name: settings.name, identity }, services.now());
  let requested: WaitUntil | undefined;
  const onResponse: Upstream['onResponse'] = (response) => {
    const { status, retryAfterMs = isRateLimit(response) ? usualWaitMs : undefined } = response;
    const isToldToWait = retryAfterMs !== undefined && (isRateLimit(response) || status === 503);
    requested = isToldToWait ? { until: services.now() + retryAfterMs, status } : undefined;
    upstream.onResponse?.(response);
  };
  try {
    return await readUpstream({ ...upstream, onResponse }, services, take);
  } finally {
    await keepWait({ id, identity }, requested, services);
  }
}

interface WaitUntil {
  until: number;
  status: number;
}

async function keepWait(
  of: { id: string; identity: string },
  requested: WaitUntil | undefined,
  services: ReadServices,
): Promise<void> {
  const now = services.now();
  if (!requested || requested.until <= now) return;
  await noteWait(services.storage, of, { waitMs: requested.until - now, status: requested.status }, now);
}
