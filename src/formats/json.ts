import { responseDepth } from '../limits';
import { Problem } from '../problem';
import { decodeBody } from './decode';
import { hasLongDigitRun, quoteLongIntegers } from './long-integers';
import { webPageInstead } from './unreadable';
import { isWebPage } from './web-page';

/**
 * The value that a JSON body stands for, read as `parseJson` reads its text.
 * @throws Problem `response-unreadable`, `sign-in-page`
 */
export function parseJsonBody(body: Uint8Array, contentType: string, dataSourceName: string): unknown {
  // Digits are single bytes in every character set but these, of which nothing is known beforehand.
  const isWide = /utf-?(?:16|32)/i.test(contentType) || body[0] === 0xff || body[0] === 0xfe;
  return parseJson(decodeBody(body, contentType), dataSourceName, isWide || hasLongDigitRun(body));
}

/**
 * The value a JSON text stands for, with integers too long for a number kept as texts of their exact digits.
 * @throws Problem `sign-in-page` for a web page; `response-unreadable` for a text that is empty, cut off, not JSON, or
 * nested too deeply
 */
export function parseJson(text: string, dataSourceName: string, mayHoldLongIntegers = /\d{16}/.test(text)): unknown {
  try {
    const value: unknown = JSON.parse(mayHoldLongIntegers ? quoteLongIntegers(text) : text);
    checkDepth(value, responseDepth, dataSourceName);
    return value;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw diagnose(text, dataSourceName, error);
  }
}

function diagnose(text: string, name: string, cause: unknown): Problem {
  const start = text.trimStart();
  const unreadable = (message: string, detail?: string) =>
    new Problem('response-unreadable', message, { detail, cause });
  if (start === '') return unreadable(`${name} answered with nothing. An admin can check the URL of the data source.`);
  if (isWebPage(start)) return webPageInstead(name, 'json', text);
  if (isCutOff(text, cause)) {
    const length = text.length.toLocaleString('en');
    const message = `${name} answered with JSON that breaks off after ${length} characters. Try again; if it stays, ask whoever runs the API.`;
    return unreadable(message, start.slice(-300));
  }
  const message = `${name} answered with something that is not JSON. An admin can check its URL.`;
  return unreadable(message, start.slice(0, 300));
}

/** The error is told at the end of the text, where more was expected. */
function isCutOff(text: string, cause: unknown): boolean {
  const message = cause instanceof Error ? cause.message : '';
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? -1);
  const isAtEnd = /unexpected end|unterminated/i.test(message) || position >= text.trimEnd().length;
  return /^\s*[[{"]/.test(text) && isAtEnd;
}

/** Only objects and arrays count as levels, and only they are entered: values are most of a response. */
function checkDepth(value: unknown, levels: number, name: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) throw tooDeep(name);
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') checkDepth(item, levels - 1, name);
    return;
  }
  for (const key in value) {
    const child: unknown = (value as Record<string, unknown>)[key];
    if (typeof child === 'object') checkDepth(child, levels - 1, name);
  }
}

function tooDeep(name: string): Problem {
  const message = `${name} answered with JSON nested deeper than ${responseDepth} levels, which is not read.`;
  return new Problem('response-unreadable', message);
}
