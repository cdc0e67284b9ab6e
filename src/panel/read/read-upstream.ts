import { firstRequest } from '../../requests/first-request';
import { requestAfter, requestKey } from '../../requests/pagination/next-page';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import { itemsFingerprint, itemsOfPage } from '../../requests/pagination/styles';
import type { MoreRows, StopReason } from '../../shared/frame';
import { Problem } from '../../shared/problem';
import { boundsWithin, marginMs, retriesPerReading } from '../shape/read-bounds';
import { type ReadingRequest, askingOf, fetchPage, onlyIfChanged, type Page } from './fetch-page';
import { endingAfter, isPastTheEnd, lacksRows } from './end-of-reading';
import type { Remote, RemoteReading, RemoteServices, TakePage } from './remote';

interface Progress {
  request: PageRequest;
  asked: Set<string>;
  pages: number;
  rows: number;
  /** Of all pages, before any filter. */
  items: number;
  bytes: number;
  deadline: number;
  /** How often this reading has waited because the remote asked for it. */
  waits: number;
  /** Of the page before. */
  fingerprint: string | undefined;
  /** The page before. */
  last: PageFacts | undefined;
  /** What pages were read in spite of, each sentence once. */
  warnings: Set<string>;
}

const maxWaitMs = 3000;
const maxWaits = 2;

interface Ending {
  stopReason: StopReason;
  more?: MoreRows;
  warning?: string;
  notModified?: true;
}

/** What the steps of one reading share. */
interface Run {
  remote: Remote;
  services: RemoteServices;
  asking: ReadingRequest;
  progress: Progress;
  take: TakePage;
}

/**
 * Reads page after page and hands each to `take`, until the last page or a bound. What was read is never lost: after the
 * first page, a page that fails ends the reading with `failed` and a warning instead of a problem.
 * @throws Problem `invalid-input` for values that the request cannot hold; of the first page: what `fetchPage` throws; what
 * `take` throws, at any page
 */
export async function readRemote(whole: Remote, services: RemoteServices, take: TakePage): Promise<RemoteReading> {
  const remote = { ...whole, bounds: boundsWithin(whole.bounds, whole.settings.limits) };
  const began = services.now();
  const first = firstRequest(remote.settings, remote.values);
  const progress = begin(remote, remote.from ?? first.page, began, services);
  const run = { remote, services, asking: askingOf(remote, first, retriesPerReading), progress, take };
  let ending: Ending | undefined;
  while (!ending) ending = await readPage(run);
  const { pages, rows, bytes } = progress;
  const warnings = [...progress.warnings, ...(ending.warning === undefined ? [] : [ending.warning])];
  const { stopReason, more, notModified } = ending;
  const counts = { pagesRead: pages, rowsRead: rows, bytesRead: bytes };
  const durationMs = services.now() - began;
  return {
    fetchedAt: began,
    durationMs,
    ...counts,
    stopReason,
    ...(more && { more }),
    warnings,
    ...(notModified && { notModified }),
  };
}

function begin({ bounds }: Remote, request: PageRequest, began: number, services: RemoteServices): Progress {
  const totalMs = Math.min(bounds.totalMs, services.remainingTime() - marginMs);
  const nothing = { pages: 0, rows: 0, items: 0, bytes: 0, waits: 0, fingerprint: undefined, last: undefined };
  return { ...nothing, request, asked: new Set(), warnings: new Set(), deadline: began + totalMs };
}

async function readPage(run: Run): Promise<Ending | undefined> {
  const { remote, progress, take } = run;
  const page = await nextPage(run);
  if ('stopReason' in page) return page;
  progress.asked.add(requestKey(progress.request));
  const facts = factsOf(page, progress);
  const repeated = samePage(remote, page, progress);
  if (repeated) return repeated;
  if (progress.last && lacksRows(remote, progress.last, page.document)) return withoutRows(progress);
  progress.last = facts;
  progress.pages++;
  progress.rows += take(page.document, remote.bounds.rows - progress.rows, facts);
  await remote.pageRead?.({ pagesRead: progress.pages, rowsRead: progress.rows });
  return goOn(run, facts);
}

