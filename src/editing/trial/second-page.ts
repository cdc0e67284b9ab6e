import type { Pagination, PaginationProposal } from '../../shared/contract';
import { detectPagination } from '../../requests/detect-pagination';
import { requestAfter } from '../../requests/pagination/next-page';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import { firstPage, itemsFingerprint } from '../../requests/pagination/styles';
import { Problem } from '../../shared/problem';
import type { TableView } from '../../shared/view';

/** What reading a page that was proposed comes to. */
export interface SecondPage {
  document: unknown;
  table: TableView | undefined;
}

/** Reads one page under another paging than the settings'. @throws Problem */
export type ReadPage = (pagination: Pagination, request: PageRequest) => Promise<SecondPage>;

/**
 * What the first page says of how pages go on, with the second page read that way, if the settings do not go on so
 * already; `undefined` where nothing speaks for more pages. A second page that fails, or is the first one again, is told
 * in the reason.
 */
export async function proposePagination(
  first: PageFacts,
  { rowsSelector, settings, pagesRead }: { rowsSelector: string; settings: Pagination; pagesRead: number },
  readPage: ReadPage,
): Promise<PaginationProposal | undefined> {
  const { document: response, linkHeader, headers } = first;
  const found = detectPagination({ ...first.request, document: response, linkHeader, headers, rowsSelector });
  if (!found || (found.pagination.style === settings.style && pagesRead > 1)) return undefined;
  const { pagination, reason } = found;
  const request = requestForSecond(pagination, first);
  if (!request) return { pagination, reason: `${reason} It points to another host, which the app does not follow.` };
  try {
    const { document, table } = await readPage(pagination, request);
    return isSame(pagination, first.document, document)
      ? { pagination, reason: `${reason} But page two returned the same rows, so this is not how the API pages.` }
      : { pagination, reason, secondPage: table };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { pagination, reason: `${reason} But page two could not be read that way: ${error.message}` };
  }
}

/** As if the first page had been requested by the proposed paging, which puts numbers of its own into the request. */
function requestForSecond(pagination: Pagination, first: PageFacts): PageRequest | undefined {
  const page = { ...first, request: firstPage(pagination, first.request) };
  const next = requestAfter(pagination, page, first.request.url.origin, new Set());
  return next.kind === 'page' ? next.request : undefined;
}

function isSame(pagination: Pagination, first: unknown, second: unknown): boolean {
  const fingerprint = itemsFingerprint(pagination, second);
  return fingerprint !== undefined && fingerprint === itemsFingerprint(pagination, first);
}
