import { sharedIdentity } from '../../../grants/grant';
import type { SlowFetch } from '../../../ports';
import { Problem } from '../../../shared/problem';
import type { Reading } from '../../../shared/frame';
import { plainReading, readInto, type FrameRead } from '../../read/read-frame';
import type { BetweenPages, UpstreamReading } from '../../read/upstream';
import type { PanelServices } from '../panel-services';
import { isPassing } from '../last-good-rows';
import { backOffsAfter, backOffsWithout } from './back-off';
import { type Flight, type Lease, leaseMs, slowPageMs, slowTicketMs } from './flight';
import { boundsFor, endedTooEarly, isAtBound } from './flight-bounds';
import { type Ended, land, type Landing, landUnchanged, sharedValidators } from './land';
import { leaseFor, nobody, ticketFor } from './lease';
import { isDue, mayPublish } from './publication-due';
import { hasRoom, publish, type Published } from './publish';
import { type CountedAccess, countedAccess, reserveRequests } from './request-budget';
import { recordedProblem } from './recorded-problem';
import { frameOf, gather, readingOf, type RowLog } from './row-log';
import type { RunWork } from './run-work';

/** How a holder's work ended. */
export type RunEnd =
  /** The reading is over. */
  | { kind: 'landed'; landing: NonNullable<Landing> }
  /** Others go on with it, once somebody brings the ticket; `read` is what there is so far, where it is all in hand. */
  | { kind: 'left'; ticket?: string; read?: FrameRead; problem?: Problem }
  /** Somebody else holds the flight by now. */
  | { kind: 'lost' }
  /** The source does not know the place any more. */
  | { kind: 'gone' };

/** What the background needs to go on. */
export type Job = Pick<SlowFetch, 'panelId' | 'values'>;

/** A page expected within so long of a call's own beginning is read by whoever waits for the first. */
const quickMs = 300;

/**
 * Reads on for every panel of the work, until the end, until nobody who waits for the first page needs to wait longer, or
 * until the call's time is used up; then others go on. Problems of the upstream and of the panels stand in the result.
 * @throws Problem `busy` where no request was made: the minute's requests are used up, or the grant is being refreshed
 */
export async function readRun(work: RunWork, job: Job, services: PanelServices): Promise<RunEnd> {
  const [lead] = work.logs;
  if (!lead) throw new Error('a reading is made for a panel');
  const { dataSource } = lead.target.bound;
  const spender = { source: dataSource, accountId: work.accountId };
  const reserved = work.place || work.inBackground ? 0 : await reserveRequests(spender, 1, services);
  const counted = countedAccess(work.access, spender, { reserved, mayWait: work.inBackground }, services);
  try {
    return await readAndEnd({ work, lead, job, counted, services });
  } catch (error) {
    if (!(error instanceof Problem) || (error.code === 'busy' && !error.details.isBackedOff)) throw error;
    return await failed({ work, lead, job, counted, services }, error);
  } finally {
    await counted.settle().catch(() => services.log('budget-not-kept', { dataSourceId: dataSource.id }));
  }
}

interface Reader {
  work: RunWork;
  lead: RowLog;
  job: Job;
  counted: CountedAccess;
  services: PanelServices;
}

async function readAndEnd(reader: Reader): Promise<RunEnd> {
  const { work, lead, counted, services } = reader;
  const { source, values } = lead.target.bound;
  const { limits, bounds } = boundsFor(source.settings.limits, work.inBackground);
  const pace = paceOf(reader, services.now() + Math.min(bounds.totalMs, services.remainingTime()));
  const { reading, ...collected } = await readInto(
    work.logs.map(({ collector }) => collector),
    work.logs.map(({ target }) => target.bound.query),
    {
      dataSource: { ...source, settings: { ...source.settings, limits } },
      access: counted.access,
      onRequest: counted.onRequest,
      bounds,
      values,
      validators: work.place ? undefined : sharedValidators(work.logs, services.now()),
      resumedAt: work.place,
      mayHurry: pace.mayHurry,
      mayGoOn: pace.mayGoOn,
    },
    services,
  );
  if (work.held.isLost) return { kind: 'lost' };
  if (!reading) return landedAs(reader, { reading: nothingRead(services.now()), ...collected });
  if (reading.notModified) return unchanged(reader, reading);
  const ended = { reading: plainReading(reading), ...collected };
  const firstMs = pace.firstMs() ?? (work.place ? work.held.flight.firstMs : reading.durationMs);
  return ending(reader, reading, ended, firstMs);
}

