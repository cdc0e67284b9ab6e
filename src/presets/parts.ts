import type { ColumnSettings, RequestSettings } from '../shared/contract';
import type { ColumnFormat, ColumnType } from '../shared/frame';

type Pairs = Record<string, string>;

const pairsOf = (values: Pairs) => Object.entries(values).map(([name, value]) => ({ name, value }));
const headersOf = (values: Pairs) => pairsOf(values).map((header) => ({ ...header, secret: false }));

/** A GET with these parameters and headers, in their order. */
export function getRequest(url: string, parameters: Pairs = {}, headers: Pairs = {}): RequestSettings {
  return { method: 'GET', url, parameters: pairsOf(parameters), headers: headersOf(headers), body: { kind: 'none' } };
}

/** A POST of the value as JSON, a member to a line. */
export function postJson(url: string, body: object, headers: Pairs = {}): RequestSettings {
  const text = JSON.stringify(body, null, 2);
  return { method: 'POST', url, parameters: [], headers: headersOf(headers), body: { kind: 'json', text } };
}

/** A POST of the GraphQL query with its variables. */
export function postGraphql(url: string, query: string, variables: object, headers: Pairs = {}): RequestSettings {
  const body = { kind: 'graphql' as const, query, variables: JSON.stringify(variables) };
  return { method: 'POST', url, parameters: [], headers: headersOf(headers), body };
}

/** A POST of plain text, such as a statement. */
export function postText(url: string, text: string, headers: Pairs = {}): RequestSettings {
  const body = { kind: 'text' as const, text, contentType: 'text/plain' };
  return { method: 'POST', url, parameters: [], headers: headersOf(headers), body };
}

/** A column of the path below the row, such as `fields.status.name`. */
export function column(label: string, path: string, type: ColumnType = 'text', format?: ColumnFormat): ColumnSettings {
  return { label, selector: `$.${path}`, type, ...(format && { format }) };
}
