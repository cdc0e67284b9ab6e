import type { Pagination } from '../../shared/contract';
import { endOfCounted } from './counted';
import type { Continuation, PageFacts, PageRequest } from './page-facts';
import { withValue } from './page-target';

type PageNumberPaging = Extract<Pagination, { style: 'page-number' }>;

/** The request for the first page, which names its number too: APIs differ in what they take for the default. */
export function firstPageByNumber({ target, start }: PageNumberPaging, request: PageRequest): PageRequest {
  return withValue(request, target, start);
}

/** The same request with the next page's number, until a page is empty or the total is reached. */
export function afterPageNumber(paging: PageNumberPaging, page: PageFacts): Continuation {
  const end = endOfCounted(paging, page);
  if (end) return end;
  return { kind: 'request', request: pageByNumber(paging, page, 1) };
}

/** The request for the page so many after this one. */
export function pageByNumber(paging: PageNumberPaging, page: PageFacts, further: number): PageRequest {
  return withValue(page.request, paging.target, paging.start + page.pagesBefore + further);
}
