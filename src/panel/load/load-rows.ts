import { Problem } from '../../shared/problem';
import { frameSource } from '../../visuals/frame-source';
import { backOffOf } from './flight/back-off';
import { type Flight, isFlightHeld, leaseMs, slowPageMs, wholeFlight } from './flight/flight';
import { heldFlight, type HeldFlight } from './flight/held-flight';
import { changeFlight, leaseFor, nobody, takeLease, ticketFor } from './flight/lease';
import type { Landing } from './flight/land';
import { forgetUnpublished } from './flight/next-place';
import type { RunEnd } from './flight/read-run';
import { isFit, targetAt } from './flight/run';
import { progressOf, whileOthersRead } from './flight/while-others-read';
import { newId } from '../../ids';
import { requireRequests, spendForReader } from './flight/request-budget';
import { refreshAgeMs } from '../../shared/freshness';
import { keptHead, keptRows, type Load, type Loaded, rowsWith } from './kept-rows';
import { mayShowLastGoodRows } from './last-good-rows';
import type { SnapshotHead } from './snapshot/head';
import { staleReasonOf } from './stale-reason';

const partAskAgainMs = 1000;
const busyAskAgainMs = 3000;

/** How rows are come by; nothing where none are kept and none may be requested. */
export type ReadRows = <T>(load: Load<T>) => Promise<Loaded<T> | undefined>;

/**
 * The requested rows: kept ones at once where they are fresh, or stale and not asked for again, or so far as they are there
 * while others read on; else those of the first page, which is read now; else the last good ones with the reason. `pending`
 * while somebody else reads the first page and none are kept. With a ticket the call reads on, which nobody waits for.
 * @throws Problem of the API or of the panel's own selectors where no rows are kept that may stand in
 */
export async function loadRows<T>(load: Load<T>): Promise<Loaded<T>> {
  try {
    return await (load.bound.matchesNothing ? noRows(load) : enoughRows(load));
  } catch (error) {
    throw error instanceof Problem ? error.ofPanel(load.panel.settings.name) : error;
  }
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

/** The reply from what is kept, if it is good enough; if not, the head whose rows may still stand in for new ones. */
interface Kept<T> {
  reply?: Loaded<T>;
  head: SnapshotHead | undefined;
}

/** Nobody waits for a read where rows can be shown: whoever gets stale ones calls again behind them. */
async function lookAt<T>(load: Load<T>, head: SnapshotHead | undefined): Promise<Kept<T>> {
  const { request, ages, services } = load;
  if (!head) return { head };
  if (head.part && !head.isFormer) return lookAtPart(load, head, head.part.until);
  const isNew = isFresh(load, head);
  const isShowable = services.now() - head.reading.fetchedAt < ages.staleMs;
  if (!isNew && (!isShowable || request.refetch || request.refresh)) return { head };
  const reply = await keptRows(load, head, isNew ? {} : { askAgainMs: 0 });
  if (reply && isNew && !request.refresh) load.found?.({ head });
  // Without its chunks a head is worth nothing, and must not be renewed either.
  return reply ? { reply, head } : { head: undefined };
}

/** Until then somebody reads on, or is expected to: there is nothing to look for in the flight. */
async function lookAtPart<T>(load: Load<T>, head: SnapshotHead, until: number): Promise<Kept<T>> {
  const { request, services } = load;
  if (services.now() >= until || request.refetch || request.refresh) return { head };
  const reply = await keptRows(load, head, { askAgainMs: partAskAgainMs });
  if (reply) load.found?.({ head });
  return reply ? { reply, head } : { head: undefined };
}

/** Whoever requests new rows gets them where the kept ones are old enough to be worth a request. */
function isFresh({ request, services }: Load<unknown>, { reading, freshUntil, isFormer }: SnapshotHead): boolean {
  if (isFormer) return false;
  return request.refresh ? services.now() - reading.fetchedAt < refreshAgeMs : services.now() < freshUntil;
}

async function flightOf({ flightId, bound, services }: Load<unknown>): Promise<Flight | undefined> {
  return wholeFlight(await services.flights.get(flightId), flightId, bound.source.id);
}

async function rowsOfFlight<T>(load: Load<T>, known: SnapshotHead | undefined, calledAt: number): Promise<Loaded<T>> {
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
  const taken = await takeLease({ id: flightId, dataSourceId: bound.source.id, found: flight }, services);
  if (!taken) return whileOthersRead(load, head, undefined);
  if (!flight) return begun(load, taken, head, calledAt); // nobody has held it before, so nothing has changed
  await forgetUnpublished(flight, services);
  return begun(load, taken, await keptHead(load), calledAt); // only now is it safe: nobody else changes it
}

/**
 * Why no request can be made just now, told before anything is written. What is read in the background waits for the
 * source's minute there, and is paid for out of the reader's here.
 */
async function refusedRequests(
  { bound, accountId, services }: Load<unknown>,
  flight: Flight | undefined,
): Promise<Problem | undefined> {
  const spender = { source: bound.dataSource, accountId };
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

async function wentOn<T>(load: Load<T>, head: SnapshotHead | undefined, taken: Flight): Promise<Loaded<T>> {
  const { access, job, services } = load;
  const held = heldFlight(taken, services);
  return ended(load, head, held, async () => {
    const { goOn } = await import('./flight/go-on');
    return goOn({ access, held, lead: { ...load, head }, inBackground: false }, job, services);
  });
}

async function begun<T>(
  load: Load<T>,
  taken: Flight,
  head: SnapshotHead | undefined,
  calledAt: number,
): Promise<Loaded<T>> {
  const { access, job, services } = load;
  const held = heldFlight(taken, services);
  return ended(load, head, held, async () => {
    const { leftToQueue, readRun } = await import('./flight/read-run'); // most calls find rows and need no reader
    const { newWork } = await import('./flight/run-work');
    if (taken.firstMs >= slowPageMs && (await leftToQueue({ held, access }, job, services))) return { kind: 'left' };
    const waitingSince = load.request.refetch || load.needsAll ? undefined : calledAt;
    const { accountId } = load;
    const start = { access, accountId, held, lead: { ...load, head }, inBackground: false, waitingSince };
    return readRun(await newWork(start, services), job, services);
  });
}

/** What a holder's reader gets; whatever goes wrong, the lease is given back. */
async function ended<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  held: HeldFlight,
  work: () => Promise<RunEnd>,
): Promise<Loaded<T>> {
  try {
    return await replyTo(load, head, held, await work());
  } catch (error) {
    if (isBusy(error)) return await busyRows(load, head, error);
    throw error;
  } finally {
    if (held.flight.holder === held.holder) await giveBack(held, load.services);
  }
}

/** A lease that cannot be given back ends by its own time. */
async function giveBack(held: HeldFlight, { log }: Load<unknown>['services']): Promise<void> {
  const given = await held.change(nobody).catch(() => false);
  if (!given) log('flight-not-given-back', { dataSourceId: held.flight.dataSourceId });
}

async function replyTo<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  { flight }: HeldFlight,
  end: RunEnd,
): Promise<Loaded<T>> {
  if (end.kind === 'landed') return landed(load, head, end.landing);
  if (end.kind !== 'left') return whileOthersRead(load, await keptHead(load), undefined);
  const { read, ticket, problem } = end;
  const newest = await newestRows(load, head, flight, end);
  if (newest) return newest;
  if (!read) return whileOthersRead(load, await keptHead(load), flight, ticket);
  const { frame } = read;
  const isMoreToCome = !problem && flight.run !== undefined;
  const reading = isMoreToCome ? { ...read.reading, id: flight.run?.id } : read.reading;
  const more = { part: { rows: frame.rowCount, pages: reading.pagesRead }, askAgainMs: partAskAgainMs, ticket };
  return rowsWith(load.draw, frameSource(frame), reading, isMoreToCome ? more : {});
}

