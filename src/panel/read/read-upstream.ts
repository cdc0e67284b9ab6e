import { firstRequest } from '../../requests/first-request';
import { requestAfter, requestKey } from '../../requests/pagination/next-page';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import { itemsFingerprint, itemsOfPage, requestsBehindNext } from '../../requests/pagination/styles';
import type { MoreRows, StopReason } from '../../shared/frame';
import { Problem } from '../../shared/problem';
import { boundsWithin, marginMs, retriesPerReading } from '../shape/read-bounds';
import { type ReadingRequest, readingRequestFor, fetchPage, onlyIfChanged, type Page } from './fetch-page';
import { isBeforeRows } from './before-rows';
import { endingAfter, isElsewhere, isPastTheEnd, lacksRows, outlineOf, rowsSelectorOf } from './end-of-reading';
import { type Fetched, type PagesAhead, pagesAhead } from './pages-ahead';
import { type PageOutline, type ReadingPlace, requestAt } from './reading-place';
import type { Upstream, UpstreamReading, UpstreamServices, TakePage } from './upstream';

interface Progress {
  request: PageRequest;
  requested: Set<string>;
  pages: number;
  rows: number;
  /** Of all pages, before any filter. */
  items: number;
  bytes: number;
  deadline: number;
  /** How often this reading has waited because the API wanted it. */
  waits: number;
  /** Of the page before. */
  fingerprint: string | undefined;
  outline: PageOutline | undefined;
  /** All pages so far had no rows yet, and led on to them. */
  isBefore: boolean;
  /** How the reading ends if the next page is not there; absent before the first one was read. */
  ifMissing?: () => ReadingPlace['ifMissing'];
  /** When the reading began, and how long others were at work for it; `pageMs` is what the last page took. */
  began: number;
  spentMs: number;
  pageMs: number;
  /** What pages were read in spite of, each sentence once. */
  warnings: Set<string>;
}

const maxWaitMs = 3000;
const maxWaits = 2;
/** So many pages of a list that is counted are requested at once, and so many bytes of them. */
const mostAtOnce = 4;
const bytesAtOnce = 8 * 1024 * 1024;

interface Ending {
  stopReason: StopReason;
  more?: MoreRows;
  warning?: string;
  notModified?: true;
  problem?: Problem;
  /** The request that is next can be made later. */
  isOpen?: true;
}

/** What the steps of one reading share. */
interface Run {
  upstream: Upstream;
  services: UpstreamServices;
  /** The request for the first page. */
  first: PageRequest;
  progress: Progress;
  take: TakePage;
  ahead: PagesAhead<Page | undefined>;
  /** When this call began to read. */
  startedAt: number;
}

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

function begin(
  { bounds, resumedAt }: Upstream,
  request: PageRequest,
  now: number,
  services: UpstreamServices,
): Progress {
  const totalMs = Math.min(bounds.totalMs, services.remainingTime() - marginMs);
  const own = { waits: 0, pageMs: 0, isBefore: false, deadline: now + totalMs };
  if (resumedAt) return resumed(resumedAt, own);
  const nothing = { pages: 0, rows: 0, items: 0, bytes: 0, fingerprint: undefined, outline: undefined };
  return { ...own, ...nothing, request, requested: new Set(), warnings: new Set(), began: now, spentMs: 0 };
}

function resumed(place: ReadingPlace, own: Pick<Progress, 'waits' | 'pageMs' | 'isBefore' | 'deadline'>): Progress {
  const { began, spentMs, pages, rows, items, bytes, fingerprint, outline, ifMissing } = place;
  const counts = { began, spentMs, pages, rows, items, bytes };
  const sets = { requested: new Set(place.requested), warnings: new Set(place.warnings) };
  return { ...own, ...counts, ...sets, request: requestAt(place), fingerprint, outline, ifMissing: () => ifMissing };
}

/** Where to go on after those that were at work for `nowMs` in this call. */
function placeOf(progress: Progress, nowMs: number): ReadingPlace {
  const { request, requested, fingerprint, outline, ifMissing, began, pages, rows, items, bytes } = progress;
  if (!outline || !ifMissing) throw new Error('a reading goes on after its first page only');
  return {
    request: { ...request, url: request.url.href },
    requested: [...requested],
    ...(fingerprint !== undefined && { fingerprint }),
    outline,
    ifMissing: ifMissing(),
    warnings: [...progress.warnings],
    began,
    spentMs: progress.spentMs + nowMs,
    pages,
    rows,
    items,
    bytes,
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

/** A page that has no rows yet, and leads on to them, is none of the list's. */
function isOnTheWay({ upstream, progress }: Run, page: PageFacts): boolean {
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

const fingerprintOf = (upstream: Upstream, document: unknown) =>
  itemsFingerprint(upstream.settings.pagination, document, rowsSelectorOf(upstream));

function samePage(upstream: Upstream, { document }: Page, progress: Progress): Ending | undefined {
  const fingerprint = fingerprintOf(upstream, document);
  const isSame = fingerprint !== undefined && fingerprint === progress.fingerprint;
  progress.fingerprint = fingerprint;
  if (!isSame) return undefined;
  const [one, two] = [progress.pages, progress.pages + 1];
  return { stopReason: 'repeated-link', warning: `Page ${two} returned the same rows as page ${one}.` };
}

/** Resolves once what was sent has left: the page then keeps the process busy for a while. */
const left = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Following = { request: PageRequest; ending?: undefined } | { request?: undefined; ending: Ending };

/** Sets the next request, or says why there is none. The page that was read is kept, whatever comes of the next. */
function whatFollows({ upstream, progress }: Run, page: PageFacts): Following {
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

async function goOn(run: Run, { ending }: Following): Promise<Ending | undefined> {
  return ending ?? boundReached(run) ?? (await leftOff(run));
}

/** Requests what follows before the page itself is taken, and of pages that are counted several at once. */
async function hurryOn({ upstream, progress, ahead }: Run, page: PageFacts): Promise<void> {
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

/** The end of a reading that others are to go on with. */
async function leftOff({ upstream, services, progress, ahead, startedAt }: Run): Promise<Ending | undefined> {
  const { pages, rows, bytes, spentMs, pageMs } = progress;
  const nowMs = services.now() - startedAt;
  const isUnderWay = ahead.count() > 0;
  const counts = { pagesRead: pages, rowsRead: rows, bytesRead: bytes, spentMs: spentMs + nowMs, pageMs, isUnderWay };
  const mayGoOn = (await upstream.mayGoOn?.({ ...counts, place: () => placeOf(progress, nowMs) })) ?? true;
  return mayGoOn ? undefined : { stopReason: 'unfinished', isOpen: true };
}

/** The page's rows' place is gone, and nothing of the page before is there: an error with a status of success, say. */
function withoutRows({ pages }: Progress): Ending {
  const warning = `Page ${pages + 1} is missing. The response has no rows where the other pages have them.`;
  return { stopReason: 'failed', warning };
}

function boundReached({ upstream: { bounds }, services, progress, ahead }: Run): Ending | undefined {
  if (progress.rows >= bounds.rows) return { stopReason: 'row-limit' };
  if (progress.pages >= bounds.pages || progress.rows >= (bounds.enoughRows ?? Infinity)) {
    return { stopReason: 'page-limit', isOpen: true };
  }
  const isOver = services.now() >= progress.deadline && ahead.count() === 0; // what was sent in time is worth its request
  return isOver ? { stopReason: 'time-limit', isOpen: true } : undefined;
}

async function nextPage(run: Run): Promise<Page | Ending> {
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

function fetched(
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
