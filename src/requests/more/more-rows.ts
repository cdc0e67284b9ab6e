import type { MoreRows } from '../../shared/frame';
import type { PageRequest } from '../pagination/page-facts';
import { sentNumbers } from './requested-numbers';
import { type Counting, isFullPage, pagesSign, totalSign } from './count-signs';
import { flagSign } from './flag-signs';
import { headersNameNextPage, headerTotalSign, type SeenHeaders } from './header-signs';
import { membersNearby } from './members-nearby';
import { namesNextPage } from './next-sign';
import { pathOf, rowsPlace } from './rows-place';

/** A response, and the request that it came for. */
export interface SeenPage {
  request: PageRequest;
  document: unknown;
  headers: SeenHeaders;
  /** Where its rows are; empty where the longest list is meant. */
  rowsSelector: string;
  /** Entries that the same reading has had before. */
  countBefore: number;
}

/**
 * What a response says of rows beyond its own: a total that is not reached, a next page, an outright word, or a page as
 * full as was requested. `undefined` where nothing speaks for more, or the response says that this is the end.
 * @throws Problem `selector-invalid`
 */
export function moreRows(page: SeenPage): MoreRows | undefined {
  const sign = signsOfMore(page);
  return sign === 'end' ? undefined : sign;
}

/**
 * As `moreRows`, and `end` where the response states outright that this is all, whatever stands beside it.
 * @throws Problem `selector-invalid`
 */
export function signsOfMore({
  request,
  document,
  headers,
  rowsSelector,
  countBefore,
}: SeenPage): MoreRows | 'end' | undefined {
  const place = rowsPlace(document, pathOf(rowsSelector));
  if (!place) return headersNameNextPage(headers) ? { by: 'next-page' } : undefined;
  const members = membersNearby(place);
  const counting: Counting = { count: place.count, countBefore, sent: sentNumbers(request), members };
  const flag = flagSign(members);
  if (flag === 'end') return 'end';
  const signs = [totalSign(counting), headerTotalSign(headers, counting), pagesSign(counting)];
  const counted = signs.find((sign) => typeof sign === 'object');
  if (counted) return counted;
  if (flag === 'more') return { by: 'flag' };
  if (headersNameNextPage(headers)) return { by: 'next-page' };
  if (signs.includes('end')) return 'end';
  const isNext = members.some((member) => namesNextPage(member, request.url));
  if (isNext && place.count > 0) return { by: 'next-page' };
  return flag !== 'uncut' && isFullPage(counting) ? { by: 'full-page' } : undefined;
}
