import type { PageTarget } from '../../shared/contract';
import { Problem } from '../../shared/problem';
import type { PageRequest } from './page-facts';

/** What a page is requested with; an object or a list is what the response held, to be sent back as it was. */
export type PageValue = string | number | object;

/**
 * The request with a value put in place of the one before it, or added where there was none. Everything else of the URL's
 * query stays as it was written. In a body the value keeps its kind; in a parameter
 * an object or a list is its JSON.
 * @throws Problem `invalid-input` for a body that is not a JSON object, or has numbers that would be rounded
 */
export function withValue({ url, body }: PageRequest, target: PageTarget, value: PageValue): PageRequest {
  if (target.in === 'body') return { url, body: withMember(body ?? '{}', target.name, value) };
  const changed = new URL(url);
  changed.search = withParameter(url.search.slice(1), target.name, textOf(value));
  return { url: changed, body };
}

const textOf = (value: PageValue) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** OData names its parameters `$skip`, and a dollar sign needs no encoding (RFC 3986 section 3.4). */
function withParameter(query: string, name: string, value: string): string {
  const item = `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(value)}`;
  const items = query.split('&').filter((each) => each !== '');
  const at = items.findIndex((each) => nameOf(each) === name);
  if (at < 0) return [...items, item].join('&');
  return items.flatMap((each, index) => (index === at ? [item] : nameOf(each) === name ? [] : [each])).join('&');
}

const nameOf = (item: string) => [...new URLSearchParams(item).keys()][0] ?? '';

type Members = Record<string, unknown>;

function withMember(body: string, path: string, value: PageValue): string {
  const document = parseObject(body);
  const names = path.split('.');
  const last = names.pop() ?? path;
  const holder = names.reduce(memberObject, document);
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(document);
}

function memberObject(holder: Members, name: string): Members {
  const member = Object.hasOwn(holder, name) ? holder[name] : undefined;
  if (isObject(member)) return member;
  const made: Members = {};
  Object.defineProperty(holder, name, { value: made, enumerable: true, configurable: true, writable: true });
  return made;
}

function parseObject(body: string): Members {
  try {
    const value: unknown = JSON.parse(body);
    if (isObject(value) && !hasLongNumber(body)) return value;
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

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
