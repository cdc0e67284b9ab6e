import type { Pagination } from '../../shared/contract';
import type { MoreRows, StopReason } from '../../shared/frame';
import { Problem } from '../../shared/problem';
import { isPageSize } from '../../requests/more/count-signs';
import { moreRows } from '../../requests/more/more-rows';
import { wordsOf } from '../../requests/more/name-words';
import { sentNumbers } from '../../requests/more/requested-numbers';
import { rowsPlace } from '../../requests/more/rows-place';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import { isCounted, itemsOfPage } from '../../requests/pagination/styles';
import { compileSelector } from '../../selectors/selector';
import { type PageOutline, topOf } from './reading-place';
import type { Upstream } from './upstream';

type Reading = Pick<Upstream, 'settings' | 'selectors' | 'rowsSelector'>;

/**
 * How a reading ends where its paging leads no further: `complete` only if the response does not speak of more. What it
 * states itself, by a flag or a total that the settings name, needs no second look.
 * @throws Problem `selector-invalid`
 */
export function endingAfter(
  reading: Reading,
  page: PageFacts,
  isStated = false,
): { stopReason: StopReason; more?: MoreRows } {
  const { pagination } = reading.settings;
  const more = isStated ? undefined : moreAfter(reading, page);
  if (!more) return { stopReason: 'complete' };
  return isFirstPageWanted(pagination) ? { stopReason: 'first-page' } : { stopReason: 'unfollowed', more };
}

const isFirstPageWanted = (pagination: Pagination) => pagination.style === 'none' && pagination.firstPageOnly === true;

/**
 * Where the paging led nowhere at all, it may not be how this API pages. Where it led on and has ended as its style ends, a
 * total that is not reached shows that pages are held back, and for a style that follows what the response names, so does an
 * outright word. A full page is no sign to a paging that would go on.
 */
function moreAfter(reading: Reading, page: PageFacts): MoreRows | undefined {
  const { pagination } = reading.settings;
  const { request, document, headers = [], itemsBefore: countBefore } = page;
  const more = moreRows({ request, document, headers, rowsSelector: rowsSelectorOf(reading), countBefore });
  if (page.pagesBefore === 0) return more?.by === 'full-page' && pagination.style !== 'none' ? undefined : more;
  if (isCounted(pagination)) return more?.by === 'total' ? more : undefined;
  return more?.by === 'flag' || (more?.by === 'total' && !isAsManyAsRequested(pagination, page)) ? more : undefined;
}

/** OData's `$top` is how many rows are wanted in all, however many pages the server makes of them. */
function isAsManyAsRequested(pagination: Pagination, page: PageFacts): boolean {
  const read = page.itemsBefore + itemsOfPage(pagination, page.document, page.rowsSelector);
  const sizes = sentNumbers(page.first ?? page.request).filter(({ name }) => isPageSize(wordsOf(name)));
  return sizes.some(({ value }) => value === read);
}

/** Where the rows are, as far as that is known; empty where the longest list is meant. */
export function rowsSelectorOf({ rowsSelector, selectors }: Reading): string {
  return rowsSelector?.() ?? selectors.rows[0] ?? '';
}

/** Whether a link that names another host led nowhere at the origin either, so that the page is elsewhere. */
export function isElsewhere({ namesOtherHost }: PageRequest, error: Problem): boolean {
  const { status } = error.details;
  return namesOtherHost === true && (status === 404 || status === 410);
}

/**
 * Whether a refusal says that there is no such page, which is how some APIs end where pages are counted: 404, or 416 for a
 * range; 400 only where its words speak of pages, or the page before was not full, since it may as well refuse another thing.
 */
export function isPastTheEnd(
  { settings }: Pick<Upstream, 'settings'>,
  error: unknown,
  before: Pick<PageOutline, 'isShort'>,
): boolean {
  if (!(error instanceof Problem) || !isCounted(settings.pagination)) return false;
  const { status, detail = '' } = error.details;
  if (status === 404 || status === 416) return true;
  return status === 400 && (speaksOfPages.test(detail) || before.isShort);
}

const speaksOfPages =
  /\b(?:pages?|page_?number|offset|range|skip|out of bounds|no more|exceeds? the (?:total|last))\b/i;

/** Fewer items than the pages before it had, or than were requested. */
function isShort(pagination: Pagination, { document, rowsSelector, pagesBefore, itemsBefore }: PageFacts): boolean {
  const full = pagesBefore > 0 ? itemsBefore / pagesBefore : 'pageSize' in pagination ? pagination.pageSize : 0;
  return full > 0 && itemsOfPage(pagination, document, rowsSelector) < full;
}

/**
 * Whether a page has lost the place of the rows, and all else that the page before had: it is no page of this list. An
 * absent list beside known members is an empty one, and so is no response at all.
 * @throws Problem `selector-invalid`
 */
export function lacksRows(reading: Reading, before: PageOutline, document: unknown): boolean {
  const selector = rowsSelectorOf(reading);
  if (document === null) return false;
  if (selector.trim() === '') return before.hasRows && isOther(document, before);
  if (before.isList !== Array.isArray(document)) return true;
  const rows = compileSelector(selector);
  if (rows.select(document).length > 0 || !rows.isAbsentIn(document)) return false;
  return isOther(document, before);
}

/** Nothing of one is in the other: no list where one is, no name that both have. */
function isOther(document: unknown, before: PageOutline): boolean {
  const { isList, names } = topOf(document);
  if (isList || before.isList) return isList !== before.isList;
  return !names.some((name) => before.names.includes(name));
}

/** What of a page tells whether another one may be of the same list, and the last. */
export function outlineOf(reading: Reading, page: PageFacts): PageOutline {
  const hasRows = rowsSelectorOf(reading).trim() === '' && rowsPlace(page.document, undefined) !== undefined;
  return { ...topOf(page.document), hasRows, isShort: isShort(reading.settings.pagination, page) };
}
