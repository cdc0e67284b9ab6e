import { expiryIndexedKey } from '../../../keys';
import type { EntityStorage, Revisioned } from '../../../ports';
import type { PanelServices } from '../panel-services';
import { type Flight, isFlightHeld, keptUntil } from './flight';
import { changeFlight } from './lease';
import { forgetPlace } from './next-place';
import { endOfBudget } from './request-budget';
import { isOver, type Run } from './run';

/** Records of one entity that one run looks at; the rest waits for the next. */
const mostRecords = 1000;

type PruneServices = Pick<PanelServices, 'flights' | 'budgets' | 'secrets' | 'storage' | 'now'>;

/**
 * Deletes the records of requests that nobody makes any more, such as those of older revisions, and the budgets of past
 * days, and the places of readings that nobody goes on with. Reads what has expired and no more, and looks at each record
 * itself, because a query may be behind. Returns how many went.
 */
export async function pruneFlights(services: PruneServices): Promise<{ flights: number; budgets: number }> {
  const { flights, budgets, storage, now } = services;
  const isIndexed = (await storage.get(expiryIndexedKey)) === true;
  const ofFlights = await candidates(flights, isIndexed, now());
  const ofBudgets = await candidates(budgets, isIndexed, now());
  const cleared = { flights: 0, budgets: 0 };
  for (const { id } of ofFlights.records) {
    const flight = await flights.get(id);
    if (flight && (await pruneFlight(flight, services))) cleared.flights += 1;
  }
  for (const { id } of ofBudgets.records) {
    const budget = await budgets.get(id);
    if (!budget || now() < endOfBudget(budget)) continue;
    await budgets.delete(id);
    cleared.budgets += 1;
  }
  if (!isIndexed && ofFlights.areIndexed && ofBudgets.areIndexed) await storage.set(expiryIndexedKey, true);
  return cleared;
}

/** Whether the record is gone now. */
async function pruneFlight(flight: Flight, services: PruneServices): Promise<boolean> {
  const now = services.now();
  if (isFlightHeld(flight, now)) return false;
  if (flight.run && isOver(flight.run, now)) await dropRun(flight, flight.run, services);
  if (now < keptUntil(flight)) return false;
  await services.flights.delete(flight.id);
  return true;
}

/**
 * What may have to go: what the index says, or all records while some were written before there was one, and while the
 * platform still builds it.
 */
async function candidates<T extends Revisioned & { expiresAt?: number }>(
  entity: EntityStorage<T>,
  isIndexed: boolean,
  now: number,
): Promise<{ records: { id: string }[]; areIndexed: boolean }> {
  const expired = isIndexed ? await entity.expired(now, mostRecords) : undefined;
  if (expired) return { records: expired, areIndexed: true };
  const records = await entity.list();
  return { records, areIndexed: records.every(({ value }) => value.expiresAt !== undefined) };
}

/** The flight's last use stays what it was: nobody has used it. */
async function dropRun(flight: Flight, { next }: Run, services: PruneServices): Promise<void> {
  await forgetPlace(next, services);
  await changeFlight(services.flights, flight, { run: undefined }, flight.usedAt);
}
