import type { DataSource } from '../data-sources/data-source';
import type { PartitionedStorage, Storage } from '../ports';
import type { ReaderCounts } from '../shared/contract';
import { reconnectsCounted } from '../shared/limits';
import { openCount, type ConnectionRecords } from './change-connection';
import { ownFailuresToday } from './own-failures';
import { ownStateOf } from './own-grant';
import { cohortOf, type Reader } from './reader';

export interface CountServices extends Pick<ConnectionRecords, 'readerGrants' | 'readerCounts' | 'now'> {
  readers: PartitionedStorage<Reader>;
  storage: Storage;
}

/** What admins are told of the readers who connected accounts of their own: numbers alone, and no small ones. */
export async function readerCounts(dataSource: DataSource, services: CountServices): Promise<ReaderCounts> {
  const cohort = cohortOf(dataSource);
  const [count, reconnect, newest, failures] = await Promise.all([
    openCount(services),
    reconnectsOf(dataSource, services),
    services.readers.having('cohort', cohort, 1, true),
    ownFailuresToday(dataSource.id, services),
  ]);
  return {
    connected: told(count.connected[cohort] ?? 0),
    reconnect: reconnect >= reconnectsCounted ? 'many' : told(reconnect),
    usedOn: newest[0]?.value.usedOn,
    failures: failures.map(({ reason, count: times }) => ({ reason, count: told(times) })),
  };
}

const fewest = 5;

/** A small number would say something of somebody. */
const told = (count: number): number | 'few' => (count > 0 && count < fewest ? 'few' : count);

/** How many of them have to connect anew, of those who used their accounts longest ago. */
async function reconnectsOf(dataSource: DataSource, services: CountServices): Promise<number> {
  const { readers, readerGrants, now } = services;
  const found = await readers.having('cohort', cohortOf(dataSource), reconnectsCounted);
  const grants = await readerGrants.getMany(found.map(({ id }) => id));
  return grants.filter(({ value }) => ownStateOf(value, dataSource, now()).state === 'reconnect').length;
}
