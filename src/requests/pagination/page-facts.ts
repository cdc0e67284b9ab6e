/** One request for a page. */
export interface PageRequest {
  url: URL;
  /** Of a POST, as text. */
  body?: string;
}

/** A page that was read, as far as finding the next one may depend on it. */
export interface PageFacts {
  /** What was requested. */
  request: PageRequest;
  /** Where the response came from in the end, redirects followed; relative links count from here. */
  url: URL;
  /** The response as a value. */
  document: unknown;
  /** The response's `Link` header (RFC 8288), several joined by commas. */
  linkHeader: string | null;
  /** All headers of the response; none where absent. */
  headers?: Iterable<readonly [string, string]>;
  /** Pages read before this one. */
  pagesBefore: number;
  /** Items of those pages, as `countItems` counts them. */
  itemsBefore: number;
}

/** What a style says comes next: a link to follow, the request with values put in, or nothing after the last page. */
export type Continuation = { kind: 'link'; link: string } | { kind: 'request'; request: PageRequest } | End;

/** `isStated`: the response itself says that this is the end, by a flag or a total that the settings name. */
export interface End {
  kind: 'end';
  isStated?: true;
}

export const lastPage: Continuation = { kind: 'end' };
export const statedEnd: Continuation = { kind: 'end', isStated: true };
