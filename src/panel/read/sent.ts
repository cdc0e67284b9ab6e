import type { RequestMethod } from '../../shared/contract';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { withValue } from '../../requests/pagination/page-target';
import { hasMark, hideSecrets, placeSecrets } from '../../placeholders/secret-marks';
import type { RequestCredentials } from '../../authentication/request-credentials';
import type { SentRequest } from './upstream-response';

const mask = '[hidden]';

/** The URL with the credentials that travel in its query, each in place of what stands there under its name. */
export function urlWithCredentials(url: URL, { parameters = {}, placed = {} }: RequestCredentials): URL {
  const filled = new URL(url);
  if (hasMark(url.search)) filled.search = placeSecrets(url.search, placed);
  return Object.entries(parameters).reduce(
    (whole, [name, value]) => withValue({ url: whole }, { in: 'parameter', name }, value).url,
    filled,
  );
}

/** The body with its secrets; `undefined` where there is none. */
export const bodyWithCredentials = (body: string | undefined, { placed = {} }: RequestCredentials) =>
  body === undefined ? undefined : placeSecrets(body, placed);

/** The request as a report may show it: every credential is masked, whatever its name. */
export function maskedRequest(
  method: RequestMethod,
  { url, body }: PageRequest,
  own: Readonly<Record<string, string>>,
  credentials: RequestCredentials,
): SentRequest {
  const hidden = Object.entries(credentials.headers).map(([name, value]) => ({ name, value: masked(name, value) }));
  const shown = Object.entries(own).filter(([name]) => !Object.hasOwn(credentials.headers, name));
  const headers = [...shown.map(([name, value]) => ({ name, value })), ...hidden];
  return {
    method,
    url: hideSecrets(maskedUrl(url, credentials), mask),
    headers,
    body: body === undefined ? undefined : hideSecrets(body, mask),
  };
}

/**
 * What stands before a space in `Authorization` is the scheme (RFC 9110 section 11.4), which helps and tells nothing.
 */
function masked(name: string, value: string): string {
  const scheme = name.toLowerCase() === 'authorization' ? /^[\w-]+ (?=.)/.exec(value)?.[0] : undefined;
  return `${scheme ?? ''}${mask}`;
}

function maskedUrl(url: URL, { parameters = {} }: RequestCredentials): string {
  const names = Object.keys(parameters);
  const hidden = Object.fromEntries(names.map((name) => [name, 'hidden']));
  const whole = Object.entries(hidden).reduce(
    (before, [name, value]) => withValue({ url: before }, { in: 'parameter', name }, value).url,
    url,
  );
  const items = whole.search.slice(1).split('&');
  const search = items.map((item) => (isOneOf(names, item) ? item.replace(/=.*/s, `=${mask}`) : item)).join('&');
  return search === '' ? whole.href : `${whole.origin}${whole.pathname}?${search}`;
}

/** The same with the query of its address masked: a signed one lets in whoever has it. */
export function withoutQuery(sent: SentRequest): SentRequest {
  return { ...sent, url: sent.url.replace(/\?.*/s, `?${mask}`) };
}

const isOneOf = (names: readonly string[], item: string) =>
  names.includes([...new URLSearchParams(item).keys()][0] ?? '');
