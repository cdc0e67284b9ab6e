import { decodeBody } from './decode';
import type { Format } from './format';
import { jsonpCallback, withoutGuard } from './guarded-json';
import { withoutNotNumbers } from './not-numbers';
import { isWebPage } from './web-page';

/** Enough to hold the first lines of any table. */
const lookedAt = 64 * 1024;

const byMediaType: readonly (readonly [RegExp, Format])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-seq)$/, 'ndjson'],
  [/^(?:(?:application|text)\/(?:x-)?json|[\w.-]+\/[\w.+-]+\+json)$/, 'json'],
  [/^(?:(?:application|text)\/(?:x-)?csv|text\/comma-separated-values)$/, 'csv'],
  [/^text\/tab-separated-values$/, 'tsv'],
  [/^(?:(?:application|text)\/xml|[\w.-]+\/[\w.+-]+\+xml)$/, 'xml'],
];

/**
 * The format of a response by its content type, corrected by what its first bytes cannot be mistaken for: a web page
 * that calls itself JSON is a web page, JSON that calls itself a web page is JSON. `unknown` where neither tells.
 */
export function detectFormat(contentType: string, body: Uint8Array, setCharset?: string): Format | 'unknown' {
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const declared = byMediaType.find(([pattern]) => pattern.test(mediaType))?.[1];
  const start = startOf(contentType, body, setCharset);
  if (declared === 'csv' || declared === 'tsv') return isWebPage(start) ? 'html' : declared;
  return certainly(start) ?? declared ?? separated(start);
}

function startOf(contentType: string, body: Uint8Array, setCharset?: string): string {
  return withoutGuard(decodeBody(body.subarray(0, lookedAt), contentType, setCharset)).trimStart();
}

function certainly(start: string): Format | undefined {
  if (isWebPage(start)) return 'html';
  if (/^(?:<!--[^]*?-->\s*)*<(?:\?xml|!DOCTYPE\s|[\p{L}_][\p{L}\p{N}_.:-]*[\s/>])/u.test(start)) return 'xml';
  if (jsonpCallback(start) !== undefined) return 'json'; // which says what is wrong with it
  if (!/^[{[\u001e]/.test(start)) return undefined;
  return start.startsWith('\u001e') || isLinesOfJson(start) ? 'ndjson' : 'json';
}

/** One whole JSON text stands on the first line, and another begins on the next. */
function isLinesOfJson(start: string): boolean {
  const [first = '', second = ''] = start.split('\n', 20).filter((line) => line.trim() !== '');
  return /^\s*[{[]/.test(second) && isJson(first);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(withoutNotNumbers(text) ?? text);
    return true;
  } catch {
    return false;
  }
}

/** Text without a telling type is a table if its first line has a separator. */
function separated(start: string): Format | 'unknown' {
  const [line = ''] = start.split(/[\r\n]/, 1);
  if (line.includes('\t')) return 'tsv';
  return /[,;|]/.test(line) ? 'csv' : 'unknown';
}
