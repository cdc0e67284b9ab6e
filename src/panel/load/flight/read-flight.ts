import type { ReadProgress } from '../../../shared/contract';
import type { Access } from '../../../grants/access';
import type { Reading } from '../../../shared/frame';
import { Problem } from '../../../shared/problem';
import { readBounds } from '../../shape/read-bounds';
import type { PanelServices } from '../panel-services';
import { type FrameOutcome, readFrames } from '../../read/read-frame';
import { type CountedAccess, countedAccess, reserveRequests } from './request-budget';
import { type Flight, requestsOf } from './flight';
import { boundsFor, endedTooEarly, isAtBound } from './flight-bounds';
import { keepOutcome, keepUnchanged, type Landing, sharedValidators } from './keep';
import { backOffsAfter, backOffsWithout } from './back-off';
import { recordedProblem } from './recorded-problem';
import { companionsOf, type FlightTarget } from './targets';

/** One read by the holder of a flight, for the panel they came for and for those with the same request. */
export interface FlightRead {
  flight: Flight;
  access: Access;
  lead: FlightTarget;
  inBackground: boolean;
  /** Of the reader whose call it is. */
  accountId?: string;
  pageRead?: (progress: ReadProgress) => Promise<void>;
}

export interface FlightResult {
  /** For the panel that the read was made for. */
  landing: NonNullable<Landing>;
  /** A reader's call was too short for it: the rest, or all, is for the background. */
  needsMore: boolean;
  progress: ReadProgress;
  /** What the flight's record is to say from now on. */
  patch: Partial<Flight>;
}

/** A read that took this long may not fit into a reader's call the next time. */
const slowMs = 15_000;
/** Left for the reply when the last companion is kept. */
const keepNeedsMs = 3000;

/**
 * What the API sends now, shaped and kept for every panel with the same request. Problems of the API and of the panels
 * stand in the result.
 * @throws Problem `busy` where no request was made: the minute's requests are used up, or the grant is being refreshed
 */
export async function readFlight(work: FlightRead, services: PanelServices): Promise<FlightResult> {
  const { flight, lead } = work;
  const { dataSource } = lead.bound;
  const companions = await companionsOf({ ...work, dataSource, panel: lead.panel, id: flight.id }, services).catch(
    () => [],
  );
  const backedOff = new Set(flight.rests.filter(({ until }) => services.now() < until).map(({ of }) => of));
  const targets = [lead, ...companions.filter(({ place }) => !backedOff.has(place.rows))];
  const reserved = await reserve(work, services);
  const counted = countedAccess(work.access, spenderOf(work), { reserved, mayWait: work.inBackground }, services);
  try {
    const outcomes = await readTargets(targets, work, counted, services);
    return Array.isArray(outcomes)
      ? await keepAll(targets, outcomes, { ...work, ranOut: counted.ranOut() }, services)
      : await keepAllUnchanged(targets, outcomes.unchanged, work, services);
  } catch (error) {
    if (!(error instanceof Problem) || (error.code === 'busy' && !error.details.isBackedOff)) throw error;
    return failed(error, work, services);
  } finally {
    await counted.settle().catch(() => services.log('budget-not-kept', { dataSourceId: dataSource.id }));
  }
}

/** In the background every portion is waited for, so nothing is taken beforehand. */
async function reserve(work: FlightRead, services: PanelServices): Promise<number> {
  return work.inBackground ? 0 : reserveRequests(spenderOf(work), requestsOf(work.flight), services);
}

const spenderOf = ({ lead, accountId }: FlightRead) => ({ source: lead.bound.dataSource, accountId });

function readTargets(
  targets: readonly FlightTarget[],
  { lead, inBackground, pageRead }: FlightRead,
  { access, onRequest }: CountedAccess,
  services: PanelServices,
) {
  const { source, values } = lead.bound;
  const { settings } = source;
  const { limits, bounds } = boundsFor(settings.limits, inBackground);
  const frameRequest = {
    dataSource: { ...source, settings: { ...settings, limits } },
    access,
    onRequest,
    bounds,
    values,
    validators: sharedValidators(targets, services.now()),
    pageRead,
  };
  return readFrames(
    targets.map(({ bound }) => bound.query),
    frameRequest,
    services,
  );
}

