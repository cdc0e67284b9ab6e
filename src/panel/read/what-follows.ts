import { requestAfter } from '../../requests/pagination/next-page';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import { itemsOfPage, requestsBehindNext } from '../../requests/pagination/styles';
import { Problem } from '../../shared/problem';
import { isBeforeRows } from './before-rows';
import { endingAfter } from './end-of-reading';
import type { Ending, Run } from './reading-run';

/** So many pages of a list that is counted are requested at once, and so many bytes of them. */
const mostAtOnce = 4;
const bytesAtOnce = 8 * 1024 * 1024;

/** Whether the page has no rows yet, and leads on to them, so that it is none of the list's. */
export function isOnTheWay({ upstream, progress }: Run, page: PageFacts): boolean {
  const { pagination, request } = upstream.settings;
  if (progress.rows > 0 || (page.pagesBefore > 0 && !progress.isBefore)) return false;
  try {
    const next = requestAfter(pagination, page, new URL(request.url).origin, progress.requested);
    return isBeforeRows(page, next, progress.isBefore);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return false;
  }
}

/** The request for the next page, or the end. */
export type Following = { request: PageRequest; ending?: undefined } | { request?: undefined; ending: Ending };

/** The request that is next, which is noted, or why there is none. The page that was read is kept, whatever comes of it. */
export function whatFollows({ upstream, progress }: Run, page: PageFacts): Following {
  const { pagination, request } = upstream.settings;
  try {
    const next = requestAfter(pagination, page, new URL(request.url).origin, progress.requested);
    if (next.kind === 'end')
      return { ending: next.stopReason === 'complete' ? endingAfter(upstream, page, next.isStated) : next };
    progress.items += itemsOfPage(pagination, page.document, page.rowsSelector);
    progress.request = next.request;
    return { request: next.request };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ending: { stopReason: 'failed', warning: `Page ${progress.pages + 1} is missing. ${error.message}` } };
  }
}

/** Requests what follows before the page itself is taken, and of pages that are counted several at once. */
export async function hurryOn({ upstream, progress, ahead }: Run, page: PageFacts): Promise<void> {
  const { bounds, settings } = upstream;
  const { request, pages, items, bytes, pageMs } = progress;
  if (ahead.count() > 0 && !ahead.has(request)) ahead.drop();
  const isGet = (request.method ?? settings.request.method) === 'GET';
  const atOnce = isGet && !ahead.isOneByOne() ? Math.min(mostAtOnce, Math.floor((bytesAtOnce * pages) / bytes)) : 1;
  const behind = requestsBehindNext(settings.pagination, page, Math.max(0, atOnce - 1));
  for (const [at, next] of [request, ...behind].entries()) {
    const isWithin = pages + at < bounds.pages && progress.rows + (items / pages) * (at + 1) < bounds.rows;
    if (!ahead.has(next) && isWithin && upstream.mayHurry?.(pageMs)) ahead.send(next);
  }
  if (ahead.count() > 0) await left();
}

/** Resolves once what was sent has left: the page then keeps the process busy for a while. */
const left = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
