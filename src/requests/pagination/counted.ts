import type { PageTotal } from '../../shared/contract';
import { countItems } from './count-items';
import { firstCount } from './first-value';
import { headerOf } from './response-header';
import { type Continuation, lastPage, type PageFacts, statedEnd } from './page-facts';

/**
 * How many pages follow the next one for all that the total says, where pages are as long as those so far; 0 where nothing
 * says so.
 */
export function pagesBehindNext(paging: { itemsSelector: string; total?: PageTotal }, page: PageFacts): number {
  const total = paging.total && totalOf(paging.total, page);
  if (paging.total === undefined || total === undefined) return 0;
  const pages = page.pagesBefore + 1;
  const items = page.itemsBefore + countItems(paging.itemsSelector, page.document, page.rowsSelector);
  const inAll = paging.total.of === 'pages' ? total : Math.ceil(total / (items / pages));
  return Number.isFinite(inAll) ? Math.max(0, inAll - pages - 1) : 0;
}

/**
 * The end where a page was the last one of an API that is paged by numbers: it is empty, or the total that the response
 * names is reached; `undefined` where it was not. A total that more rows than it have disproved is passed over, as is
 * 0, because some APIs do not count or count something else; a short page proves nothing, because servers may give
 * fewer than requested.
 */
export function endOfCounted(
  paging: { itemsSelector: string; total?: PageTotal },
  page: PageFacts,
): Continuation | undefined {
  const items = countItems(paging.itemsSelector, page.document, page.rowsSelector);
  if (items === 0) return lastPage;
  const total = paging.total && totalOf(paging.total, page);
  if (paging.total === undefined || total === undefined || total === 0) return undefined;
  const isReached = paging.total.of === 'pages' ? page.pagesBefore + 1 >= total : page.itemsBefore + items === total;
  return isReached ? statedEnd : undefined;
}

/** Of a `Content-Range` (RFC 9110 section 14.4), what stands after the slash. */
function totalOf({ from, selector }: PageTotal, page: PageFacts): number | undefined {
  if (from !== 'header') return firstCount(selector, page.document);
  const value = headerOf(page, selector) ?? '';
  const digits = value.slice(value.lastIndexOf('/') + 1).trim();
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}
