import { Problem } from '../../shared/problem';
import { frameSource } from '../../visuals/frame-source';
import { type Flight, isFlightHeld, requestsOf, wholeFlight } from './flight/flight';
import { handOver } from './flight/hand-over';
import { changeFlight, nobody, takeLease } from './flight/lease';
import type { FlightResult } from './flight/read-flight';
import { backOffOf } from './flight/back-off';
import { requireRequests, spendForReader } from './flight/request-budget';
import { whileOthersRead } from './flight/while-others-read';
import { refreshAgeMs } from '../../shared/freshness';
import { keptHead, keptRows, type Load, type Loaded, rowsWith } from './kept-rows';
import { mayShowLastGoodRows } from './last-good-rows';
import type { SnapshotHead } from './snapshot/head';

const partAskAgainMs = 5000;
const busyAskAgainMs = 3000;

/**
 * The requested rows: kept ones at once where they are fresh, or stale and not requested again; else read from the API;
 * else the last good ones with the reason. `pending` while somebody else reads and none are kept.
 * @throws Problem of the API or of the panel's own selectors where no rows are kept that may stand in
 */
export async function loadRows<T>(load: Load<T>): Promise<Loaded<T>> {
  if (load.bound.matchesNothing) return noRows(load);
  const kept = await lookAt(load, await keptHead(load));
  return kept.reply ?? rowsOfFlight(load, kept.head);
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
  const isNew = isFresh(load, head);
  const isShowable = services.now() - head.reading.fetchedAt < ages.staleMs;
  if (!isNew && (!isShowable || request.refetch || request.refresh)) return { head };
  const reply = await keptRows(load, head, isNew ? {} : { askAgainMs: 0 });
  if (reply && isNew && !request.refresh) load.found?.({ head });
  // Without its chunks a head is worth nothing, and must not be renewed either.
  return reply ? { reply, head } : { head: undefined };
}

/** Whoever requests new rows gets them where the kept ones are old enough to be worth a request. */
function isFresh({ request, services }: Load<unknown>, { reading, freshUntil, isFormer }: SnapshotHead): boolean {
  if (isFormer) return false;
  return request.refresh ? services.now() - reading.fetchedAt < refreshAgeMs : services.now() < freshUntil;
}

async function rowsOfFlight<T>(load: Load<T>, known: SnapshotHead | undefined): Promise<Loaded<T>> {
  const { flightId, bound, place, request, services } = load;
  const flight = wholeFlight(await services.flights.get(flightId), flightId, bound.source.id);
  const { reply, head }: Kept<T> = hasLandedSince(flight, known)
    ? await lookAt(load, await keptHead(load))
    : { head: known };
  if (reply) return reply;
  const now = services.now();
  if (flight && isFlightHeld(flight, now)) {
    if (!head && !flight.inBackground) load.found?.({ flight });
    return whileOthersRead(load, head, flight);
  }
  const backOff = flight && backOffOf(flight, place.rows, now, request.refresh === true);
  if (backOff) return lastGoodRows(load, head, backOff);
  const refusal = await refusedRequests(load, flight);
  if (refusal) return busyRows(load, head, refusal);
  const held = await takeLease({ id: flightId, dataSourceId: bound.source.id, found: flight }, services);
  return held ? asHolder(load, head, held) : whileOthersRead(load, head, undefined);
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
    if (flight?.isSlow) await spendForReader(spender, 1, services);
    else await requireRequests(spender, requestsOf(flight), services);
    return undefined;
  } catch (error) {
    if (isBusy(error)) return error;
    throw error;
  }
}

/** Rows may have come between the look at the head and the look at the flight. */
function hasLandedSince(flight: Flight | undefined, head: SnapshotHead | undefined): boolean {
  return flight !== undefined && flight.doneAt > (head?.reading.fetchedAt ?? 0);
}

async function asHolder<T>(load: Load<T>, head: SnapshotHead | undefined, flight: Flight): Promise<Loaded<T>> {
  const { job, services } = load;
  const start = flight.isSlow ? await handOver(flight, job, {}, services) : { held: flight };
  return 'taken' in start ? whileOthersRead(load, head, start.taken) : readAsHolder(load, head, start.held);
}

async function readAsHolder<T>(load: Load<T>, head: SnapshotHead | undefined, held: Flight): Promise<Loaded<T>> {
  const { job, services } = load;
  let flight: Flight | undefined = held;
  let patch: Partial<Flight> = {};
  try {
    const { readFlight } = await import('./flight/read-flight'); // most calls find rows and need no reader
    const result = await readFlight({ ...load, flight, lead: { ...load, head }, inBackground: false }, services);
    patch = result.patch;
    const handed = result.needsMore ? await handOver(flight, job, patch, services) : { held: flight };
    flight = 'held' in handed ? handed.held : undefined;
    return await ('held' in handed ? landed(load, head, result) : firstPart(load, head, result, handed.taken));
  } catch (error) {
    if (isBusy(error)) return await busyRows(load, head, error);
    throw error;
  } finally {
    if (flight) await giveBack(flight, patch, services);
  }
}

/** A lease that cannot be given back ends by its own time. */
async function giveBack(
  flight: Flight,
  patch: Partial<Flight>,
  { flights, now, log }: Load<unknown>['services'],
): Promise<void> {
  const given = await changeFlight(flights, flight, { ...patch, ...nobody }, now()).catch(() => undefined);
  if (!given) log('flight-not-given-back', { dataSourceId: flight.dataSourceId });
}

async function landed<T>(load: Load<T>, head: SnapshotHead | undefined, { landing }: FlightResult): Promise<Loaded<T>> {
  if (landing.kind === 'problem') return lastGoodRows(load, head, landing.problem);
  if (landing.kind === 'rows') return rowsWith(load.draw, frameSource(landing.read.frame), landing.read.reading);
  const { staleReason } = landing;
  const rows = await keptRows(load, landing.head, { staleReason });
  return rows ?? whileOthersRead(load, undefined, undefined);
}

/** The rows so far, with the word that more are coming. */
async function firstPart<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  { landing, progress }: FlightResult,
  taken: Flight,
): Promise<Loaded<T>> {
  if (landing.kind !== 'rows') return whileOthersRead(load, head, taken);
  const { frame, reading } = landing.read;
  return rowsWith(load.draw, frameSource(frame), reading, { askAgainMs: partAskAgainMs, progress });
}

async function lastGoodRows<T>(load: Load<T>, head: SnapshotHead | undefined, problem: Problem): Promise<Loaded<T>> {
  if (!head || !mayShowLastGoodRows(problem, load.access, head)) throw problem;
  const { code, readerMessage, details } = problem;
  load.services.log('last-good-rows', { panelId: load.panel.id, code, status: details.status });
  const rows = await keptRows(load, head, { staleReason: readerMessage });
  if (!rows) throw problem;
  return rows;
}

const isBusy = (error: unknown): error is Problem => error instanceof Problem && error.code === 'busy';

/** Nobody could be contacted just now, which will pass by itself: old rows, or the word when to call again. */
async function busyRows<T>(load: Load<T>, head: SnapshotHead | undefined, problem: Problem): Promise<Loaded<T>> {
  const askAgainMs = problem.details.retryAfterMs ?? busyAskAgainMs;
  const rows = head && (await keptRows(load, head, { staleReason: problem.readerMessage, askAgainMs }));
  return rows ?? { state: 'pending', askAgainMs };
}
