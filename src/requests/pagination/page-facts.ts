import type { RequestMethod } from '../../shared/contract';

/** One request for a page. */
export interface PageRequest {
  url: URL;
  /** As text; none where absent. */
  body?: string;
  /** The first request's where absent. */
  method?: RequestMethod;
  /** By names in lower case, beside those of all requests. */
  headers?: Readonly<Record<string, string>>;
  /** It stands for a link that names another host: its path and query at the origin, which may not have them. */
  namesOtherHost?: true;
  /** Values of earlier responses that further requests are written with, by name. */
  carried?: Readonly<Record<string, string>>;
}

/** A page that was read, as far as finding the next one may depend on it. */
export interface PageFacts {
  /** What was requested. */
  request: PageRequest;
  /** What was requested the first page; the same as `request` where absent. */
  first?: PageRequest;
  /** Where the response came from in the end, redirects followed; relative links count from here. */
  url: URL;
  /** The response as a value. */
  document: unknown;
  /** The response's `Link` header (RFC 8288), several joined by commas. */
  linkHeader: string | null;
  /** All headers of the response; none where absent. */
  headers?: Iterable<readonly [string, string]>;
  /** Where the rows are; the longest list where absent or empty. */
  rowsSelector?: string;
  /** What stands before decimals in a table in text, as its separator speaks for it. */
  likelySign?: '.' | ',';
  /** Pages read before this one. */
  pagesBefore: number;
  /** Items of those pages, as `countItems` counts them. */
  itemsBefore: number;
}

/** What a style says comes next: a link to follow, the request with values put in, or nothing after the last page. */
export type Continuation = FurtherLink | { kind: 'request'; request: PageRequest } | End;

export interface FurtherLink {
  kind: 'link';
  link: string;
  /** Of the request for it; as before where absent. */
  method?: 'GET';
}

/** `isStated`: the response itself says that this is the end, by a flag or a total that the settings name. */
export interface End {
  kind: 'end';
  isStated?: true;
}

export const lastPage: Continuation = { kind: 'end' };
export const statedEnd: Continuation = { kind: 'end', isStated: true };
