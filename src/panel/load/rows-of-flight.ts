import { newId } from '../../ids';
import type { Problem } from '../../shared/problem';
import { backOffOf } from './flight/back-off';
import { type Flight, isFlightHeld, leaseMs, slowPageMs, wholeFlight } from './flight/flight';
import { heldFlight, type HeldFlight } from './flight/held-flight';
import { changeFlight, leaseFor, takeLease, ticketFor } from './flight/lease';
import { forgetUnpublished } from './flight/next-place';
import { requireRequests, spendForReader } from './flight/request-budget';
import { isFit, targetAt } from './flight/run';
import { whileOthersRead } from './flight/while-others-read';
import { isOwn } from './identity/rights';
import { keptHead, type Load, type Loaded } from './kept-rows';
import { type Kept, lookAt } from './look-at-kept';
import { begun, wentOn } from './read-as-holder';
import type { SnapshotHead } from './snapshot/head';
import { busyRows, isBusy, lastGoodRows } from './stand-in-rows';

/** The flight of what is requested; `undefined` where nobody has requested it yet. */
export async function flightOf({ flightId, bound, services }: Load<unknown>): Promise<Flight | undefined> {
  return wholeFlight(await services.flights.get(flightId), flightId, bound.source.id);
}

/**
 * The rows that the flight allows where none that are kept are good enough: what has come since, a part while others read
 * on, the last good ones after a failure; else those of a reading that this call begins or takes up. `known` is the head
 * that the caller has seen.
 * @throws Problem of the API or of the panel's own selectors where no rows are kept that may stand in
 */
export async function rowsOfFlight<T>(
  load: Load<T>,
  known: SnapshotHead | undefined,
  calledAt: number,
): Promise<Loaded<T>> {
  const { flightId, bound, place, request, services } = load;
  const flight = await flightOf(load);
  const { reply, head }: Kept<T> = hasChangedSince(load, flight, known)
    ? await lookAt(load, await keptHead(load))
    : { head: known };
  if (reply) return reply;
  const now = services.now();
  if (flight && isFlightHeld(flight, now)) {
    if (!head && flight.waits !== 'queue') load.found?.({ flight });
    return whileOthersRead(load, head, flight);
  }
  const backOff = flight && backOffOf(flight, place.rows, now, request.refresh === true);
  if (backOff) return lastGoodRows(load, head, backOff);
  if (flight && isForAnyone(load, flight)) return takenUp(load, head, flight);
  const refusal = await refusedRequests(load, flight);
  if (refusal) return busyRows(load, head, refusal);
  if (!flight && isOwn(load.access)) return begun(load, await ownFlight(load), head, calledAt);
  const taken = await takeLease({ id: flightId, dataSourceId: bound.source.id, found: flight }, services);
  if (!taken) return whileOthersRead(load, head, undefined);
  const held = heldFlight(taken, services);
  if (!flight) return begun(load, held, head, calledAt); // nobody has held it before, so nothing has changed
  await forgetUnpublished(flight, services);
  return begun(load, held, await keptHead(load), calledAt); // only now is it safe: nobody else changes it
}

/** Nobody else waits for rows of a reader's own account, so nothing is written to hold it. */
async function ownFlight({ flightId, bound, services }: Load<unknown>): Promise<HeldFlight> {
  const { unrecordedFlight } = await import('./flight/unrecorded-flight');
  return unrecordedFlight(flightId, bound.source.id, services);
}

/**
 * Why no request can be made just now, told before anything is written. What is read in the background waits for the
 * source's minute there, and is paid for out of the reader's here.
 */
async function refusedRequests(
  { bound, accountId, access, services }: Load<unknown>,
  flight: Flight | undefined,
): Promise<Problem | undefined> {
  const spender = { source: bound.dataSource, accountId, isOwn: isOwn(access) };
  try {
    if ((flight?.firstMs ?? 0) >= slowPageMs) await spendForReader(spender, 1, services);
    else await requireRequests(spender, 1, services);
    return undefined;
  } catch (error) {
    if (isBusy(error)) return error;
    throw error;
  }
}

/** Rows may have come between the look at the head and the look at the flight. */
function hasChangedSince(
  { place }: Load<unknown>,
  flight: Flight | undefined,
  head: SnapshotHead | undefined,
): boolean {
  if (!flight) return false;
  const own = targetAt(flight.run, place);
  const isSeen = !own || own.isAside || head?.readingId.startsWith(flight.run?.id ?? '');
  return flight.doneAt > (head?.reading.fetchedAt ?? 0) || !isSeen;
}

/** Whether a run was left, with this panel in it, that can be gone on with. */
function isForAnyone({ place, bound, services }: Load<unknown>, { run }: Flight): boolean {
  const { pagination } = bound.source.settings;
  return run !== undefined && targetAt(run, place) !== undefined && isFit(run, pagination, services.now());
}

/** The run becomes this reader's: they bring the ticket at once in a call of its own, or this call reads on. */
async function takenUp<T>(load: Load<T>, head: SnapshotHead | undefined, flight: Flight): Promise<Loaded<T>> {
  const { request, services } = load;
  const readsOn = request.refetch || load.needsAll || !head;
  const lease = readsOn ? leaseFor(newId(), services.now(), leaseMs) : ticketFor('reader', services.now());
  const taken = await changeFlight(services.flights, flight, lease, services.now());
  if (!taken) return whileOthersRead(load, head, undefined);
  await forgetUnpublished(flight, services);
  return readsOn ? wentOn(load, head, taken) : whileOthersRead(load, head, taken, lease.holder);
}
