import { getDataSource } from '../data-sources/data-source-store';
import { nextReadersEpoch } from '../data-sources/readers-epoch';
import { newId } from '../ids';
import type { PushOwnWork } from '../ports';
import { Problem } from '../shared/problem';
import { readersLeft, type EmptyServices } from './empty-readers';

export interface DisconnectReadersServices extends EmptyServices {
  pushOwnWork: PushOwnWork;
}

const contenders = 5;

/**
 * How many accounts of readers are left to be ended, of which none can be used any more from here on: one write of the data
 * source makes all of them void, and a queue then deletes and revokes them.
 * @throws Problem `not-found`, `record-newer`, `busy` (others keep changing the data source)
 */
export async function disconnectReaders(
  dataSourceId: string,
  services: DisconnectReadersServices,
): Promise<{ left: number }> {
  for (let attempt = 0; attempt < contenders; attempt += 1) {
    const stored = await getDataSource(dataSourceId, services.dataSources);
    const next = { ...stored, readersEpoch: nextReadersEpoch(stored), rev: stored.rev + 1, by: newId() };
    if (await services.dataSources.replace(dataSourceId, stored.rev, next)) return emptyLater(dataSourceId, services);
  }
  throw new Problem('busy', 'Someone else is changing this data source right now. Try again.', { retryAfterMs: 1000 });
}

/** How many accounts of readers are left to be ended, which is begun here; nothing is done where there are none. */
export async function emptyLater(dataSourceId: string, services: DisconnectReadersServices): Promise<{ left: number }> {
  const left = await readersLeft(dataSourceId, services);
  if (left > 0) await services.pushOwnWork({ what: 'empty', dataSourceId, idle: 0 });
  return { left };
}
