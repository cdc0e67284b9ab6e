import type { Pagination } from '../../shared/contract';
import { isLastCounted } from './counted';
import { type Continuation, lastPage, type PageFacts, type PageRequest } from './page-facts';
import { withValue } from './page-target';

type PageNumberPaging = Extract<Pagination, { style: 'page-number' }>;

/** The request for the first page, which names its number too: APIs differ in what they take for the default. */
export function firstPageByNumber({ target, start }: PageNumberPaging, request: PageRequest): PageRequest {
  return withValue(request, target, start);
}

/** The same request with the next page's number, until a page is empty or the total is reached. */
export function afterPageNumber(paging: PageNumberPaging, page: PageFacts): Continuation {
  if (isLastCounted(paging, page)) return lastPage;
  const number = paging.start + page.pagesBefore + 1;
  return { kind: 'request', request: withValue(page.request, paging.target, number) };
}
