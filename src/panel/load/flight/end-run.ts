import type { Problem } from '../../../shared/problem';
import { isOwn } from '../identity/rights';
import { isPassing } from '../last-good-rows';
import type { UpstreamReading } from '../../read/upstream';
import { endedTooEarly } from './flight-bounds';
import type { Ended } from './land';
import { landedAs } from './land-run';
import { backedOff, leftToOthers } from './leave-run';
import type { Reader, RunEnd } from './run-end';
import type { RunWork } from './run-work';

/**
 * How it ended for a holder who reads no further: landed, or left to others.
 * @throws Problem of a page that a reader's own account may not see, or not any more
 */
export async function ending(reader: Reader, reading: UpstreamReading, ended: Ended, firstMs: number): Promise<RunEnd> {
  const { work, lead, counted } = reader;
  const { place, problem } = reading;
  if (isPlaceGone(work, reading)) return { kind: 'gone' };
  if (problem && isOwn(work.access) && endsOwn(problem)) throw problem;
  const { limits } = lead.target.bound.source.settings;
  const isEarly = counted.ranOut() || endedTooEarly(reading, limits);
  if (place && isEarly) return leftToOthers(reader, reading, ended, firstMs);
  if (place && problem && reading.stopReason === 'failed' && isPassing(problem))
    return backedOff(reader, reading, ended);
  return landedAs(reader, ended, firstMs);
}

/** What an account may no longer see is not shown as far as it was read. */
const endsOwn = ({ code }: Problem): boolean =>
  code === 'remote-unauthorized' || code === 'remote-forbidden' || code === 'reconnect-needed';

/** The first page after a hand-over is answered as if nobody knew it: a cursor that has ended, say. */
function isPlaceGone({ place, isAnew }: RunWork, { problem, pagesRead }: UpstreamReading): boolean {
  const status = problem?.details.status ?? 0;
  return !isAnew && place !== undefined && pagesRead === place.pages && [400, 404, 410, 422].includes(status);
}
