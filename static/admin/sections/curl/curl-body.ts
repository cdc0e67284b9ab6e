import type { CurlBody, CurlField } from './curl-request';

export interface DataPiece {
  effect: 'data' | 'data-raw' | 'data-urlencode' | 'json';
  text: string;
}

/**
 * The body that the pieces make, and the headers without a content type that the form sets by the kind of the body. As
 * curl does, pieces of a form are joined by `&`, those of JSON as they are.
 */
export function bodyOf(
  pieces: readonly DataPiece[],
  headers: readonly CurlField[],
): { body: CurlBody; headers: CurlField[] } {
  if (pieces.length === 0) return { body: { kind: 'none' }, headers: [...headers] };
  const isJsonOption = pieces.some(({ effect }) => effect === 'json');
  const text = pieces.map((piece) => piece.text).join(isJsonOption ? '' : '&');
  const contentType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const others = headers.filter(({ name }) => name.toLowerCase() !== 'content-type');
  return { body: kindOf(text, contentType ?? (isJsonOption ? 'application/json' : undefined)), headers: others };
}

function kindOf(text: string, contentType: string | undefined): CurlBody {
  const value = parsed(text);
  if (isJsonType(contentType) || (contentType === undefined && isObject(value))) {
    return graphqlOf(value) ?? { kind: 'json', text };
  }
  if (contentType === undefined || /^application\/x-www-form-urlencoded/i.test(contentType)) {
    const fields = [...new URLSearchParams(text)].map(([name, content]) => ({ name, value: content }));
    return { kind: 'form', fields };
  }
  return { kind: 'text', text, contentType };
}

const isJsonType = (contentType: string | undefined) => contentType !== undefined && /[/+]json\b/i.test(contentType);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A query with variables, and nothing else but a name for it (GraphQL over HTTP, "Request parameters"). */
function graphqlOf(value: unknown): CurlBody | undefined {
  if (!isObject(value) || typeof value.query !== 'string' || !/^\s*(?:query\b|\{|#|fragment\b)/.test(value.query))
    return undefined;
  const { query, variables, operationName, ...others } = value;
  if (Object.keys(others).length > 0 || (operationName !== undefined && operationName !== null)) return undefined;
  return { kind: 'graphql', query, variables: isObject(variables) ? JSON.stringify(variables, null, 2) : '' };
}
