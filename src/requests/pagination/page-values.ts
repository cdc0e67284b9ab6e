import type { PageValue as PageValueSettings, Pagination } from '../../shared/contract';
import { cursorAt } from './cursor';
import { saysNoMore } from './more-flag';
import { type Continuation, lastPage, type PageFacts, statedEnd } from './page-facts';
import { type PageValue, withValue } from './page-target';
import { headerOf } from './response-header';

/**
 * The first request with the values of the response and its headers put in, each at its place. Those that the response does
 * not have are left out; the page without any is the last.
 */
export function afterPageValues(
  { values, moreSelector }: Extract<Pagination, { style: 'values' }>,
  page: PageFacts,
): Continuation {
  if (saysNoMore(moreSelector, page.document)) return statedEnd;
  const found = values.flatMap(({ target, ...source }) => {
    const value = valueOf(source, page);
    return value === undefined ? [] : [{ target, value }];
  });
  if (found.length === 0) return lastPage;
  const { first = page.request } = page;
  return {
    kind: 'request',
    request: found.reduce((request, { target, value }) => withValue(request, target, value), first),
  };
}

function valueOf({ from, name }: Pick<PageValueSettings, 'from' | 'name'>, page: PageFacts): PageValue | undefined {
  return from === 'header' ? headerOf(page, name) : cursorAt(name, page.document);
}
