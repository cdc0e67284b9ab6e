import type { PanelServices } from '../panel-services';
import { leaseMs, slowPageMs, slowTicketMs } from './flight';
import { leaseFor, ticketFor } from './lease';
import type { Job } from './run-end';
import type { RunWork } from './run-work';

/**
 * Whether the whole reading is for the background now, its first page included, which is too slow for a reader's call. Its
 * ticket is kept for the event, and runs out if that does not come.
 */
export async function leftToQueue(
  { held }: Pick<RunWork, 'held'>,
  job: Job,
  services: PanelServices,
): Promise<boolean> {
  const { holder, id } = held.flight;
  const lease = ticketFor('queue', services.now(), slowTicketMs);
  if (!(await held.change({ ...lease, firstMs: slowPageMs }))) return true;
  if (await services.pushSlowFetch({ ...job, flightId: id, ticket: lease.holder }, 0)) return true;
  await held.change(leaseFor(holder, services.now(), leaseMs));
  return false;
}
