import type { SecretProof } from './grant';
import type { Reading } from '../frame';
import type { ProblemReply } from '../problem';
import type { TableView } from '../view';
import type { Pagination, RequestMethod } from './data-source';
import type { PanelProposal } from './panel';

/** One request of a test, as it went; the URL is redacted. */
export interface TestedRequest {
  method: RequestMethod;
  url: string;
  /** As sent, secrets masked. */
  requestHeaders: { name: string; value: string }[];
  requestBody?: string;
  /** The ones that matter: type, paging, limits, authentication challenge. */
  responseHeaders: { name: string; value: string }[];
  /** 0 where no response came. */
  status: number;
  durationMs: number;
  bytes: number;
  contentType: string;
}

export interface TestReport {
  /** Of the last response. Absent when none came. */
  status?: number;
  durationMs: number;
  requests: TestedRequest[];
  reading?: Reading;
  /** First rows under the proposed selector and columns. */
  table?: TableView;
  proposal?: PanelProposal;
  /** The first response as text, shortened in this view only. */
  raw?: {
    text: string;
    shownBytes: number;
    totalBytes: number;
    /** The response as a value, be it JSON, CSV or XML: JSON text, long lists and texts cut. Absent if it cannot be read. */
    tree?: string;
  };
  /** What the response says about how its pages go on, with the second page read that way. */
  pagination?: PaginationProposal;
  /** What came of trying a client secret that was typed; absent where there was none, or nobody signs in. */
  secret?: SecretProof;
  /** Everything above as text to pass on, without secrets. */
  diagnostic: string;
  /** Why the test did not succeed. */
  problem?: ProblemReply;
}

/** How a response says that its pages go on. */
export interface DetectedPagination {
  pagination: Pagination;
  /** A plain sentence that says what in the response speaks for it. */
  reason: string;
}

export interface PaginationProposal extends DetectedPagination {
  /** Rows of page two, where it could be read. */
  secondPage?: TableView;
}

/** How far a running test is; absent before its first response. */
export interface TestProgress {
  pagesRead: number;
  rowsRead: number;
}
