import type { Pagination } from '../../shared/contract';
import { sha256 } from '../../ids';
import { parseUrl } from '../../shared/parse-url';
import { atOrigin } from './own-origin';
import type { Continuation, End, PageFacts, PageRequest } from './page-facts';
import { continuationAfter } from './styles';

/** The next request, or why there is none: the last page was read, or what follows must not be requested. */
export type NextRequest =
  { kind: 'page'; request: PageRequest } | (End & { stopReason: 'complete' | 'foreign-link' | 'repeated-link' });

/**
 * What follows a page. Links count from the URL that the page came from and lead on only at the data source's own origin:
 * what a response says must not send our requests, or our credentials, elsewhere. `requested` holds the `requestKey` of every
 * request so far; a cursor or link that leads to one of them would never end. One that leads to the page itself is how some
 * APIs say that it is the last.
 * @throws Problem `selector-invalid`, `invalid-input`
 */
export function requestAfter(
  paging: Pagination,
  page: PageFacts,
  origin: string,
  requested: ReadonlySet<string>,
): NextRequest {
  const continuation = continuationAfter(paging, page);
  if (continuation.kind === 'end') return { ...continuation, stopReason: 'complete' };
  const request = requestOf(continuation, page, origin);
  if (!request) return { kind: 'end', stopReason: 'foreign-link' };
  if (requestKey(request) === requestKey(page.request)) return { kind: 'end', stopReason: 'complete' };
  if (requested.has(requestKey(request))) return { kind: 'end', stopReason: 'repeated-link' };
  return { kind: 'page', request };
}

/** Tells two requests apart, in 12 hexadecimal digits, from which nobody reads what was sent. */
export function requestKey({ url, body, method, headers }: PageRequest): string {
  const more = [method, body, headers && JSON.stringify(headers)].filter((part) => part !== undefined);
  return sha256([url.href, ...more].join('\n')).slice(0, 12);
}

type Further = Exclude<Continuation, End>;

function requestOf(continuation: Further, page: PageFacts, origin: string): PageRequest | undefined {
  if (continuation.kind === 'request') return isAt(origin, continuation.request) ? continuation.request : undefined;
  const { link, method } = continuation;
  const parsed = parseUrl(link, page.url);
  const url = parsed && atOrigin(parsed, page, origin);
  if (!parsed || !url) return undefined;
  const { namesOtherHost: _, ...asBefore } = page.request;
  const request = method === 'GET' ? { url, method } : { ...asBefore, url };
  return parsed.hostname === url.hostname ? request : { ...request, namesOtherHost: true };
}

const isAt = (origin: string, { url }: PageRequest) =>
  url.origin === origin && url.username === '' && url.password === '';
