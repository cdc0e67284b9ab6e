import type { RequestMethod } from '../../shared/contract';

/** The first response of a test, with what was requested. */
export interface SeenResponse {
  url: URL;
  /** `GET` where absent and there is no body. */
  method?: RequestMethod;
  /** As text; none where absent. */
  body?: string;
  /** Names of the headers that the request sent. */
  requestHeaders?: readonly string[];
  document: unknown;
  linkHeader: string | null;
  /** All headers of the response. */
  headers?: Iterable<readonly [string, string]>;
  /** Where the rows are; the longest list where absent or empty. */
  rowsSelector?: string;
}
