import type { Pagination, PaginationProposal, RequestMethod } from '../../shared/contract';
import { type PaginationCandidate, paginationCandidates } from '../../requests/detect-pagination';
import { type NextRequest, requestAfter } from '../../requests/pagination/next-page';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import { firstPage, itemsFingerprint } from '../../requests/pagination/styles';
import { Problem } from '../../shared/problem';
import type { TableView } from '../../shared/view';
import { broughtBy } from './other-rows';

/** What reading a page that was proposed comes to. */
export interface SecondPage {
  document: unknown;
  table: TableView | undefined;
}

/** Reads one page under another paging than the settings'. @throws Problem */
export type ReadPage = (pagination: Pagination, request: PageRequest) => Promise<SecondPage>;

/** What is known of the reading whose pages are to go on. */
export interface TestedReading {
  rowsSelector: string;
  settings: Pagination;
  pagesRead: number;
  method: RequestMethod;
  /** Names of the headers that its requests send. */
  requestHeaders: readonly string[];
  /** Whether there is time for another request. */
  hasTime: () => boolean;
}

/** Requests for page two, all ways together. */
const mostTries = 6;

/**
 * How pages go on, if the settings do not go on so already: the first way whose page two brings other rows of the same kind,
 * with that page; where none does, the likeliest with what is wrong with it. `undefined` where nothing speaks for more pages.
 */
export async function proposePagination(
  first: PageFacts,
  reading: TestedReading,
  readPage: ReadPage,
): Promise<PaginationProposal | undefined> {
  const ways = waysOn(first, reading);
  if (ways[0]?.pagination.style === reading.settings.style && reading.pagesRead > 1) return undefined;
  const tried: { way: PaginationCandidate; trial: Trial }[] = [];
  for (const way of ways.slice(0, mostTries)) {
    if (tried.length > 0 && !reading.hasTime()) break;
    const trial = await tryWay(way, first, reading, readPage);
    if (trial.isRight) return { pagination: way.pagination, reason: way.reason, secondPage: trial.table };
    tried.push({ way, trial });
    if (trial.endsTries) break;
  }
  const likeliest = tried.find(({ way }) => !way.isGuess);
  return likeliest && failed(likeliest.way, likeliest.trial, tried.length - 1);
}

function waysOn(first: PageFacts, { rowsSelector, method, requestHeaders }: TestedReading): PaginationCandidate[] {
  const { document, linkHeader, headers, request } = first;
  const { url, body } = request;
  return paginationCandidates({ url, body, method, requestHeaders, document, linkHeader, headers, rowsSelector });
}

function failed({ pagination, reason }: PaginationCandidate, trial: Trial, others: number): PaginationProposal {
  const more = others > 0 ? ` ${others === 1 ? 'One other way was' : `${others} other ways were`} tried as well.` : '';
  return { pagination, reason: `${reason} ${trial.why}${more}`, ...(trial.table && { secondPage: trial.table }) };
}

/** What came of trying a way. */
interface Trial {
  isRight: boolean;
  why: string;
  table?: TableView;
  endsTries?: boolean;
}

async function tryWay(
  { pagination }: PaginationCandidate,
  first: PageFacts,
  { rowsSelector }: TestedReading,
  readPage: ReadPage,
): Promise<Trial> {
  try {
    const next = requestForSecond(pagination, first);
    if (next.kind === 'end') return { isRight: false, why: endings[next.stopReason] };
    const { document, table } = await readPage(pagination, next.request);
    const brought = isSame(pagination, first.document, document)
      ? 'same'
      : broughtBy(document, first.document, rowsSelector);
    if (brought === 'other') return { isRight: true, why: '', table };
    return { isRight: false, why: wrongPages[brought], ...(brought === 'none' && { table }) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const why = `But page two could not be read that way: ${error.message}`;
    return { isRight: false, why, endsTries: error.code === 'remote-rate-limited' };
  }
}

const endings = {
  complete: 'But it leads nowhere from this page.',
  'foreign-link': 'It points to another host, which the app does not follow.',
  'repeated-link': 'But it leads nowhere from this page.',
} as const;

const wrongPages = {
  same: 'But page two returned the same rows, so this is not how the API pages.',
  none: 'But page two has no rows.',
  unlike: 'But page two has rows of another kind, so this is not how the API pages.',
} as const;

/** As if the first page had been requested by the proposed paging, which puts numbers of its own into the request. */
function requestForSecond(pagination: Pagination, first: PageFacts): NextRequest {
  const page = { ...first, request: firstPage(pagination, first.request) };
  return requestAfter(pagination, page, first.request.url.origin, new Set());
}

function isSame(pagination: Pagination, first: unknown, second: unknown): boolean {
  const fingerprint = itemsFingerprint(pagination, second);
  return fingerprint !== undefined && fingerprint === itemsFingerprint(pagination, first);
}
