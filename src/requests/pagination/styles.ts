import type { Pagination } from '../../shared/contract';
import { sha256 } from '../../ids';
import { afterContinuationObject } from './continuation-object';
import { afterCursor } from './cursor';
import { countItems, isEmptyPage, pageItems } from './count-items';
import { pagesBehindNext } from './counted';
import { firstValue } from './first-value';
import { afterHeaderUrl } from './header-url';
import { afterLinkHeader } from './link-header';
import { afterByNextRequest, countsParts } from './next-request';
import { afterNextUrl } from './next-url';
import { afterODataPage } from './odata-link';
import { afterOffset, firstPageByOffset, pageByOffset } from './offset-limit';
import { type Continuation, lastPage, type PageFacts, type PageRequest } from './page-facts';
import { afterPageNumber, firstPageByNumber, pageByNumber } from './page-number';
import { afterPageValues } from './page-values';

type Style = Pagination['style'];
type PagingOf<Key extends Style> = Extract<Pagination, { style: Key }>;

/** What a style of paging does. A new style is a new file, a member of `Pagination` and a line here. */
interface PagingStyle<Key extends Style> {
  /** The first request, where the style puts something into it. */
  first?: (paging: PagingOf<Key>, request: PageRequest) => PageRequest;
  after(paging: PagingOf<Key>, page: PageFacts): Continuation;
  /** An empty page is the last one, whatever it names next: some APIs hand out a cursor for ever. */
  endsWhenEmpty?: true;
  /** Pages are requested by counting on, so that one must be requested that is not there. */
  counts?: (paging: PagingOf<Key>) => boolean;
  /** The request for the page so many after this one, where pages can be told before they come. */
  further?: (paging: PagingOf<Key>, page: PageFacts, pages: number) => PageRequest;
  /** What leads on is put into the same request again, and an API may not know it. */
  isPutIn?: true;
}

const styles: { readonly [Key in Style]: PagingStyle<Key> } = {
  none: { after: () => lastPage },
  // Microsoft Graph filters pages after it has cut them, so that only its next link says whether there is more.
  'odata-next-link': { after: (_, page) => afterODataPage(page) },
  'link-header': { after: afterLinkHeader, endsWhenEmpty: true },
  'next-url': { after: afterNextUrl, endsWhenEmpty: true },
  'header-url': { after: afterHeaderUrl, endsWhenEmpty: true },
  cursor: { after: afterCursor, endsWhenEmpty: true, isPutIn: true },
  values: { after: afterPageValues, endsWhenEmpty: true, isPutIn: true },
  // What continues may belong to another list of the same response than the rows.
  'continuation-object': { after: afterContinuationObject },
  'next-request': { after: afterByNextRequest, endsWhenEmpty: true, counts: countsParts },
  'page-number': {
    first: firstPageByNumber,
    after: afterPageNumber,
    counts: () => true,
    further: pageByNumber,
    isPutIn: true,
  },
  'offset-limit': {
    first: firstPageByOffset,
    after: afterOffset,
    counts: () => true,
    further: pageByOffset,
    isPutIn: true,
  },
};

function styleOf(paging: Pagination): PagingStyle<Style> {
  return styles[paging.style] as PagingStyle<Style>;
}

/** Whether pages are requested by counting on, past the last one too. */
export function isCounted(paging: Pagination): boolean {
  return styleOf(paging).counts?.(paging) === true;
}

/**
 * The requests for the pages behind the next one, `most` at most, where the response says how many there are; none where it
 * does not, and for styles that follow what each page names.
 * @throws Problem `selector-invalid`, `invalid-input`
 */
export function requestsBehindNext(paging: Pagination, page: PageFacts, most: number): PageRequest[] {
  const { further } = styleOf(paging);
  if (!further || !('itemsSelector' in paging)) return [];
  const count = Math.min(most, pagesBehindNext(paging, page));
  return Array.from({ length: count }, (_, at) => further(paging, page, at + 2));
}

/** The request for the first page. */
export function firstPage(paging: Pagination, request: PageRequest): PageRequest {
  return styleOf(paging).first?.(paging, request) ?? request;
}

/**
 * What the style says comes after a page.
 * @throws Problem `selector-invalid`, `invalid-input`
 */
export function continuationAfter(paging: Pagination, page: PageFacts): Continuation {
  const style = styleOf(paging);
  const ends = style.endsWhenEmpty && !saysMore(paging, page.document) && isEmptyPage(page.document, page.rowsSelector);
  return ends ? lastPage : style.after(paging, page);
}

/** A filter may leave nothing of a page that is not the last; only an outright word tells. */
function saysMore(paging: Pagination, document: unknown): boolean {
  const value = 'moreSelector' in paging ? firstValue(paging.moreSelector ?? '', document) : undefined;
  return value === true || value === 'true';
}

/** Items of a page for `PageFacts.itemsBefore`, counted as the style needs it. */
export function itemsOfPage(paging: Pagination, document: unknown, rowsSelector?: string): number {
  return countItems(itemsSelector(paging), document, rowsSelector);
}

/**
 * Tells the items of two pages apart; `undefined` for a page without any, and for styles that follow links. An API that
 * does not know the parameter it is paged by sends the same page again and again.
 */
export function itemsFingerprint(paging: Pagination, document: unknown, rowsSelector?: string): string | undefined {
  if (!styleOf(paging).isPutIn) return undefined;
  const items = pageItems(itemsSelector(paging), document, rowsSelector);
  return items.length === 0 ? undefined : sha256(JSON.stringify(items));
}

const itemsSelector = (paging: Pagination) => ('itemsSelector' in paging ? paging.itemsSelector : '');
