import type { PanelServices } from '../panel-services';
import { type Flight, isFlightHeld } from './flight';
import { changeFlight } from './lease';
import { forgetPlace } from './next-place';
import { isOver, type Run } from './run';

/** A record unused for this long has no holder left that could come back to it: none lives longer than 15 minutes. */
const unusedMs = 24 * 60 * 60_000;

type PruneServices = Pick<PanelServices, 'flights' | 'budgets' | 'secrets' | 'now'>;

/**
 * Deletes the records of requests that nobody makes any more, such as those of older revisions, and the budgets of past
 * days, and the places of readings that nobody goes on with. Looks at each record itself, because a list may be behind.
 * Returns how many went.
 */
export async function pruneFlights(services: PruneServices): Promise<{ flights: number; budgets: number }> {
  const { flights, budgets, now } = services;
  const cleared = { flights: 0, budgets: 0 };
  for (const { id } of await flights.list()) {
    const flight = await flights.get(id);
    if (!flight || isFlightHeld(flight, now())) continue;
    if (flight.run && isOver(flight.run, now())) await dropRun(flight, flight.run, services);
    if (now() - flight.usedAt < unusedMs) continue;
    await flights.delete(id);
    cleared.flights += 1;
  }
  for (const { id } of await budgets.list()) {
    const budget = await budgets.get(id);
    if (!budget || now() - budget.minute * 60_000 < unusedMs) continue;
    await budgets.delete(id);
    cleared.budgets += 1;
  }
  return cleared;
}

/** The flight's last use stays what it was: nobody has used it. */
async function dropRun(flight: Flight, { next }: Run, services: PruneServices): Promise<void> {
  await forgetPlace(next, services);
  await changeFlight(services.flights, flight, { run: undefined }, flight.usedAt);
}
