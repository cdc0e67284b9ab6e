import { valueRefused } from './value-refused';

/** Where a value lands. */
export type Place = 'path' | 'query' | 'header' | 'json' | 'form';

type WriteValue = (value: string, variable: string) => string;

/**
 * How a value is written into each place, so that it stays one value there.
 * @throws Problem `invalid-input` for a value that the place cannot hold
 */
export const places: { readonly [Key in Place]: WriteValue } = {
  path: intoPath,
  query: intoQuery,
  header: intoHeader,
  json: intoJson,
  form: intoQuery,
};

/** `encodeURIComponent` keeps dots, and servers decode `%2F` before they look at segments; so these are refused. */
function intoPath(value: string, variable: string): string {
  requireText(value, variable);
  if (value === '') throw valueRefused(variable, 'is empty, which would change the address');
  if (value === '.' || value === '..')
    throw valueRefused(variable, 'is a relative path, which would change the address');
  const foreign = /[/\\?#%\p{Cc}]/u.exec(value)?.[0];
  if (foreign !== undefined)
    throw valueRefused(variable, `contains ${nameOf(foreign)}, which is not allowed in this part of the address`);
  return encodeURIComponent(value);
}

function intoQuery(value: string, variable: string): string {
  requireText(value, variable);
  return encodeURIComponent(value);
}

/** Visible ASCII and spaces between (RFC 9110 section 5.5); anything else could begin a header of its own. */
function intoHeader(value: string, variable: string): string {
  if (/^(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)?$/.test(value)) return value;
  throw valueRefused(variable, 'contains characters that a header cannot carry, or spaces at its ends');
}

function intoJson(value: string, variable: string): string {
  requireText(value, variable);
  return JSON.stringify(value).slice(1, -1);
}

function requireText(value: string, variable: string): void {
  if (/\p{Surrogate}/u.test(value)) throw valueRefused(variable, 'contains half a character');
}

function nameOf(character: string): string {
  return /[\p{Cc}]/u.test(character) ? 'a control character' : `the character ${character}`;
}
