import type { Reading } from '../../../shared/frame';
import type { BetweenPages } from '../../read/upstream';
import { isOwn } from '../identity/rights';
import { leaseMs } from './flight';
import { leaseFor } from './lease';
import { isDue, mayPublish } from './publication-due';
import { hasRoom } from './publish';
import { publishSafely } from './publish-safely';
import type { Reader } from './run-end';

/**
 * A page expected within so long of a call's own beginning is read by whoever waits for the first. With a reader's own account
 * nobody else waits, and a part of the rows costs more writes than all of them.
 */
const quickMs = 300;
const quickOwnMs = 2000;

/**
 * What decides between two pages whether this call goes on, and shows meanwhile what is worth showing; and how long the
 * first page took, in milliseconds, once that is known.
 */
export function paceOf(reader: Reader, deadline: number) {
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
        lead.target.bound.source.settings.request.method === 'GET' &&
        now - waitingSince + pageMs <= (isOwn(work.access) ? quickOwnMs : quickMs);
      return isQuick || !(await hasRoom(lead, false, services));
    }
    if (!between.isUnderWay && !isInTime(pageMs)) return false;
    if (!isDue(work, between, now) || !(await mayPublish(work, services))) return true;
    const reading = soFar(between);
    const lease = leaseFor(work.held.holder, now, leaseMs);
    const patch = firstMs === undefined ? {} : { firstMs };
    const published = await publishSafely(reader, { reading, place: between.place(), lease, patch });
    return published === 'published' || published === 'failed';
  };
  const mayHurry = (pageMs: number) => waitingSince === undefined && isInTime(pageMs);
  return { mayGoOn, mayHurry, firstMs: () => firstMs };
}

function soFar({ pagesRead, rowsRead, bytesRead, spentMs, place }: BetweenPages): Reading {
  const counts = { pagesRead, rowsRead, bytesRead, durationMs: spentMs };
  return { fetchedAt: place().began, ...counts, stopReason: 'unfinished', warnings: [] };
}
