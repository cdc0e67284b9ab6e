import type { DataSourceSettings } from '../../shared/contract';
import type { RequestValues } from '../../requests/resolved-values';
import type { PageFacts, PageRequest } from '../../requests/pagination/page-facts';
import type { Access } from '../../grants/access';
import type { Reading } from '../../shared/frame';
import type { RemainingTime } from '../../ports';
import type { Bounds } from '../shape/read-bounds';
import type { Answer, SentRequest } from './answer';
import type { AskServices } from './request';
import type { Validators } from './validators';

/** What is read, with whose rights, and how much of it. */
export interface Remote {
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
  /** Of the rows that are kept: the first page is asked for only if it has changed since (RFC 9110 section 13.1). */
  validators?: Validators;
  /** Told of every request just before it leaves. */
  asking?: (sent: SentRequest) => void;
  /** Told of every answer, those that are problems included. */
  answered?: (answer: Answer) => void;
  /** Told of what an admin can set right in how responses are read, page by page. */
  hinted?: (sentence: string) => void;
  /** Told after every page how far the reading is. */
  pageRead?: (progress: { pagesRead: number; rowsRead: number }) => Promise<void>;
}

/** A reading of the remote; `notModified` where the rows that are kept are still those of the source. */
export type RemoteReading = Reading & { notModified?: true };

export interface RemoteServices extends AskServices {
  remainingTime: RemainingTime;
}

/** Takes the rows of one page, `room` at most; answers how many it took. */
export type TakePage = (document: unknown, room: number, page: PageFacts) => number;
