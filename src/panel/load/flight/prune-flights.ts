import type { PanelServices } from '../panel-services';
import { isFlightHeld } from './flight';

/** A record unused for this long has no holder left that could come back to it: none lives longer than 15 minutes. */
const unusedMs = 24 * 60 * 60_000;

/**
 * Deletes the records of requests that nobody makes any more, such as those of older revisions, and the budgets of past
 * days. Looks at each record itself, because a list may be behind. Returns how many went.
 */
export async function pruneFlights({
  flights,
  budgets,
  now,
}: Pick<PanelServices, 'flights' | 'budgets' | 'now'>): Promise<{ flights: number; budgets: number }> {
  const cleared = { flights: 0, budgets: 0 };
  for (const { id } of await flights.list()) {
    const flight = await flights.get(id);
    if (!flight || isFlightHeld(flight, now()) || now() - flight.usedAt < unusedMs) continue;
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