async function keepAll(
  targets: readonly FlightTarget[],
  outcomes: readonly FrameOutcome[],
  work: FlightRead & { ranOut: boolean },
  services: PanelServices,
): Promise<FlightResult> {
  const reading = outcomes
    .map((outcome) => (outcome && 'reading' in outcome ? outcome.reading : undefined))
    .find(Boolean);
  const { limits } = work.lead.bound.source.settings;
  const isPart = !work.inBackground && reading !== undefined && (work.ranOut || endedTooEarly(reading, limits));
  const landings: Landing[] = [];
  for (const [index, target] of targets.entries()) {
    if (index > 0 && services.remainingTime() < keepNeedsMs) break;
    landings.push(await keepOutcome(target, outcomes[index], { isPart, inBackground: work.inBackground }, services));
  }
  const [landing] = landings;
  if (!landing) throw new Error('the panel that a read is made for has an outcome');
  const rests = newBackOffs(targets, landings, isPart ? undefined : reading, work.flight, services);
  return { landing, needsMore: isPart, progress: progressOf(reading), patch: { ...factsOf(reading, isPart), rests } };
}

const isWell = (landing: Landing): boolean => landing !== undefined && landing.kind !== 'problem';

function newBackOffs(
  targets: readonly FlightTarget[],
  landings: readonly Landing[],
  reading: Reading | undefined,
  flight: Flight,
  { now, redactor }: Pick<PanelServices, 'now' | 'redactor'>,
): Flight['rests'] {
  const hashes = targets.map(({ place }) => place.rows);
  const well = hashes.filter((_, index) => isWell(landings[index]));
  const brokeOff = reading?.stopReason === 'failed';
  let rests = backOffsWithout(flight.rests, brokeOff ? well : ['', ...well]);
  for (const [index, landing] of landings.entries()) {
    if (landing?.kind !== 'problem') continue;
    rests = backOffsAfter({ rests }, hashes[index] ?? '', recordedProblem(landing.problem, redactor), now());
  }
  const [warning = 'A page is missing.'] = reading?.warnings ?? [];
  return brokeOff ? backOffsAfter({ rests }, '', new Problem('remote-failed', warning), now()) : rests;
}

async function keepAllUnchanged(
  targets: readonly FlightTarget[],
  reading: Reading,
  { flight }: FlightRead,
  services: PanelServices,
): Promise<FlightResult> {
  const [landing] = await Promise.all(targets.map((target) => keepUnchanged(target, reading, services)));
  if (!landing) throw new Error('only what is kept can be unchanged');
  const rests = backOffsWithout(flight.rests, ['', ...targets.map(({ place }) => place.rows)]);
  const { fetchedAt: doneAt, durationMs: tookMs } = reading;
  return { landing, needsMore: false, progress: progressOf(reading), patch: { doneAt, tookMs, rests } };
}

function failed(problem: Problem, { flight, lead, inBackground }: FlightRead, services: PanelServices): FlightResult {
  const isTooSlow = problem.code === 'remote-timeout' && !inBackground;
  const needsMore = isTooSlow && isAtBound(lead.bound.source.settings.limits, 'seconds');
  const patch = { rests: backOffsAfter(flight, '', recordedProblem(problem, services.redactor), services.now()) };
  return { landing: { kind: 'problem', problem }, needsMore, progress: progressOf(undefined), patch };
}

function factsOf(reading: Reading | undefined, isPart: boolean): Partial<Flight> {
  if (!reading) return {};
  const { fetchedAt: doneAt, durationMs: tookMs, pagesRead } = reading;
  return { doneAt, tookMs, pagesRead, isSlow: isPart || tookMs > slowMs || pagesRead > readBounds.pages };
}

const progressOf = (reading: Reading | undefined): ReadProgress => ({
  pagesRead: reading?.pagesRead ?? 0,
  rowsRead: reading?.rowsRead ?? 0,
});
