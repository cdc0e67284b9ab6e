import type { PageRequest } from '../../requests/pagination/page-facts';
import type { MoreRows, StopReason } from '../../shared/frame';
import { membersOf } from '../../shared/row-shapes/members';

/** Where a reading goes on that was left between two pages, as JSON. Its request is a credential until shown otherwise. */
export interface ReadingPlace {
  request: Omit<PageRequest, 'url'> & { url: string };
  /** `requestKey` of the requests so far, by which a link that leads back is known. */
  requested: string[];
  /** Of the items of the last page, where its style of paging has one. */
  fingerprint?: string;
  /** What the last page had at its top. */
  outline: PageOutline;
  /** How the reading ends if the next page is not there. */
  ifMissing: { stopReason: StopReason; more?: MoreRows };
  /** What pages were read in spite of. */
  warnings: string[];
  /** When the reading began, in milliseconds since the epoch, and how long it was at work. */
  began: number;
  spentMs: number;
  pages: number;
  rows: number;
  /** Of all pages, before any filter. */
  items: number;
  bytes: number;
}

/** So much of a page as tells whether another one may be of the same list. */
export interface PageOutline {
  isList: boolean;
  names: string[];
  /** There is a list in it, where nothing says where the rows are. */
  hasRows: boolean;
  /** It has fewer items than a full page. */
  isShort: boolean;
}

/** More names than any page of a list has beside its rows. */
const mostNames = 50;
const longestName = 100;

/** The kind of a document, and the names at its top. */
export function topOf(document: unknown): Pick<PageOutline, 'isList' | 'names'> {
  const isList = Array.isArray(document);
  const names = typeof document === 'object' && document !== null && !isList ? membersOf(document).names : [];
  return { isList, names: names.slice(0, mostNames).map((name) => name.slice(0, longestName)) };
}

/** The request of a place. */
export function requestAt({ request }: ReadingPlace): PageRequest {
  return { ...request, url: new URL(request.url) };
}
