import { frameSource } from '../../visuals/frame-source';
import type { Flight } from './flight/flight';
import type { HeldFlight } from './flight/held-flight';
import type { Landing } from './flight/land';
import type { RunEnd } from './flight/run-end';
import { progressOf, whileOthersRead } from './flight/while-others-read';
import { keptHead, keptRows, type Load, type Loaded, rowsWith } from './kept-rows';
import { partAskAgainMs } from './look-at-kept';
import type { SnapshotHead } from './snapshot/head';
import { staleReasonOf } from './stale-reason';
import { lastGoodRows } from './stand-in-rows';

/**
 * What a holder's reader gets of how their work ended: rows of memory where all are in hand, else those that are kept.
 * @throws Problem of the API or of the panel's own selectors where no rows are kept that may stand in
 */
export async function replyTo<T>(
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
