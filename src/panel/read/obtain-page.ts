import type { PageRequest } from '../../requests/pagination/page-facts';
import { Problem } from '../../shared/problem';
import { isElsewhere, isPastTheEnd } from './end-of-reading';
import { fetchPage, onlyIfChanged, type Page, type ReadingRequest } from './fetch-page';
import type { Fetched } from './pages-ahead';
import type { Progress } from './reading-progress';
import type { Ending, Run } from './reading-run';
import type { UpstreamServices } from './upstream';

const maxWaitMs = 3000;
const maxWaits = 2;

/**
 * The page that is next, counted as one of the reading, or why there is none.
 * @throws Problem of the first page: what `fetchPage` throws
 */
export async function nextPage(run: Run): Promise<Page | Ending> {
  const { upstream, services, progress, ahead } = run;
  try {
    return takenPage(run, await ahead.take(progress.request));
  } catch (error) {
    if (await waited(error, services, progress)) {
      await ahead.slowDown();
      return nextPage(run);
    }
    if (!(error instanceof Problem) || progress.pages === 0) throw error;
    if (isElsewhere(progress.request, error)) return { stopReason: 'foreign-link' };
    if (progress.outline && progress.ifMissing && isPastTheEnd(upstream, error, progress.outline))
      return progress.ifMissing();
    if (error.code === 'response-too-large') return { stopReason: 'byte-limit' };
    const open = { isOpen: true, problem: error } as const;
    if (error.code === 'remote-timeout') return { stopReason: 'time-limit', ...open };
    return { stopReason: 'failed', warning: `Page ${progress.pages + 1} is missing. ${error.message}`, ...open };
  }
}

/** The page behind the request; `undefined` where it is as it was. */
export function fetched(
  request: PageRequest,
  {
    upstream,
    services,
    readingRequest,
    progress,
  }: Pick<Run, 'upstream' | 'services' | 'progress'> & {
    readingRequest: ReadingRequest;
  },
): Promise<Page | undefined> {
  const { bounds, validators } = upstream;
  const deadline = Math.min(progress.deadline, services.now() + bounds.requestMs);
  const room = { bytes: bounds.bytes - progress.bytes, deadline };
  const isFirst = progress.pages === 0;
  return fetchPage(
    request,
    isFirst ? onlyIfChanged(readingRequest, validators) : readingRequest,
    room,
    upstream,
    services,
  );
}

/** Counts the page as one of the reading. */
function takenPage({ upstream, progress }: Run, { page, tookMs }: Fetched<Page | undefined>): Page | Ending {
  if (!page) return { stopReason: 'complete', notModified: true };
  progress.pageMs = tookMs;
  progress.bytes += page.response.body.bytes.byteLength;
  page.warnings.forEach((warning) => progress.warnings.add(warning));
  page.hints.forEach((hint) => upstream.hinted?.(hint));
  return page;
}

/** Waits as long as the API wants, if that is short and twice at most; false if this reading does not wait. */
async function waited(error: unknown, services: UpstreamServices, progress: Progress): Promise<boolean> {
  const waitMs = error instanceof Problem ? error.details.retryAfterMs : undefined;
  const timeLeft = progress.deadline - services.now();
  if (waitMs === undefined || waitMs > maxWaitMs || waitMs * 2 > timeLeft || progress.waits >= maxWaits) return false;
  progress.waits++;
  await services.delay(waitMs);
  return true;
}
