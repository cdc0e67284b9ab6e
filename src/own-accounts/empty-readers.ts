import type { DataSource } from '../data-sources/data-source';
import { completed, isReadable } from '../data-sources/data-source-store';
import { whoSignsIn } from '../data-sources/who-signs-in';
import type { Log, PartitionedStorage, RemainingTime } from '../ports';
import { oneReaderMs } from '../shared/limits';
import { openCount } from './change-connection';
import { endConnection, type EndServices } from './disconnect-account';
import { ownReasons } from './own-reasons';
import { cohortOf, type Reader, type ReaderCount } from './reader';

export interface EmptyServices extends EndServices {
  readers: PartitionedStorage<Reader>;
  remainingTime: RemainingTime;
  log: Log;
}

/** So many are proposed at once, since some of them may be done already. */
const proposedAtOnce = 100;

/**
 * Ends the accounts of at most so many readers whom an admin's act has disconnected from the data source: their rows and tokens
 * go, and the service is told; how many that were. From that act on nobody could use them any more.
 */
export async function emptyReaders(dataSourceId: string, most: number, services: EmptyServices): Promise<number> {
  const dataSource = await services.dataSources.get(dataSourceId);
  const reason = keepsReaders(dataSource) ? ownReasons.allDisconnected : undefined;
  const count = await openCount(services);
  let done = 0;
  for (const cohort of endedCohorts(dataSourceId, dataSource, count)) {
    for (const reader of await stillIn(cohort, services)) {
      if (done >= most || services.remainingTime() < oneReaderMs) return done;
      done += await ended(reader, reason, services);
    }
  }
  return done;
}

/** How many readers of the data source are left to be ended so. */
export async function readersLeft(dataSourceId: string, services: EmptyServices): Promise<number> {
  const dataSource = await services.dataSources.get(dataSourceId);
  const count = await openCount(services);
  const left = endedCohorts(dataSourceId, dataSource, count).map((cohort) => count.connected[cohort] ?? 0);
  return left.reduce((sum, each) => sum + each, 0);
}

/** The data sources with readers that are left to be ended. */
export async function dataSourcesToEmpty(services: EmptyServices): Promise<string[]> {
  const { connected } = await openCount(services);
  const ids = [...new Set(Object.keys(connected).map((cohort) => cohort.split(':')[0] ?? ''))];
  const left = await Promise.all(ids.map((id) => readersLeft(id, services)));
  return ids.filter((_, at) => (left[at] ?? 0) > 0);
}

/** Whether readers connect accounts of their own there, so that those who are disconnected are told. */
function keepsReaders(dataSource: DataSource | undefined): boolean {
  if (!dataSource || dataSource.deleting || !isReadable(dataSource)) return false;
  return whoSignsIn(completed(dataSource).settings) !== 'one-account';
}

/** Those of the data source that are not the one of today; of one that this version cannot read, none. */
function endedCohorts(dataSourceId: string, dataSource: DataSource | undefined, { connected }: ReaderCount): string[] {
  const all = Object.keys(connected).filter((cohort) => cohort.startsWith(`${dataSourceId}:`));
  if (dataSource && !isReadable(dataSource)) return [];
  return keepsReaders(dataSource) && dataSource ? all.filter((cohort) => cohort !== cohortOf(dataSource)) : all;
}

/** A query only proposes, and may name those that were ended moments ago. */
async function stillIn(cohort: string, { readers }: EmptyServices): Promise<Reader[]> {
  const proposed = await readers.having('cohort', cohort, proposedAtOnce);
  const stored = await readers.getMany(proposed.map(({ id }) => id));
  return stored.map(({ value }) => value).filter((reader) => reader.cohort === cohort);
}

async function ended(
  { dataSourceId, account: accountId }: Reader,
  reason: string | undefined,
  services: EmptyServices,
): Promise<number> {
  try {
    await endConnection({ dataSourceId, accountId }, reason, services);
    return 1;
  } catch (error) {
    services.log('reader-not-ended', { error: error instanceof Error ? error.name : 'unknown' });
    return 0;
  }
}
