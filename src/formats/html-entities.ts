import { decodeHTMLStrict } from 'entities/decode';

/**
 * The characters of HTML's named entities by their names (HTML standard section 13.5), `undefined` for other names. Feeds
 * use them though XML knows but five. The names are looked up one by one, as they come.
 */
export const htmlEntities = new Proxy<Record<string, string>>(
  {},
  { get: (_, name) => (typeof name === 'string' ? entityNamed(name) : undefined) },
);

function entityNamed(name: string): string | undefined {
  const reference = `&${name};`;
  const text = decodeHTMLStrict(reference);
  return text === reference ? undefined : text;
}
