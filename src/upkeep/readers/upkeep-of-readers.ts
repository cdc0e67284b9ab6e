import { dataSourcesToEmpty, emptyReaders, readersLeft, type EmptyServices } from '../../own-accounts/empty-readers';
import { discardOldUnconfirmed } from '../../own-accounts/unconfirmed';
import type { OwnWork, PushOwnWork } from '../../ports';
import { idleEventPauseMs, idleEvents, oneReaderMs, readersAnEvent, readersAnHour } from '../../shared/limits';
import { checkReaders, type CheckServices } from './check-readers';
import { deleteDueOfReaders } from './delete-due';

export interface ReadersUpkeepServices extends CheckServices, EmptyServices {
  pushOwnWork: PushOwnWork;
  now(): number;
}

/** What became of readers' accounts in one go. */
export interface ReadersUpkeep {
  unconfirmed: number;
  tokenSets: number;
  reported: number;
  unused: number;
  refreshed: number;
}

/**
 * The hourly job for readers' accounts: looks after as many as an hour's job may itself, and hands the rest to a queue, as it does
 * those of data sources whose readers were all disconnected.
 */
export async function upkeepOfReaders(services: ReadersUpkeepServices): Promise<ReadersUpkeep> {
  const unconfirmed = await discardOldUnconfirmed(services);
  for (const dataSourceId of await dataSourcesToEmpty(services)) {
    await services.pushOwnWork({ what: 'empty', dataSourceId, idle: 0 });
  }
  const { isAll, ...done } = await doWhatIsDue(readersAnHour, services);
  if (!isAll) await services.pushOwnWork({ what: 'due' });
  return { unconfirmed, ...done };
}

/** Does one portion of the work, and hands over the next where there is one. */
export async function doOwnWork(work: OwnWork, services: ReadersUpkeepServices): Promise<void> {
  if (work.what === 'empty') return emptyOn(work, services);
  const { isAll } = await doWhatIsDue(readersAnEvent, services);
  if (!isAll) await services.pushOwnWork(work);
}

/** Where queries name none that are left although some are, they lag behind; the hourly job goes on if that lasts. */
async function emptyOn(work: OwnWork & { what: 'empty' }, services: ReadersUpkeepServices): Promise<void> {
  const { dataSourceId } = work;
  const done = await emptyReaders(dataSourceId, readersAnEvent, services);
  const idle = done > 0 ? 0 : work.idle + 1;
  if (idle > idleEvents || (await readersLeft(dataSourceId, services)) === 0) return;
  await services.pushOwnWork({ what: 'empty', dataSourceId, idle }, done > 0 ? 0 : idleEventPauseMs);
}

async function doWhatIsDue(most: number, services: ReadersUpkeepServices) {
  const { seen: dueGrants, tokenSets } = await deleteDueOfReaders(most, services);
  const { seen, ...checked } = await checkReaders(most, services);
  const isAll = dueGrants < most && seen < most && services.remainingTime() >= oneReaderMs;
  return { isAll, tokenSets, ...checked };
}