const nothingRead = (now: number): Reading => ({
  fetchedAt: now,
  durationMs: 0,
  pagesRead: 0,
  rowsRead: 0,
  bytesRead: 0,
  stopReason: 'complete',
  warnings: [],
});

/** Decides between two pages whether this call goes on, and shows meanwhile what is worth showing. */
function paceOf(reader: Reader, deadline: number) {
  const { work, lead, services } = reader;
  const { waitingSince } = work;
  let firstMs: number | undefined;
  const isInTime = (pageMs: number) => services.now() + pageMs <= deadline;
  const mayGoOn = async (between: BetweenPages): Promise<boolean> => {
    const { pagesRead, pageMs } = between;
    if (pagesRead === 1) firstMs = pageMs;
    const now = services.now();
    if (waitingSince !== undefined) {
      const isQuick =
        lead.target.bound.source.settings.request.method === 'GET' && now - waitingSince + pageMs <= quickMs;
      return isQuick || !(await hasRoom(lead, false, services));
    }
    if (!between.isUnderWay && !isInTime(pageMs)) return false;
    if (!isDue(work, between, now) || !(await mayPublish(work, services))) return true;
    const reading = soFar(between);
    const lease = leaseFor(work.held.holder, now, leaseMs);
    const patch = firstMs === undefined ? {} : { firstMs };
    const published = await publishSafely(reader, { reading, place: between.place(), lease, patch });
    return published !== 'lost' && published !== 'too-large';
  };
  const mayHurry = (pageMs: number) => waitingSince === undefined && isInTime(pageMs);
  return { mayGoOn, mayHurry, firstMs: () => firstMs };
}

function soFar({ pagesRead, rowsRead, bytesRead, spentMs, place }: BetweenPages): Reading {
  const counts = { pagesRead, rowsRead, bytesRead, durationMs: spentMs };
  return { fetchedAt: place().began, ...counts, stopReason: 'unfinished', warnings: [] };
}

/** As `publish`; a storage that fails leaves everything as it was. */
async function publishSafely(
  { work, services }: Reader,
  what: Parameters<typeof publish>[1],
): Promise<Published | 'failed'> {
  try {
    return await publish(work, what, services);
  } catch {
    services.log('part-not-written', { dataSourceId: work.held.flight.dataSourceId });
    return 'failed';
  }
}

/** What the holder does once it reads no further: lands, or leaves the reading to others. */
async function ending(reader: Reader, reading: UpstreamReading, ended: Ended, firstMs: number): Promise<RunEnd> {
  const { work, lead, counted } = reader;
  const { place, problem } = reading;
  if (isPlaceGone(work, reading)) return { kind: 'gone' };
  const { limits } = lead.target.bound.source.settings;
  const isEarly = counted.ranOut() || endedTooEarly(reading, limits);
  if (place && isEarly) return leftToOthers(reader, reading, ended, firstMs);
  if (place && problem && reading.stopReason === 'failed' && isPassing(problem))
    return backedOff(reader, reading, ended);
  return landedAs(reader, ended, firstMs);
}

/** The first page after a hand-over is answered as if nobody knew it: a cursor that has ended, say. */
function isPlaceGone({ place, isAnew }: RunWork, { problem, pagesRead }: UpstreamReading): boolean {
  const status = problem?.details.status ?? 0;
  return !isAnew && place !== undefined && pagesRead === place.pages && [400, 404, 410, 422].includes(status);
}

