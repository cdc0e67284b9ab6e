import type { PageFacts } from './page-facts';

/**
 * Where a link of a page leads at the data source's own origin; `undefined` where it leads elsewhere. Behind a proxy, servers
 * name themselves by http, another port or a name of their own network: such a link stands for its path and query at the
 * origin, and nothing is sent to where it points.
 */
export function atOrigin(
  link: URL,
  { request, url }: Pick<PageFacts, 'request' | 'url'>,
  origin: string,
): URL | undefined {
  if (!/^https?:$/.test(link.protocol) || link.username !== '' || link.password !== '') return undefined;
  if (link.origin === origin) return withoutHash(link);
  if (url.origin !== origin) return undefined;
  const path = pathAtOrigin(link, request.url, new URL(origin).hostname);
  return path === undefined ? undefined : new URL(`${origin}${path}${link.search}`);
}

function pathAtOrigin({ hostname, pathname, search }: URL, requested: URL, own: string): string | undefined {
  if (hostname === own) return pathname;
  const isSameList = pathname === requested.pathname && search !== '' && search !== requested.search;
  if (!isInner(hostname)) return isSameList ? pathname : undefined;
  return pathname !== '/' && requested.pathname.endsWith(pathname) ? requested.pathname : pathname;
}

/** A name or number that only the server's own network knows (RFC 1918, RFC 4193, RFC 6762, RFC 8375). */
function isInner(hostname: string): boolean {
  if (/^\[(?:::1?|f[cde].*)\]$/i.test(hostname)) return true;
  if (/^(?:10|127|0|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(hostname)) return true;
  return (
    !/[.:]/.test(hostname) ||
    /\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|svc|private|home\.arpa)\.?$/i.test(hostname)
  );
}

function withoutHash(url: URL): URL {
  url.hash = '';
  return url;
}
