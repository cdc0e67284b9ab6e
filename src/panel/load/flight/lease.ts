import { newId } from '../../../ids';
import type { EntityStorage, Now } from '../../../ports';
import { type Flight, type Lease, leaseMs, newFlight, ticketMs, usedFlight, type Waits } from './flight';

export interface LeaseServices {
  flights: EntityStorage<Flight>;
  now: Now;
}

/**
 * The flight, held by the caller from now on; `undefined` where somebody else was faster. One conditional write decides,
 * so a lease whose holder died is taken over by one caller only.
 */
export function takeLease(
  { id, dataSourceId, found }: { id: string; dataSourceId: string; found: Flight | undefined },
  { flights, now }: LeaseServices,
): Promise<Flight | undefined> {
  const lease = leaseFor(newId(), now(), leaseMs);
  if (found) return changeFlight(flights, found, lease, now());
  return born(newFlight(id, dataSourceId, lease, newId()), flights);
}

/** A lease from now on. */
export function leaseFor(holder: string, now: number, lasts: number, waits: Waits = ''): Lease {
  return { holder, since: now, until: now + lasts, waits };
}

/** A ticket for whoever brings it, from now on. */
export function ticketFor(waits: Exclude<Waits, ''>, now: number, lasts: number = ticketMs[waits]): Lease {
  return leaseFor(newId(), now, lasts, waits);
}

/** The changed flight as it is stored now, or `undefined` if somebody else changed it since it was read. */
export async function changeFlight(
  flights: EntityStorage<Flight>,
  flight: Flight,
  patch: Partial<Flight>,
  now: number,
): Promise<Flight | undefined> {
  const changed = usedFlight({ ...flight, ...patch, rev: flight.rev + 1, by: newId() }, now);
  return (await flights.replace(flight.id, flight.rev, changed)) ? changed : undefined;
}

/** What gives a lease back. */
export const nobody = { holder: '', until: 0, waits: '' } as const;

async function born(flight: Flight, flights: EntityStorage<Flight>): Promise<Flight | undefined> {
  return (await flights.create(flight.id, flight)) ? flight : undefined;
}
