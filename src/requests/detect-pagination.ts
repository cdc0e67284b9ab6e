import type { DetectedPagination } from '../shared/contract';
import { detectCounted } from './detect/counted';
import { detectCursor } from './detect/cursor';
import { detectNextUrl } from './detect/next-url';
import type { SeenAnswer } from './detect/seen-answer';
import { nextLink } from './pagination/link-header';
import { odataNextLink } from './pagination/odata-link';

/**
 * The style of paging that an answer shows, surest sign first; `undefined` where nothing speaks for more pages. The last
 * page of a list shows less than the first, so this is asked of the first.
 */
export function detectPagination(answer: SeenAnswer): DetectedPagination | undefined {
  return (
    detectLinkHeader(answer) ??
    detectOData(answer) ??
    detectNextUrl(answer) ??
    detectCursor(answer) ??
    detectCounted(answer)
  );
}

function detectLinkHeader({ linkHeader }: SeenAnswer): DetectedPagination | undefined {
  if (nextLink(linkHeader ?? '') === undefined) return undefined;
  return { pagination: { style: 'link-header' }, reason: 'The Link header of the response has rel="next".' };
}

function detectOData({ document }: SeenAnswer): DetectedPagination | undefined {
  if (odataNextLink(document) === undefined) return undefined;
  return { pagination: { style: 'odata-next-link' }, reason: 'The response gives the next page in @odata.nextLink.' };
}
