import type { PageTarget } from '../../shared/contract';
import { Problem } from '../../shared/problem';
import { putAt } from './body-path';
import type { PageRequest } from './page-facts';

/** What a page is requested with; an object or a list is what the response held, to be sent back as it was. */
export type PageValue = string | number | object;

/**
 * The request with a value put in place of the one before it, or added where there was none. Everything else of the URL's
 * query stays as it was written. In a body the value keeps its kind, and a number is text where the one before it was; in
 * a parameter or a header an object or a list is its JSON.
 * @throws Problem `invalid-input` for a body that is not JSON, or has numbers that would be rounded, and for a value that
 * no header can carry
 */
export function withValue(request: PageRequest, target: PageTarget, value: PageValue): PageRequest {
  return places[target.in](request, target.name, value);
}

const places: {
  readonly [In in PageTarget['in']]: (request: PageRequest, name: string, value: PageValue) => PageRequest;
} = {
  body: (request, name, value) => ({ ...request, body: withMember(request.body ?? '{}', name, value) }),
  parameter(request, name, value) {
    const url = new URL(request.url);
    url.search = withParameter(url.search.slice(1), name, textOf(value));
    return { ...request, url };
  },
  header: (request, name, value) => ({
    ...request,
    headers: { ...request.headers, [name.toLowerCase()]: headerText(textOf(value)) },
  }),
};

const textOf = (value: PageValue) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** RFC 9110 section 5.5. */
function headerText(text: string): string {
  if (/^[\t\x20-\x7e\x80-\xff]{1,8000}$/.test(text)) return text;
  throw new Problem('invalid-input', 'The response continues with a value that a header cannot carry.');
}

/** OData names its parameters `$skip`, and a dollar sign needs no encoding (RFC 3986 section 3.4). */
function withParameter(query: string, name: string, value: string): string {
  const item = `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(value)}`;
  const items = query.split('&').filter((each) => each !== '');
  const at = items.findIndex((each) => parameterName(each) === name);
  if (at < 0) return [...items, item].join('&');
  return items.flatMap((each, index) => (index === at ? [item] : parameterName(each) === name ? [] : [each])).join('&');
}

/** The name of one item of a query, decoded. */
export const parameterName = (item: string) => [...new URLSearchParams(item).keys()][0] ?? '';

function withMember(body: string, path: string, value: PageValue): string {
  const document = parseBody(body);
  putAt(document, path, value);
  return JSON.stringify(document);
}

/**
 * The body of a request as a value to be changed.
 * @throws Problem `invalid-input`, as `withValue`
 */
export function parseBody(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !hasLongNumber(body)) return value;
  } catch {
    // said below, for all cases
  }
  const message =
    'The next page cannot be requested with this body. It must be a JSON object, with numbers of more than 15 digits as strings.';
  throw new Problem('invalid-input', message, { fields: [{ path: 'request.body', message }] });
}

/** Such a number would be rounded on its way through a value. */
function hasLongNumber(json: string): boolean {
  return /\d{16}/.test(json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '""'));
}