/** Complete rows are better than a part, which readers would take for the whole. */
async function newestRows<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  flight: Flight,
  { ticket, problem }: Extract<RunEnd, { kind: 'left' }>,
): Promise<Loaded<T> | undefined> {
  if (!head || head.part || head.isFormer) return undefined;
  if (problem) return keptRows(load, head, { staleReason: staleReasonOf(problem, load.panel.settings.name) });
  const { ages, services } = load;
  const isShowable = services.now() - head.reading.fetchedAt < ages.staleMs;
  const staleReason = isShowable ? undefined : 'New rows are being read.';
  const progress = progressOf(flight);
  return keptRows(load, head, { staleReason, askAgainMs: partAskAgainMs, progress, ticket });
}

async function landed<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  landing: NonNullable<Landing>,
): Promise<Loaded<T>> {
  if (landing.kind === 'problem') return lastGoodRows(load, head, landing.problem);
  if (landing.kind === 'rows') return rowsWith(load.draw, frameSource(landing.read.frame), landing.read.reading);
  const { staleReason } = landing;
  const rows = await keptRows(load, landing.head, { staleReason });
  return rows ?? whileOthersRead(load, undefined, undefined);
}

async function lastGoodRows<T>(load: Load<T>, head: SnapshotHead | undefined, problem: Problem): Promise<Loaded<T>> {
  if (!head || !mayShowLastGoodRows(problem, load.access, head)) throw problem;
  const { code, details } = problem;
  load.services.log('last-good-rows', { panelId: load.panel.id, code, status: details.status });
  const rows = await keptRows(load, head, { staleReason: staleReasonOf(problem, load.panel.settings.name) });
  if (!rows) throw problem;
  return rows;
}

const isBusy = (error: unknown): error is Problem => error instanceof Problem && error.code === 'busy';

/** Nobody could be asked just now, which will pass by itself: old rows, or the word when to ask again. */
async function busyRows<T>(load: Load<T>, head: SnapshotHead | undefined, problem: Problem): Promise<Loaded<T>> {
  const askAgainMs = problem.details.retryAfterMs ?? busyAskAgainMs;
  const staleReason = staleReasonOf(problem, load.panel.settings.name);
  const rows = head && (await keptRows(load, head, { staleReason, askAgainMs }));
  return rows ?? { state: 'pending', askAgainMs };
}
