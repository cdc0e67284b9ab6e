import type { Pagination } from '../../shared/contract';
import { firstText, firstValue } from './first-value';
import { saysNoMore } from './more-flag';
import { type Continuation, lastPage, type PageFacts, statedEnd } from './page-facts';
import { type PageValue, withValue } from './page-target';
import { withOnly } from './what-goes-along';

type CursorPaging = Extract<Pagination, { style: 'cursor' }>;

/**
 * The same request with the response's cursor put in. A missing cursor ends it, and so does a `false` where the response
 * says whether there is more: GraphQL's `pageInfo` has a cursor on the last page too.
 */
export function afterCursor(paging: CursorPaging, { document, request }: PageFacts): Continuation {
  if (saysNoMore(paging.moreSelector, document)) return statedEnd;
  const cursor = cursorAt(paging.selector, document);
  if (cursor === undefined) return lastPage;
  const kept = paging.only ? withOnly(request, paging.target.in, paging.only) : request;
  return { kind: 'request', request: withValue(kept, paging.target, cursor) };
}

/** A number stays one, for bodies that tell numbers from texts, and an object or a list goes back whole. */
export function cursorAt(selector: string, document: unknown): PageValue | undefined {
  const value = firstValue(selector, document);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0 ? value : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : firstText(selector, document);
}
