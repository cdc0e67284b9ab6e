import type { DetectedPagination, Pagination } from '../shared/contract';
import { findCounts } from './detect/counted';
import { findCursors } from './detect/cursor';
import { headerValues } from './detect/header-values';
import { afterLastRow } from './detect/last-row';
import { nextLinks } from './detect/next-link';
import { type SeenList, seenList } from './detect/seen-list';
import type { SeenResponse } from './detect/seen-response';
import { isPageSize } from './more/count-signs';
import { signsOfMore } from './more/more-rows';
import { wordsOf } from './more/name-words';

/** A way in which a list may go on. */
export interface PaginationCandidate extends DetectedPagination {
  /** Nothing but page two speaks for it. */
  isGuess?: true;
}

/**
 * The style of paging that a response shows, surest sign first; `undefined` where nothing speaks for more pages, or the
 * response states that this is the end. The last page of a list shows less than the first, so this looks at the
 * first.
 * @throws Problem `selector-invalid`
 */
export function detectPagination(response: SeenResponse): DetectedPagination | undefined {
  return paginationCandidates(response).find(({ isGuess }) => !isGuess);
}

/**
 * The ways in which a list may go on, likeliest first, for a look at page two; empty where nothing speaks for more pages.
 * @throws Problem `selector-invalid`
 */
export function paginationCandidates(response: SeenResponse): PaginationCandidate[] {
  const { url, body, document, linkHeader, headers, rowsSelector = '' } = response;
  const link: [string, string][] = linkHeader === null ? [] : [['link', linkHeader]];
  const request = { url, body };
  const sign = signsOfMore({ request, document, headers: headers ?? link, rowsSelector, countBefore: 0 });
  if (sign === 'end') return [];
  const list = seenList(response, sign);
  const found = sign === undefined ? requestedWays(list) : saidWays(list);
  return found.filter(({ pagination }, index) => firstLike(found, pagination) === index);
}

const firstLike = (found: readonly PaginationCandidate[], one: Pagination) =>
  found.findIndex(({ pagination }) => JSON.stringify(pagination) === JSON.stringify(one));

/** Without a sign of more, only what was requested speaks for pages: a number of one, or a place and a size. */
function requestedWays(list: SeenList): PaginationCandidate[] {
  const { requested } = findCounts(list);
  const hasSize = list.numbers.some(({ name }) => isPageSize(wordsOf(name)));
  return requested.filter(({ pagination }) => hasSize || pagination.style === 'page-number');
}

/** What was requested decides first, then what the response names, and last what others use. */
function saidWays(list: SeenList): PaginationCandidate[] {
  const counts = findCounts(list);
  const cursors = findCursors(list);
  const links = nextLinks(list);
  const named = [...links, ...counts.requested, ...cursors.sure, ...headerValues(list)];
  if (links.length > 0 || counts.requested.length > 0) return named;
  const byCursor = [...cursors.unsure, ...cursors.guesses.map(asGuess)];
  const lastRow = afterLastRow(list);
  const isFlagAlone = list.more?.by === 'flag' && !counts.isPlaced;
  return [
    ...named,
    ...(isFlagAlone ? lastRow : []),
    ...(counts.isPlaced ? [...counts.told, ...byCursor] : [...byCursor, ...counts.told]),
    ...[...counts.guesses, ...(isFlagAlone ? [] : lastRow)].map(asGuess),
  ];
}

const asGuess = (candidate: DetectedPagination): PaginationCandidate => ({ ...candidate, isGuess: true });
