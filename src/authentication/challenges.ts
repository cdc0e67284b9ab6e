/** One challenge of an API (RFC 9110 section 11.3). */
export interface OfferedChallenge {
  /** As it came; empty for parameters that stand before any scheme. */
  scheme: string;
  /** By name in lower case; of one that comes twice, the first counts. */
  parameters: ReadonlyMap<string, string>;
}

/** Characters of the field that are looked at. */
const longest = 4000;

/** A name alone, which begins a challenge, or one with its value, quoted or not. */
const item = /([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]*)))?/g;

/**
 * The challenges of a `WWW-Authenticate` field (RFC 9110 section 11.6.1), in their order; several fields come as one,
 * joined by commas. What cannot be read is passed over.
 */
export function parseChallenges(field: string): OfferedChallenge[] {
  const found: { scheme: string; parameters: Map<string, string> }[] = [];
  for (const [, name = '', quoted, plain] of field.slice(0, longest).matchAll(item)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain;
    if (value === undefined) found.push({ scheme: name, parameters: new Map() });
    else addParameter(found, name.toLowerCase(), value);
  }
  return found;
}

function addParameter(found: { scheme: string; parameters: Map<string, string> }[], name: string, value: string): void {
  if (found.length === 0) found.push({ scheme: '', parameters: new Map() });
  const parameters = found.at(-1)?.parameters;
  if (parameters?.has(name) === false) parameters.set(name, value);
}
