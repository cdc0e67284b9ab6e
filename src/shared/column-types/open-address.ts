import { parseUrl } from '../parse-url';

/** The address with one of these protocols and without user info, `null` for any other text. */
export function openAddress(text: string, protocols: readonly string[]): string | null {
  const url = parseUrl(text);
  return url && protocols.includes(url.protocol) && !url.username && !url.password ? url.href : null;
}
