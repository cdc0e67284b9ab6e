import type { Pagination } from '../../shared/contract';
import { type Continuation, lastPage, type PageFacts } from './page-facts';
import { headerOf } from './response-header';

/** The URL of the next page that a response header holds; absent or empty on the last page. */
export function afterHeaderUrl(
  { header, method }: Extract<Pagination, { style: 'header-url' }>,
  page: Pick<PageFacts, 'headers'>,
): Continuation {
  const link = headerOf(page, header);
  return link === undefined ? lastPage : { kind: 'link', link, method };
}