async function leftToOthers(reader: Reader, reading: UpstreamReading, ended: Ended, firstMs: number): Promise<RunEnd> {
  const { work, lead, counted, services } = reader;
  const { place, problem } = reading;
  if (!place) throw new Error('others go on at a place');
  const isSlowPage = problem?.code === 'remote-timeout';
  const delayMs = counted.ranOut() ? (problem?.details.retryAfterMs ?? 0) : 0;
  const isForQueue = work.waitingSince === undefined || isSlowPage || delayMs > 0;
  const waits = isForQueue && mayPush(work) && !lead.collector.problem ? 'queue' : 'reader';
  const now = services.now();
  const ticket = ticketFor(waits, now);
  const lease = { ...ticket, until: ticket.until + delayMs };
  const shown = { ...ended.reading, stopReason: 'unfinished' as const };
  const read = readInHand(reader, shown);
  const patch = { firstMs, ...factsSoFar(reader) };
  const published = await publishSafely(reader, { reading: shown, place, lease, patch });
  if (published === 'lost') return { kind: 'lost' };
  if (published === 'too-large')
    return landedAs(reader, { ...ended, reading: { ...ended.reading, stopReason: 'byte-limit' } }, firstMs);
  if (published === 'failed') return notKept(reader, read);
  if (lead.collector.problem) return { kind: 'landed', landing: { kind: 'problem', problem: lead.collector.problem } };
  if (waits === 'queue') await pushed(reader, lease, delayMs);
  const isForBrowser = !isSlowPage && delayMs === 0;
  return { kind: 'left', read, ...(isForBrowser && { ticket: lease.holder }) };
}

/** Events would name people. */
const mayPush = ({ access }: RunWork): boolean => access.identity === sharedIdentity;

async function pushed({ work, job, services }: Reader, lease: Lease, delayMs: number): Promise<void> {
  const event = { ...job, flightId: work.held.flight.id, ticket: lease.holder };
  if (await services.pushSlowFetch(event, delayMs)) return;
  const { holder, since } = lease;
  const waiting = ticketFor('reader', services.now());
  await work.held.change({ ...waiting, holder, since }).catch(() => undefined);
}

/** The lead's rows so far, where nothing of them has been let go of. */
function readInHand({ lead }: Reader, reading: Reading): FrameRead | undefined {
  gather(lead);
  if (lead.heldFrom > 0 || lead.collector.problem) return undefined;
  const { frame, warnings } = frameOf(lead);
  return { frame, reading: readingOf(lead, reading, warnings) };
}

/** Nothing could be stored, so nobody can go on; the lease is given back. */
async function notKept({ work }: Reader, read: FrameRead | undefined): Promise<RunEnd> {
  await work.held.change({ ...nobody }).catch(() => undefined);
  return { kind: 'left', read };
}

/** Rows and place stay for whoever comes after the pause. */
async function backedOff(reader: Reader, { place, problem }: UpstreamReading, ended: Ended): Promise<RunEnd> {
  const { work, services } = reader;
  if (!place || !problem) throw new Error('a page that failed has a place and a problem');
  const now = services.now();
  const warned = asWarned(problem, ended.reading);
  const rests = backOffsAfter(work.held.flight, '', recordedProblem(warned, services.redactor), now);
  const read = readInHand(reader, ended.reading);
  const lease = { ...leaseFor('', now, 0) };
  const published = await publishSafely(reader, { reading: ended.reading, place, lease, patch: { rests } });
  if (published === 'lost') return { kind: 'lost' };
  if (published !== 'published') return landedAs(reader, ended);
  return { kind: 'left', read, problem: warned };
}

/** What readers are told of it names the page. */
function asWarned(problem: Problem, { warnings: [warning = 'A page is missing.'] }: Reading): Problem {
  const { readerMessage: _, ...details } = problem.details;
  return new Problem(problem.code, warning, details);
}

async function landedAs(reader: Reader, ended: Ended, firstMs?: number): Promise<RunEnd> {
  const { work, services } = reader;
  const facts = (landings: readonly Landing[]): Partial<Flight> => ({
    ...factsOf(ended.reading),
    ...(firstMs !== undefined && { firstMs }),
    rests: backOffsFrom(work, landings, ended.reading, services),
  });
  const [landing] = await land(work, ended, facts, services);
  if (work.held.isLost && work.run) return { kind: 'lost' };
  if (!landing) throw new Error('the panel that a read is made for has an outcome');
  return { kind: 'landed', landing };
}

