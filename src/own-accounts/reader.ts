import type { DataSource } from '../data-sources/data-source';
import type { EntityStorage, Revisioned } from '../ports';
import { accountReportMs } from '../shared/limits';

/** The version written into new records of readers and of their counts. */
export const readerSchema = 1;

/** One account of a reader at one data source, by the same id as its grant: by it upkeep, admins and the reader find it. */
export interface Reader extends Revisioned {
  schema: number;
  id: string;
  dataSourceId: string;
  /** The Confluence account. */
  account: string;
  /** As `cohortOf`; `endedCohort` once admins or upkeep have ended it. */
  cohort: string;
  /** Milliseconds since the epoch. */
  connectedAt: number;
  /** The day of the last use, `YYYY-MM-DD`. */
  usedOn: string;
  /** When upkeep looks at it next. */
  checkAt: number;
  /** When the account is to be reported next; a week after it was connected where absent. */
  reportAt?: number;
}

/** All who connected to the data source since admins last disconnected all of its readers. */
export const cohortOf = ({ id, readersEpoch = 0 }: Pick<DataSource, 'id' | 'readersEpoch'>): string =>
  `${id}:${readersEpoch}`;

/** Those who were disconnected from the data source by others, and are told so. */
export const endedCohort = (dataSourceId: string): string => `ended:${dataSourceId}`;

/** The day of that moment in UTC, as `YYYY-MM-DD`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** When upkeep looks at a reader who was looked at now: their account is to be reported every week. */
export const nextCheck = (now: number): number => now + accountReportMs;

/** How many accounts of readers are connected. Changed in the transaction that connects or ends one. */
export interface ReaderCount extends Revisioned {
  schema: number;
  /** By cohort; those without any are left out. */
  connected: Record<string, number>;
}

export const readerCountId = 'counts';

/** Whether accounts of readers are left at the data source, be they of use or about to be ended. */
export async function hasReaders(
  dataSourceId: string,
  { readerCounts }: { readerCounts: Pick<EntityStorage<ReaderCount>, 'get'> },
): Promise<boolean> {
  const cohorts = Object.keys((await readerCounts.get(readerCountId))?.connected ?? {});
  return cohorts.some((cohort) => cohort.startsWith(`${dataSourceId}:`));
}

/** How many are connected, of all data sources. */
export const allConnected = ({ connected }: ReaderCount): number =>
  Object.values(connected).reduce((sum, count) => sum + count, 0);

/** The counts after one reader has gone from one cohort to another; each may be missing. */
export function movedCounts({ connected }: ReaderCount, from: string | undefined, to: string | undefined) {
  const counts = new Map(Object.entries(connected));
  const add = (cohort: string | undefined, count: number): void => {
    if (cohort === undefined || cohort.startsWith('ended:')) return;
    const sum = (counts.get(cohort) ?? 0) + count;
    if (sum > 0) counts.set(cohort, sum);
    else counts.delete(cohort);
  };
  add(from, -1);
  add(to, 1);
  return Object.fromEntries(counts);
}
