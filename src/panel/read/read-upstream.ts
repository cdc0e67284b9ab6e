import { firstRequest } from '../../requests/first-request';
import { requestKey } from '../../requests/pagination/next-page';
import type { PageFacts } from '../../requests/pagination/page-facts';
import { boundsWithin, retriesPerReading } from '../shape/read-bounds';
import { endingAfter, lacksRows, outlineOf, rowsSelectorOf } from './end-of-reading';
import { type Page, readingRequestFor } from './fetch-page';
import { goOn } from './go-on-or-end';
import { fetched, nextPage } from './obtain-page';
import { pagesAhead } from './pages-ahead';
import { begin, placeOf, type Progress } from './reading-progress';
import type { Ending, Run } from './reading-run';
import { fingerprintOf, samePage } from './same-page';
import type { TakePage, Upstream, UpstreamReading, UpstreamServices } from './upstream';
import { hurryOn, isOnTheWay, whatFollows } from './what-follows';

/**
 * Reads page after page and hands each to `take`, until the last page or a bound. What was read is never lost: after the
 * first page, a page that fails ends the reading with `failed` and a warning instead of a problem.
 * @throws Problem `invalid-input` for values that the request cannot hold; of the first page: what `fetchPage` throws; what
 * `take` throws, at any page
 */
export async function readUpstream(
  whole: Upstream,
  services: UpstreamServices,
  take: TakePage,
): Promise<UpstreamReading> {
  const upstream = { ...whole, bounds: boundsWithin(whole.bounds, whole.settings.limits, whole.resumedAt) };
  const now = services.now();
  const first = firstRequest(upstream.settings, upstream.values);
  const progress = begin(upstream, upstream.from ?? first.page, now, services);
  const readingRequest = readingRequestFor(upstream, first, retriesPerReading);
  const run: Run = {
    upstream,
    services,
    first: first.page,
    progress,
    take,
    ahead: pagesAhead((request) => fetched(request, { upstream, services, readingRequest, progress }), services.now),
    startedAt: now,
  };
  const ending = await readPages(run);
  const { pages, rows, bytes, began } = progress;
  const warnings = [...progress.warnings, ...(ending.warning === undefined ? [] : [ending.warning])].map((warning) =>
    services.redactor.mask(warning),
  );
  const { stopReason, more, notModified, problem, isOpen } = ending;
  const counts = { pagesRead: pages, rowsRead: rows, bytesRead: bytes };
  return {
    fetchedAt: began,
    durationMs: progress.spentMs + services.now() - now,
    ...counts,
    stopReason,
    ...(more && { more }),
    warnings,
    ...(notModified && { notModified }),
    ...(problem && { problem }),
    ...(isOpen && pages > 0 && { place: placeOf(progress, services.now() - now) }),
  };
}

/** Nothing that was sent is on its way any more afterwards. */
async function readPages(run: Run): Promise<Ending> {
  try {
    let ending: Ending | undefined;
    while (!ending) ending = await readPage(run);
    return ending;
  } finally {
    await run.ahead.settled();
  }
}

async function readPage(run: Run): Promise<Ending | undefined> {
  const { upstream, progress, take } = run;
  const page = await nextPage(run);
  if ('stopReason' in page) return page;
  progress.requested.add(requestKey(progress.request));
  const facts = factsOf(page, run);
  const repeated = samePage(upstream, page, progress);
  if (repeated) return repeated;
  if (progress.outline && lacksRows(upstream, progress.outline, page.document)) return withoutRows(progress);
  progress.outline = outlineOf(upstream, facts);
  progress.ifMissing = () => endingAfter(upstream, facts);
  progress.pages++;
  progress.isBefore = isOnTheWay(run, facts);
  // A test learns where the rows are from the first page, and with it what follows.
  const early = upstream.rowsSelector ? undefined : whatFollows(run, facts);
  if (early?.request) await hurryOn(run, facts);
  if (!progress.isBefore) progress.rows += take(page.document, upstream.bounds.rows - progress.rows, facts);
  await upstream.pageRead?.({ pagesRead: progress.pages, rowsRead: progress.rows });
  const rowsSelector = rowsSelectorOf(upstream);
  if (rowsSelector !== facts.rowsSelector) progress.fingerprint = fingerprintOf(upstream, page.document);
  return goOn(run, early ?? whatFollows(run, { ...facts, rowsSelector }));
}

function factsOf({ response, unmasked: document, likelySign }: Page, { upstream, first, progress }: Run): PageFacts {
  const { headers, url } = response;
  const { request, pages: pagesBefore, items: itemsBefore } = progress;
  const page = { request, first, url, document, linkHeader: headers.get('link'), headers, likelySign };
  return { ...page, rowsSelector: rowsSelectorOf(upstream), pagesBefore, itemsBefore };
}

/** The page's rows' place is gone, and nothing of the page before is there: an error with a status of success, say. */
function withoutRows({ pages }: Progress): Ending {
  const warning = `Page ${pages + 1} is missing. The response has no rows where the other pages have them.`;
  return { stopReason: 'failed', warning };
}
