import { newId } from '../../../ids';
import type { PushSlowFetch, SlowFetch } from '../../../ports';
import { backgroundLeaseMs, type Flight, readerLeaseMs } from './flight';
import { changeFlight, leaseFor, type LeaseServices } from './lease';

/** Whether the background takes the read up; if not, the caller still holds it. */
export type HandOver = { taken: Flight } | { held: Flight };

/**
 * Hands a held flight to the background. Its lease is kept for whoever brings the ticket, and runs out if nobody does.
 * Where no event can be pushed just now, or somebody else has the flight by now, nothing is handed over.
 */
export async function handOver(
  flight: Flight,
  job: Pick<SlowFetch, 'panelId' | 'values'>,
  patch: Partial<Flight>,
  { flights, now, pushSlowFetch }: LeaseServices & { pushSlowFetch: PushSlowFetch },
): Promise<HandOver> {
  const lease = leaseFor(newId(), now(), backgroundLeaseMs, true);
  const waiting = await changeFlight(flights, flight, { ...patch, ...lease, isSlow: true }, now());
  if (!waiting) return { held: flight };
  if (await pushSlowFetch({ ...job, flightId: flight.id, ticket: lease.holder })) return { taken: waiting };
  const again = leaseFor(flight.holder, now(), readerLeaseMs, false);
  return { held: (await changeFlight(flights, waiting, again, now())) ?? flight };
}
