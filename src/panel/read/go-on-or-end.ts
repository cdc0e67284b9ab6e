import { placeOf } from './reading-progress';
import type { Ending, Run } from './reading-run';
import type { Following } from './what-follows';

/** Why the reading ends after this page; `undefined` where it goes on. */
export async function goOn(run: Run, { ending }: Following): Promise<Ending | undefined> {
  return ending ?? boundReached(run) ?? (await leftOff(run));
}

function boundReached({ upstream: { bounds }, services, progress, ahead }: Run): Ending | undefined {
  if (progress.rows >= bounds.rows) return { stopReason: 'row-limit' };
  if (progress.pages >= bounds.pages || progress.rows >= (bounds.enoughRows ?? Infinity)) {
    return { stopReason: 'page-limit', isOpen: true };
  }
  const isOver = services.now() >= progress.deadline && ahead.count() === 0; // what was sent in time is worth its request
  return isOver ? { stopReason: 'time-limit', isOpen: true } : undefined;
}

/** The end of a reading that others are to go on with. */
async function leftOff({ upstream, services, progress, ahead, startedAt }: Run): Promise<Ending | undefined> {
  const { pages, rows, bytes, spentMs, pageMs } = progress;
  const nowMs = services.now() - startedAt;
  const isUnderWay = ahead.count() > 0;
  const counts = { pagesRead: pages, rowsRead: rows, bytesRead: bytes, spentMs: spentMs + nowMs, pageMs, isUnderWay };
  const mayGoOn = (await upstream.mayGoOn?.({ ...counts, place: () => placeOf(progress, nowMs) })) ?? true;
  return mayGoOn ? undefined : { stopReason: 'unfinished', isOpen: true };
}
