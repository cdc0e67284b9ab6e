import { Problem } from '../../../shared/problem';
import type { Reading } from '../../../shared/frame';
import { plainReading, readInto } from '../../read/read-frame';
import { isOwn } from '../identity/rights';
import type { PanelServices } from '../panel-services';
import { backOffsAfter } from './back-off';
import { ending } from './end-run';
import { boundsFor, isAtBound } from './flight-bounds';
import { sharedValidators } from './land';
import { landedAs, unchanged } from './land-run';
import { leftToQueue } from './left-to-queue';
import { nobody } from './lease';
import { paceOf } from './pace';
import { countedAccess, reserveRequests, type Spender } from './request-budget';
import { recordedProblem } from './recorded-problem';
import type { Job, Reader, RunEnd } from './run-end';
import type { RunWork } from './run-work';

/**
 * Reads on for every panel of the work, until the end, until nobody who waits for the first page needs to wait longer, or
 * until the call's time is used up; then others go on. Problems of the upstream and of the panels stand in the result.
 * @throws Problem `busy` where no request was made: the minute's requests are used up, or the grant is being refreshed
 */
export async function readRun(work: RunWork, job: Job, services: PanelServices): Promise<RunEnd> {
  const [lead] = work.logs;
  if (!lead) throw new Error('a reading is made for a panel');
  const { dataSource } = lead.target.bound;
  const spender = spenderOf(work, dataSource);
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

/** What a reader's own account reads is paid for out of their minute, in the background as well. */
function spenderOf({ access, accountId }: RunWork, source: Spender['source']): Spender {
  return isOwn(access) ? { source, accountId: access.identity, isOwn: true } : { source, accountId };
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
