import type { Pagination } from '../../shared/contract';
import { countItems } from './count-items';
import { endOfCounted } from './counted';
import type { Continuation, PageFacts, PageRequest } from './page-facts';
import { withValue } from './page-target';

type OffsetPaging = Extract<Pagination, { style: 'offset-limit' }>;

/** The request for the first rows. A size without a name is not sent. */
export function firstPageByOffset({ offset, limit, start, pageSize }: OffsetPaging, request: PageRequest): PageRequest {
  const placed = withValue(request, offset, start);
  return limit.name === '' ? placed : withValue(placed, limit, pageSize);
}

/**
 * The same request, further on by as many items as came, until a page is empty or the total is reached. Going on by as
 * many as were requested would skip rows where the server gives fewer.
 */
export function afterOffset(paging: OffsetPaging, page: PageFacts): Continuation {
  const end = endOfCounted(paging, page);
  if (end) return end;
  return { kind: 'request', request: pageByOffset(paging, page, 1) };
}

/** The request for the page so many after this one, where those between are as long as this one. */
export function pageByOffset(paging: OffsetPaging, page: PageFacts, further: number): PageRequest {
  const items = countItems(paging.itemsSelector, page.document, page.rowsSelector);
  return withValue(page.request, paging.offset, paging.start + page.itemsBefore + further * items);
}
