import type { ReadProgress } from '../../../shared/contract';
import { keptRows, type Load, type Loaded } from '../kept-rows';
import type { SnapshotHead } from '../snapshot/head';
import type { Flight } from './flight';
import { askAgainAfter } from './waiting';

/** Readers who have rows are in less of a hurry. */
const patience = 3;

/** How far the reading of a flight was published; `undefined` before its first page. */
export function progressOf(flight: Pick<Flight, 'run'> | undefined): ReadProgress | undefined {
  const { run } = flight ?? {};
  return run && { pagesRead: run.pages, rowsRead: run.rows };
}

/**
 * The reply while somebody else reads: rows that may still be shown, else `pending`; with how far the read is, if more than
 * its first page is awaited. That may take minutes, so older rows are shown as well, and said to be.
 */
export async function whileOthersRead<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  flight: Flight | undefined,
  ticket?: string,
): Promise<Loaded<T>> {
  const { ages, services } = load;
  const now = services.now();
  const askAgainMs = askAgainAfter(flight, now);
  const progress = progressOf(flight) ?? (flight?.waits === 'queue' ? { pagesRead: 0, rowsRead: 0 } : undefined);
  const isShowable = head && (head.part !== undefined || now - head.reading.fetchedAt < ages.staleMs);
  const staleReason = isShowable ? undefined : 'New rows are being read.';
  const note = { staleReason, askAgainMs: progress ? patience * askAgainMs : askAgainMs, progress, ticket };
  const rows = head && (isShowable || progress) ? await keptRows(load, head, note) : undefined;
  return rows ?? { state: 'pending', askAgainMs, progress };
}