function factsOf({ fetchedAt: doneAt, durationMs: tookMs, pagesRead }: Reading): Partial<Flight> {
  return pagesRead > 0 ? { doneAt, tookMs, pagesRead } : {};
}

const isWell = (landing: Landing): boolean => landing !== undefined && landing.kind !== 'problem';

function backOffsFrom(
  work: RunWork,
  landings: readonly Landing[],
  reading: Reading,
  { now, redactor }: PanelServices,
): Flight['rests'] {
  const names = work.logs.map(({ target }) => target.place.rows);
  const well = names.filter((_, index) => isWell(landings[index]));
  const brokeOff = reading.stopReason === 'failed';
  let rests = backOffsWithout(work.held.flight.rests, brokeOff ? well : ['', ...well]);
  for (const [index, landing] of landings.entries()) {
    if (landing?.kind !== 'problem') continue;
    rests = backOffsAfter({ rests }, names[index] ?? '', recordedProblem(landing.problem, redactor), now());
  }
  const [warning = 'A page is missing.'] = reading.warnings;
  return brokeOff ? backOffsAfter({ rests }, '', new Problem('remote-failed', warning), now()) : rests;
}

/** Panels whose own selectors fail leave the run, and are left alone for a while. */
function factsSoFar({ work, services }: Reader): Pick<Flight, 'rests'> {
  let rests = backOffsWithout(work.held.flight.rests, ['']);
  for (const { collector, target } of work.logs) {
    if (!collector.problem) continue;
    const problem = recordedProblem(collector.problem, services.redactor);
    rests = backOffsAfter({ rests }, target.place.rows, problem, services.now());
  }
  return { rests };
}

async function unchanged({ work, services }: Reader, reading: Reading): Promise<RunEnd> {
  const { rests } = work.held.flight;
  const well = ['', ...work.logs.map(({ target }) => target.place.rows)];
  const { fetchedAt: doneAt, durationMs: tookMs } = reading;
  const landing = await landUnchanged(
    work,
    reading,
    { doneAt, tookMs, firstMs: tookMs, rests: backOffsWithout(rests, well) },
    services,
  );
  if (!landing) throw new Error('only what is kept can be unchanged');
  return { kind: 'landed', landing };
}

/** The first page could not be read. One that is too slow for a reader's call is for the background. */
async function failed(reader: Reader, problem: Problem): Promise<RunEnd> {
  const { work, lead, services } = reader;
  const { limits } = lead.target.bound.source.settings;
  const isTooSlow = problem.code === 'remote-timeout' && !work.inBackground && isAtBound(limits, 'seconds');
  if (isTooSlow && (await leftToQueue(work, reader.job, services))) return { kind: 'left' };
  const rests = backOffsAfter(work.held.flight, '', recordedProblem(problem, services.redactor), services.now());
  const given = await work.held.change({ rests, ...nobody }).catch(() => false);
  if (!given) services.log('flight-not-given-back', { dataSourceId: work.held.flight.dataSourceId });
  return { kind: 'landed', landing: { kind: 'problem', problem } };
}

/**
 * Whether the whole reading is for the background now, its first page included, which is too slow for a reader's call. Its
 * ticket is kept for the event, and runs out if that does not come.
 */
export async function leftToQueue(
  { held, access }: Pick<RunWork, 'held' | 'access'>,
  job: Job,
  services: PanelServices,
): Promise<boolean> {
  if (access.identity !== sharedIdentity) return false;
  const { holder, id } = held.flight;
  const lease = ticketFor('queue', services.now(), slowTicketMs);
  if (!(await held.change({ ...lease, firstMs: slowPageMs }))) return true;
  if (await services.pushSlowFetch({ ...job, flightId: id, ticket: lease.holder }, 0)) return true;
  await held.change(leaseFor(holder, services.now(), leaseMs));
  return false;
}
