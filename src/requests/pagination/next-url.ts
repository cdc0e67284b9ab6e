import type { Pagination } from '../../shared/contract';
import { firstText } from './first-value';
import { fromBaseBeside } from './link-base';
import { saysNoMore } from './more-flag';
import { type Continuation, lastPage, type PageFacts, statedEnd } from './page-facts';

type NextUrlPaging = Extract<Pagination, { style: 'next-url' }>;

/**
 * The URL that the response names for the next page; absent, null or empty on the last, or there but with a word that this
 * is the end.
 */
export function afterNextUrl(
  { selector, moreSelector, method }: NextUrlPaging,
  { document }: Pick<PageFacts, 'document'>,
): Continuation {
  if (saysNoMore(moreSelector, document)) return statedEnd;
  const link = firstText(selector, document);
  return link === undefined ? lastPage : { kind: 'link', link: fromBaseBeside(link, selector, document), method };
}
