import type { DataSourceSettings, RequestSettings } from '../contract';
import { paginations } from './pagination/registry';

/** The first URL of a REST data source: its own, query included and untouched, and after that the parameters. */
export function firstUrl({ url, parameters }: RequestSettings): URL {
  const first = new URL(url);
  const added = parameters.map(({ name, value }) => `${encodeName(name)}=${encodeURIComponent(value)}`);
  first.search = [first.search.slice(1), ...added].filter((part) => part !== '').join('&');
  first.hash = '';
  return first;
}

/** OData names its parameters `$top`, and a dollar sign needs no encoding (RFC 3986 section 3.4). */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll('%24', '$');
}

/** Where the next page is, or why there is none to read: the last page was read, or its link must not be followed. */
export type Following =
  { kind: 'page'; url: URL } | { kind: 'end'; stopReason: 'complete' | 'foreign-link' | 'repeated-link' };

/**
 * What follows a page. Links count from the URL that the page came from and lead on only at the data source's own origin:
 * what a response says must not send our requests, or our credentials, elsewhere.
 */
export function following(
  { request, pagination }: Pick<DataSourceSettings, 'request' | 'pagination'>,
  document: unknown,
  pageUrl: URL,
  seen: ReadonlySet<string>,
): Following {
  const link = paginations[pagination.style](document);
  if (link === undefined) return { kind: 'end', stopReason: 'complete' };
  const url = URL.canParse(link, pageUrl) ? new URL(link, pageUrl) : undefined;
  if (!url || url.origin !== new URL(request.url).origin || url.username || url.password) {
    return { kind: 'end', stopReason: 'foreign-link' };
  }
  url.hash = '';
  return seen.has(url.href) ? { kind: 'end', stopReason: 'repeated-link' } : { kind: 'page', url };
}