function factsOf({ answer, document }: Page, { request, pages, items }: Progress): PageFacts {
  const linkHeader = answer.headers.get('link');
  const { headers } = answer;
  return { request, url: answer.url, document, linkHeader, headers, pagesBefore: pages, itemsBefore: items };
}

function samePage({ settings }: Remote, { document }: Page, progress: Progress): Ending | undefined {
  const fingerprint = itemsFingerprint(settings.pagination, document);
  const isSame = fingerprint !== undefined && fingerprint === progress.fingerprint;
  progress.fingerprint = fingerprint;
  if (!isSame) return undefined;
  const [one, two] = [progress.pages, progress.pages + 1];
  return { stopReason: 'repeated-link', warning: `Page ${two} returned the same rows as page ${one}.` };
}

/** Sets the next request, or says why there is none. The page that was read is kept, whatever comes of the next. */
function goOn({ remote, services, progress }: Run, page: PageFacts): Ending | undefined {
  const { pagination, request } = remote.settings;
  try {
    const next = requestAfter(pagination, page, new URL(request.url).origin, progress.asked);
    if (next.kind === 'end') return next.stopReason === 'complete' ? endingAfter(remote, page, next.isStated) : next;
    progress.items += itemsOfPage(pagination, page.document);
    progress.request = next.request;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { stopReason: 'failed', warning: `Page ${progress.pages + 1} is missing. ${error.message}` };
  }
  return boundReached(remote, services, progress);
}

/** The page's rows' place is gone, and nothing of the page before is there: an error with a status of success, say. */
function withoutRows({ pages }: Progress): Ending {
  const warning = `Page ${pages + 1} is missing. The response has no rows where the other pages have them.`;
  return { stopReason: 'failed', warning };
}

function boundReached({ bounds }: Remote, services: RemoteServices, progress: Progress): Ending | undefined {
  if (progress.rows >= bounds.rows) return { stopReason: 'row-limit' };
  if (progress.pages >= bounds.pages || progress.rows >= (bounds.enoughRows ?? Infinity)) {
    return { stopReason: 'page-limit' };
  }
  return services.now() >= progress.deadline ? { stopReason: 'time-limit' } : undefined;
}

async function nextPage(run: Run): Promise<Page | Ending> {
  const { remote, services, progress } = run;
  try {
    return await askForPage(run);
  } catch (error) {
    if (await waited(error, services, progress)) return nextPage(run);
    if (!(error instanceof Problem) || progress.pages === 0) throw error;
    if (progress.last && isPastTheEnd(remote, error)) return endingAfter(remote, progress.last);
    if (error.code === 'response-too-large') return { stopReason: 'byte-limit' };
    if (error.code === 'remote-timeout') return { stopReason: 'time-limit' };
    return { stopReason: 'failed', warning: `Page ${progress.pages + 1} is missing. ${error.message}` };
  }
}

async function askForPage({ remote, services, asking, progress }: Run): Promise<Page | Ending> {
  const { bounds } = remote;
  const deadline = Math.min(progress.deadline, services.now() + bounds.requestMs);
  const room = { bytes: bounds.bytes - progress.bytes, deadline };
  const question = progress.pages === 0 ? onlyIfChanged(asking, remote.validators) : asking;
  const page = await fetchPage(progress.request, question, room, remote, services);
  if (!page) return { stopReason: 'complete', notModified: true };
  progress.bytes += page.answer.body.bytes.byteLength;
  page.warnings.forEach((warning) => progress.warnings.add(warning));
  page.hints.forEach((hint) => remote.hinted?.(hint));
  return page;
}

/** Waits as long as the remote asks, if that is short and twice at most; false if this reading does not wait. */
async function waited(error: unknown, services: RemoteServices, progress: Progress): Promise<boolean> {
  const waitMs = error instanceof Problem ? error.details.retryAfterMs : undefined;
  const timeLeft = progress.deadline - services.now();
  if (waitMs === undefined || waitMs > maxWaitMs || waitMs * 2 > timeLeft || progress.waits >= maxWaits) return false;
  progress.waits++;
  await services.delay(waitMs);
  return true;
}
