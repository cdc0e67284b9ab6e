import { Problem, type FieldError } from '../shared/problem';
import { parseUrl } from '../shared/parse-url';
import { compileField, type RequestField, type FieldRules } from './field';
import type { ValuesByName } from './values';
import { languagesOf, languagesOfSegment } from './query-language';

export interface NamedText {
  name: string;
  value: string;
}

/** The URL of a request, ready to be filled. */
export interface UrlTemplate {
  variables: readonly string[];
  /**
   * The URL with the same origin, the same number of path segments, the same fixed segments and the same query names,
   * whatever the values.
   * @throws Problem `invalid-input` for a value that is missing or that its place cannot hold
   */
  fill(values: ValuesByName): URL;
}

export type CompiledUrl =
  { template: UrlTemplate; errors?: undefined } | { template?: undefined; errors: FieldError[] };

interface QueryItem {
  /** As written, encoding included. */
  name: string;
  /** Absent where the item has no `=`. */
  field?: RequestField;
}

interface UrlParts {
  origin: string;
  segments: RequestField[];
  query: QueryItem[];
}

/**
 * The URL and the parameters added to it, with placeholders in segments of the path and in values of the query. The
 * paths of the errors begin with `url` or `parameters`.
 */
export function compileUrl(url: string, parameters: readonly NamedText[]): CompiledUrl {
  const [, origin, path = '', query] =
    /^(https?:\/\/[^/?#\\]+)((?:[/\\][^?#]*)?)(?:\?([^#]*))?(?:#.*)?$/i.exec(url) ?? [];
  const refusal = startRefusal(origin, path);
  if (origin === undefined || refusal !== undefined) return { errors: [{ path: 'url', message: refusal ?? '' }] };
  const errors: FieldError[] = [];
  const note = (at: string) => (message: string) => void errors.push({ path: at, message });
  const segments = path
    .split('/')
    .slice(1)
    .map((segment) => compiled(segment, segmentRules, note('url')));
  const items = query === undefined || query === '' ? [] : query.split('&').map((item) => queryItem(item, note('url')));
  const added = parameters.map((each, index) => parameterItem(each, note(`parameters.${index}.value`)));
  return errors.length > 0 ? { errors } : { template: urlTemplate({ origin, segments, query: [...items, ...added] }) };
}

function startRefusal(origin: string | undefined, path: string): string | undefined {
  if (origin === undefined) return 'This is not a URL. It must start with https:// and contain a host name.';
  if (/[{}]/.test(origin)) return 'Variables can be used in the path and in the parameters, not in the host.';
  if (path.includes('\\')) return 'A URL cannot contain backslashes. Use / instead.';
  if (/[{}]/.test(path) && path.split('/').some(isDotSegment))
    return 'Remove . and .. from the path; they are not allowed in a path with variables.';
  return parseUrl(origin) ? undefined : 'This is not a URL. It must start with https:// and contain a host name.';
}

/** As the URL parser sees it (WHATWG URL, "double-dot URL path segment"). */
const isDotSegment = (segment: string) => /^(?:\.|%2e){1,2}$/i.test(segment);

const segmentRules: FieldRules = { place: 'path', decode: decodePercent, languages: languagesOfSegment };

/** A field that was refused is noted and never filled. */
function compiled(text: string, rules: FieldRules, note: (message: string) => void): RequestField {
  const { field, refusal } = compileField(text, rules);
  if (field) return field;
  note(refusal);
  return { variables: [], fill: () => text };
}

function queryItem(item: string, note: (message: string) => void): QueryItem {
  const equals = item.indexOf('=');
  const name = equals < 0 ? item : item.slice(0, equals);
  if (/[{}]/.test(name)) note('Variables can be used in the value of a parameter, not in its name.');
  if (equals < 0) return { name };
  const languages: FieldRules['languages'] = (text, quotes) => languagesOf(decodeQuery(name), text, quotes.size > 0);
  return { name, field: compiled(item.slice(equals + 1), { place: 'query', decode: decodeQuery, languages }, note) };
}

function parameterItem({ name, value }: NamedText, note: (message: string) => void): QueryItem {
  const languages: FieldRules['languages'] = (text, quotes) => languagesOf(name, text, quotes.size > 0);
  const field = compiled(value, { place: 'query', secrets: 'query', writeFixed: encodeURIComponent, languages }, note);
  return { name: encodeName(name), field };
}

/** OData names its parameters `$top`, and a dollar sign needs no encoding (RFC 3986 section 3.4). */
const encodeName = (name: string) => encodeURIComponent(name).replaceAll('%24', '$');

function urlTemplate({ origin, segments, query }: UrlParts): UrlTemplate {
  const fields = [...segments, ...query.flatMap(({ field }) => (field ? [field] : []))];
  return {
    variables: [...new Set(fields.flatMap(({ variables }) => variables))],
    fill(values) {
      const path = segments.map((segment) => `/${segment.fill(values)}`).join('');
      const url = new URL(`${origin}${path}`);
      if (segments.some(({ variables }) => variables.length > 0)) requireSamePath(url, origin, segments, values);
      url.search = query.map(({ name, field }) => (field ? `${name}=${field.fill(values)}` : name)).join('&');
      return url;
    },
  };
}

/** The last look, at what the URL parser made of it: nothing may have moved. */
function requireSamePath(url: URL, origin: string, segments: readonly RequestField[], values: ValuesByName): void {
  const built = url.pathname.split('/').slice(1);
  const isSame =
    built.length === segments.length && segments.every(({ fill }, index) => built[index] === normal(fill(values)));
  if (url.origin === new URL(origin).origin && isSame) return;
  throw new Problem('invalid-input', 'The values of the variables would change the address.');
}

/** A segment as the URL parser writes it. */
const normal = (segment: string) => new URL(`https://host.example/${segment}`).pathname.slice(1);

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const decodeQuery = (text: string) => decodePercent(text.replaceAll('+', ' '));
