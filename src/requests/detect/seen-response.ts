/** The first response of a test, with what was requested. */
export interface SeenResponse {
  url: URL;
  /** Of a POST, as text. */
  body?: string;
  document: unknown;
  linkHeader: string | null;
  /** All headers of the response. */
  headers?: Iterable<readonly [string, string]>;
  /** Where the rows are; the longest list where absent or empty. */
  rowsSelector?: string;
}
