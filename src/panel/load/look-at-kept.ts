import { refreshAgeMs } from '../../shared/freshness';
import { keptRows, type Load, type Loaded } from './kept-rows';
import type { SnapshotHead } from './snapshot/head';

/** Whoever sees a part looks again after so long. */
export const partAskAgainMs = 1000;

/** The reply from what is kept, if it is good enough; if not, the head whose rows may still stand in for new ones. */
export interface Kept<T> {
  reply?: Loaded<T>;
  head: SnapshotHead | undefined;
}

/**
 * What is kept of what is requested, of which `head` is the newest. Nobody waits for a read where rows can be shown: whoever gets
 * stale ones calls again behind them.
 */
export async function lookAt<T>(load: Load<T>, head: SnapshotHead | undefined): Promise<Kept<T>> {
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
