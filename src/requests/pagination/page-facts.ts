/** One request for a page. */
export interface PageRequest {
  url: URL;
  /** Of a POST, as text. */
  body?: string;
}

/** A page that was read, as far as finding the next one may depend on it. */
export interface PageFacts {
  /** What was asked. */
  request: PageRequest;
  /** Where the answer came from in the end, redirects followed; relative links count from here. */
  url: URL;
  /** The response as a value. */
  document: unknown;
  /** The response's `Link` header (RFC 8288), several joined by commas. */
  linkHeader: string | null;
  /** Pages read before this one. */
  pagesBefore: number;
  /** Items of those pages, as `countItems` counts them. */
  itemsBefore: number;
}

/** What a style says comes next: a link to follow, the request with values put in, or nothing after the last page. */
export type Continuation = { kind: 'link'; link: string } | { kind: 'request'; request: PageRequest } | { kind: 'end' };

export const lastPage: Continuation = { kind: 'end' };
