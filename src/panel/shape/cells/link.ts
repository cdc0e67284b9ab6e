import { parseUrl } from '../../../shared/parse-url';
import { unreadable } from './unreadable';

/**
 * An `https:` or `mailto:` address without user info; a page must never get another one to click on. An e-mail address
 * alone becomes a `mailto:` address.
 */
export function readLink(value: unknown): string | null | typeof unreadable {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string') return unreadable;
  const text = value.trim();
  if (isSafe(text)) return text;
  return isAddress(text) ? `mailto:${text.replace(/[%#"\\^`{|}]/g, encodeURIComponent)}` : unreadable;
}

/** An `https:` address without user info. */
export function readImage(value: unknown): string | null | typeof unreadable {
  const link = readLink(value);
  return typeof link === 'string' && !/^https:/i.test(link) ? unreadable : link;
}

/** An address whose host holds nothing but letters, digits, dots and hyphens, so that nothing in it needs taking apart. */
const plainHttps = /^https:\/\/(?![^/]*(?:xn--|0x))[a-z\d.-]*[a-z](?:\/[\w\-.~!$&'()*+,;=:@/?#%]*)?$/;

function isSafe(text: string): boolean {
  if (plainHttps.test(text)) return true;
  if (!/^(?:https:\/\/|mailto:)/i.test(text)) return false;
  const url = parseUrl(text);
  return url?.username === '' && url.password === '';
}

/** An e-mail address, as far as it cannot be mistaken for more than one or carry other parts of a message. */
export function readEmail(value: unknown): string | null | typeof unreadable {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' && isAddress(value) ? value : unreadable;
}

/** What no address holds: spaces, and what means something in a URL. */
const foreign = /[\s:?&<>]/;

/** One `@` with something on both sides. */
function isAddress(text: string): boolean {
  const middle = text.indexOf('@');
  if (middle <= 0 || middle === text.length - 1) return false;
  return text.indexOf('@', middle + 1) < 0 && !foreign.test(text);
}
