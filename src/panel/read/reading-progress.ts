import { marginMs } from '../shape/read-bounds';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { type PageOutline, type ReadingPlace, requestAt } from './reading-place';
import type { Upstream, UpstreamServices } from './upstream';

/** How far one call is with a reading. */
export interface Progress {
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

/** The progress before the call's first page, at the beginning or where others have left the reading. */
export function begin(
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
export function placeOf(progress: Progress, nowMs: number): ReadingPlace {
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
