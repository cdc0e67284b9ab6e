import { newId } from '../../ids';
import { Problem } from '../../shared/problem';
import { frameSource } from '../../visuals/frame-source';
import { leaseMs } from './flight/flight';
import { changeFlight, leaseFor } from './flight/lease';
import { keptHead, type Load, type Loaded, rowsWith } from './kept-rows';
import { lookAt, partAskAgainMs } from './look-at-kept';
import { wentOn } from './read-as-holder';
import { flightOf, rowsOfFlight } from './rows-of-flight';

/** How rows are come by; nothing where none are kept and none may be requested. */
export type ReadRows = <T>(load: Load<T>) => Promise<Loaded<T> | undefined>;

/**
 * The requested rows: kept ones at once where they are fresh, or stale and not asked for again, or so far as they are there
 * while others read on; else those of the first page, which is read now; else the last good ones with the reason. `pending`
 * while somebody else reads the first page and none are kept. With a ticket the call reads on, which nobody waits for.
 * @throws Problem of the API or of the panel's own selectors where no rows are kept that may stand in; `connect-needed` where
 * the reader's own account is of no use any more
 */
export async function loadRows<T>(load: Load<T>): Promise<Loaded<T>> {
  try {
    return await (load.bound.matchesNothing ? noRows(load) : enoughRows(load));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw (await asToldTo(load, error)).ofPanel(load.panel.settings.name);
  }
}

async function asToldTo({ own, services }: Load<unknown>, problem: Problem): Promise<Problem> {
  if (!own) return problem;
  const { ownProblem } = await import('./identity/own-problem');
  return ownProblem(problem, own, services);
}

/** `pending` until all rows are there, where a part of them is of no use. */
async function enoughRows<T>(load: Load<T>): Promise<Loaded<T>> {
  const calledAt = load.services.now();
  const loaded = await rowsOf(load, calledAt);
  if (!load.needsAll || loaded.state !== 'view' || !loaded.part || loaded.age.staleReason) return loaded;
  const { askAgainMs = partAskAgainMs, part } = loaded;
  return { state: 'pending', askAgainMs, progress: { pagesRead: part.pages, rowsRead: part.rows } };
}

async function rowsOf<T>(load: Load<T>, calledAt: number): Promise<Loaded<T>> {
  const { carry, ...request } = load.request;
  if (carry !== undefined) return carried(load, carry, calledAt);
  const kept = await lookAt({ ...load, request }, await keptHead(load));
  return kept.reply ?? rowsOfFlight(load, kept.head, calledAt);
}

/** Hardly any load comes to this. */
async function noRows<T>({ bound, draw, services }: Load<T>): Promise<Loaded<T>> {
  const { nothingTold } = await import('../variables/nothing-told');
  const { frame, reading } = nothingTold(bound.query, services.now());
  return rowsWith(draw, frameSource(frame), reading);
}

/** Reads on with a ticket, if nobody else has brought it; looks otherwise. */
async function carried<T>(load: Load<T>, ticket: string, calledAt: number): Promise<Loaded<T>> {
  const { services } = load;
  const request = { upTo: load.request.upTo };
  const flight = await flightOf(load);
  const lease = leaseFor(newId(), services.now(), leaseMs);
  const isOurs = flight?.holder === ticket && flight.waits !== '';
  const taken = isOurs ? await changeFlight(services.flights, flight, lease, services.now()) : undefined;
  if (!taken) return rowsOf({ ...load, request }, calledAt);
  return wentOn({ ...load, request }, await keptHead(load), taken);
}
