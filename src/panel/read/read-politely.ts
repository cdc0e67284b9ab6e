import type { DataSource } from '../../data-sources/data-source';
import { noteReading } from '../../data-sources/health';
import type { Storage } from '../../ports';
import { Problem } from '../../shared/problem';
import { isRateLimit } from './answer';
import { readRemote } from './read-remote';
import type { Remote, RemoteReading, RemoteServices, TakePage } from './remote';
import { noteWait, respectWait, usualWaitMs } from './retry-after';

export interface ReadServices extends RemoteServices {
  storage: Storage;
}

/**
 * A live reading of a stored data source: as `readWithWaits`, and how it went is noted for the admins.
 * @throws Problem of `readWithWaits`
 */
export async function readPolitely(
  dataSource: Pick<DataSource, 'id' | 'settings'>,
  remote: Remote,
  services: ReadServices,
  take: TakePage,
): Promise<RemoteReading> {
  try {
    const reading = await readWithWaits(dataSource, remote, services, take);
    await note(dataSource.id, undefined, services);
    return reading;
  } catch (error) {
    if (error instanceof Problem) await note(dataSource.id, error, services);
    throw error;
  }
}

/** The rows matter more than the note. */
async function note(dataSourceId: string, problem: Problem | undefined, services: ReadServices): Promise<void> {
  await noteReading(dataSourceId, problem, services).catch(() => undefined);
}

/**
 * As `readRemote`, and a wait that the remote asks for is kept by everybody who reads from the data source.
 * @throws Problem of `readRemote`; `remote-rate-limited` without a request while the remote wants to be left alone
 */
export async function readWithWaits(
  { id, settings }: Pick<DataSource, 'id' | 'settings'>,
  remote: Remote,
  services: ReadServices,
  take: TakePage,
): Promise<RemoteReading> {
  await respectWait(services.storage, { id, name: settings.name }, services.now());
  let asked: AskedUntil | undefined;
  const answered: Remote['answered'] = (answer) => {
    const { status, retryAfterMs = isRateLimit(answer) ? usualWaitMs : undefined } = answer;
    const asksToWait = retryAfterMs !== undefined && (isRateLimit(answer) || status === 503);
    asked = asksToWait ? { until: services.now() + retryAfterMs, status } : undefined;
    remote.answered?.(answer);
  };
  try {
    return await readRemote({ ...remote, answered }, services, take);
  } finally {
    await keepWait(id, asked, services);
  }
}

interface AskedUntil {
  until: number;
  status: number;
}

async function keepWait(dataSourceId: string, asked: AskedUntil | undefined, services: ReadServices): Promise<void> {
  const now = services.now();
  if (!asked || asked.until <= now) return;
  await noteWait(services.storage, dataSourceId, { waitMs: asked.until - now, status: asked.status }, now);
}
