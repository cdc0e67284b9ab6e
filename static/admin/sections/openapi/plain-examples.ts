import { type Part, textOf } from './document';

interface Named {
  name: string;
  entry: number;
}

/** By `format` (OpenAPI Format Registry), for the first and the second entry. */
const byFormat: Readonly<Record<string, (entry: number) => string>> = {
  'date-time': (entry) => `2030-01-0${entry + 1}T12:00:00Z`,
  date: (entry) => `2030-01-0${entry + 1}`,
  time: (entry) => `12:0${entry}:00`,
  duration: (entry) => `PT${entry + 1}H`,
  email: (entry) => `person${entry + 1}@example.com`,
  uuid: (entry) => `0b9d5f3e-6c1a-4f0d-9e57-${String(entry + 1).padStart(12, '0')}`,
};
const links = new Set(['uri', 'url', 'iri', 'uri-reference']);

/** A text as the schema describes it. One that leads to a next page is an address or a token, as it is named. */
export function exampleText(schema: Part, { name, entry }: Named, url: string): string {
  const format = textOf(schema.format);
  if (/next/i.test(name) && isAddress(name, format, schema)) return `${url}${url.includes('?') ? '&' : '?'}page=2`;
  if (links.has(format)) return `https://example.com/things/${entry + 1}`;
  return byFormat[format]?.(entry) ?? givenText(schema, entry) ?? `text ${entry + 1}`;
}

const isAddress = (name: string, format: string, { description, example }: Part) =>
  links.has(format) ||
  /(?:url|uri|link|href)$/i.test(name) ||
  /^https?:/.test(textOf(example)) ||
  /\b(?:url|uri|link)\b/i.test(textOf(description));

const givenText = ({ example }: Part, entry: number) =>
  entry === 0 && textOf(example) !== '' ? textOf(example).slice(0, 200) : undefined;

/** A number as its name says: a total is large, a size is that of the example's lists, a place is where lists begin. */
export function exampleNumber({ type }: Part, { name, entry }: Named): number {
  if (/total|count$/i.test(name)) return 1000;
  if (isSizeName(name)) return exampleSize;
  if (/offset|skip|^start/i.test(name)) return 0;
  return type === 'integer' ? entry + 1 : entry + 1.5;
}

/** Entries of an example's lists. */
export const exampleSize = 2;

/** Whether a number of that name says how many rows a page has. */
export const isSizeName = (name: string): boolean =>
  /^\$?top$|^limit$|^size$|^first$|per_?page|page_?size|max_?(?:results|items|records)|^page\[(?:size|limit)\]$|^count$/i.test(
    name,
  );

/** There is more, so it is no last page. */
export const exampleFlag = (name: string): boolean => !/last|done|complete|final|end/i.test(name);
