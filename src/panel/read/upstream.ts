import type { DataSourceSettings } from '../../shared/contract';
import type { RequestValues } from '../../requests/resolved-values';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import type { Access } from '../../grants/access';
import type { Reading } from '../../shared/frame';
import type { Redactor, RemainingTime } from '../../ports';
import type { Bounds } from '../shape/read-bounds';
import type { Problem } from '../../shared/problem';
import type { ReadingPlace } from './reading-place';
import type { UpstreamResponse, SentRequest } from './upstream-response';
import type { SendServices } from './request';
import type { Validators } from './validators';

/** What is read, with whose rights, and how much of it. */
export interface Upstream {
  settings: Pick<DataSourceSettings, 'name' | 'request' | 'pagination' | 'variables' | 'response' | 'limits'>;
  /** Of the request's variables. */
  values: RequestValues;
  /** Where the rows will be looked for in each page. */
  selectors: { rows: readonly string[] };
  /** Where the rows are, once the first page was taken; the first of the rows selectors where absent. */
  rowsSelector?: () => string | undefined;
  access: Access;
  bounds: Bounds;
  /** Where to begin; at the first page where absent. */
  from?: PageRequest;
  /** Where another invocation has left the reading; in place of `from`. */
  resumedAt?: ReadingPlace;
  /** Of the rows that are kept: the first page is requested only if it has changed since (RFC 9110 section 13.1). */
  validators?: Validators;
  /** Told of every request just before it leaves. */
  onRequest?: (sent: SentRequest) => void;
  /** Told of every response, those that are problems included. */
  onResponse?: (response: UpstreamResponse) => void;
  /** Told of what an admin can set right in how responses are read, page by page. */
  hinted?: (sentence: string) => void;
  /** Told after every page how far the reading is. */
  pageRead?: (progress: { pagesRead: number; rowsRead: number }) => Promise<void>;
  /**
   * Whether a request may leave before the page in front of it was taken, when the last one took so many milliseconds; none
   * does where absent.
   */
  mayHurry?: (pageMs: number) => boolean;
  /** Told between two pages how far the reading is; where it says false, the reading ends there as `unfinished`. */
  mayGoOn?: (between: BetweenPages) => Promise<boolean>;
}

/** A reading of the API; `notModified` where the rows that are kept are still those of the source. */
export type UpstreamReading = Reading & {
  notModified?: true;
  /** Where it can go on, if it ended before its last page. */
  place?: ReadingPlace;
  /** Why a page after the first could not be read. */
  problem?: Problem;
};

/** How far a reading is between two pages. */
export interface BetweenPages {
  pagesRead: number;
  rowsRead: number;
  /** Of all pages so far, with those that others have read. */
  bytesRead: number;
  spentMs: number;
  /** How long the last page took. */
  pageMs: number;
  /** The next page has been requested already. */
  isUnderWay: boolean;
  place: () => ReadingPlace;
}

export interface UpstreamServices extends SendServices {
  remainingTime: RemainingTime;
  redactor: Omit<Redactor, 'remember'>;
}

/** Takes the rows of one page, `room` at most; returns how many it took. */
export type TakePage = (document: unknown, room: number, page: PageFacts) => number;
