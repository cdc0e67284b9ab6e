import type { DetectedPagination } from '../shared/contract';
import { detectCounted } from './detect/counted';
import { detectCursor } from './detect/cursor';
import { detectNextUrl } from './detect/next-url';
import { sentNumbers } from './more/requested-numbers';
import { isPageSize } from './more/count-signs';
import { signsOfMore } from './more/more-rows';
import { wordsOf } from './more/name-words';
import type { SeenResponse } from './detect/seen-response';
import { nextLink } from './pagination/link-header';
import { odataNextLink } from './pagination/odata-link';

/**
 * The style of paging that a response shows, surest sign first; `undefined` where nothing speaks for more pages, or the
 * response states that this is the end. The last page of a list shows less than the first, so this looks at the
 * first.
 */
export function detectPagination(response: SeenResponse): DetectedPagination | undefined {
  const { url, body, document, linkHeader, headers, rowsSelector = '' } = response;
  const link: [string, string][] = linkHeader === null ? [] : [['link', linkHeader]];
  const sign = signsOfMore({
    request: { url, body },
    document,
    headers: headers ?? link,
    rowsSelector,
    countBefore: 0,
  });
  if (sign === 'end') return undefined;
  return sign === undefined ? detectAsked(response) : detectSaid(response);
}

/** Without a sign of more, only what was requested speaks for pages: a number of one, or a place and a size. */
function detectAsked(response: SeenResponse): DetectedPagination | undefined {
  const found = detectCounted(response);
  const names = sentNumbers({ url: response.url, body: response.body }).map(({ name }) => wordsOf(name));
  const isPlaced = names.some(isPageSize) || found?.pagination.style === 'page-number';
  return isPlaced ? found : undefined;
}

function detectSaid(response: SeenResponse): DetectedPagination | undefined {
  return (
    detectLinkHeader(response) ??
    detectOData(response) ??
    detectNextUrl(response) ??
    detectCursor(response) ??
    detectCounted(response)
  );
}

function detectLinkHeader({ linkHeader }: SeenResponse): DetectedPagination | undefined {
  if (nextLink(linkHeader ?? '') === undefined) return undefined;
  return { pagination: { style: 'link-header' }, reason: 'The Link header of the response has rel="next".' };
}

function detectOData({ document }: SeenResponse): DetectedPagination | undefined {
  if (odataNextLink(document) === undefined) return undefined;
  return { pagination: { style: 'odata-next-link' }, reason: 'The response gives the next page in @odata.nextLink.' };
}
