import { keptRows, type Load, type Loaded } from '../kept-rows';
import type { SnapshotHead } from '../snapshot/head';
import type { Flight } from './flight';
import { readProgress } from './progress';
import { askAgainAfter } from './waiting';

/** Readers who have rows are in less of a hurry. */
const patience = 3;
const nothingYet = { pagesRead: 0, rowsRead: 0 };

/**
 * The reply while somebody else reads: rows that may still be shown, else `pending`; with how far the read is, if it goes
 * on in the background. There a read may take minutes, so older rows are shown as well, and said to be.
 */
export async function whileOthersRead<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  flight: Flight | undefined,
): Promise<Loaded<T>> {
  const { ages, services } = load;
  const now = services.now();
  const askAgainMs = askAgainAfter(flight, now);
  const progress = flight?.inBackground ? ((await readProgress(flight, services.storage)) ?? nothingYet) : undefined;
  const isShowable = head && now - head.reading.fetchedAt < ages.staleMs;
  const staleReason = isShowable ? undefined : 'Fetching new rows; this source is slow.';
  const note = { staleReason, askAgainMs: progress ? patience * askAgainMs : askAgainMs, progress };
  const rows = head && (isShowable || progress) ? await keptRows(load, head, note) : undefined;
  return rows ?? { state: 'pending', askAgainMs, progress };
}
