import { responseDepth } from '../shared/limits';
import { Problem } from '../shared/problem';
import { shorten } from '../shared/shorten';
import { jsonpCallback, withoutGuard } from './guarded-json';
import { isDoubtful, quoteLongIntegers } from './long-integers';
import { withoutNotNumbers } from './not-numbers';
import { webPageInstead } from './unreadable-response';
import { isWebPage } from './web-page';

/** Told of what a response was read in spite of, one sentence each. */
export type Warn = (sentence: string) => void;

/**
 * The value a JSON text stands for, with integers too long for a number kept as texts of their exact digits. A prefix
 * that keeps other sites from running it is left out; NaN and Infinity are null, with a warning.
 * @throws Problem `sign-in-page` for a web page; `response-unreadable` for a text that is empty, cut off, not JSON, or
 * nested too deeply
 */
export function parseJson(text: string, dataSourceName: string, warn?: Warn): unknown {
  try {
    return exactValue(text, dataSourceName);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const mended = mendedValue(text, dataSourceName, warn);
    if (mended) return mended.value;
    throw diagnose(text, dataSourceName, error);
  }
}

function exactValue(text: string, name: string): unknown {
  return valueIfExact(text, name) ?? JSON.parse(quoteLongIntegers(text));
}

/** `undefined` where a number may stand for another one. That value is gone before there is a second. */
function valueIfExact(text: string, name: string): unknown {
  const value: unknown = JSON.parse(text);
  return hasDoubtful(value, responseDepth, name) ? undefined : value;
}

/** The value of a text that is JSON but for what servers are known to do to it; `undefined` where it is not. */
function mendedValue(text: string, name: string, warn?: Warn): { value: unknown } | undefined {
  const bare = withoutGuard(text);
  const numbers = withoutNotNumbers(bare);
  if (bare === text && numbers === undefined) return undefined;
  try {
    const value = exactValue(numbers ?? bare, name);
    if (numbers !== undefined)
      warn?.(`${name} returned NaN or Infinity, which are not numbers in JSON and left empty.`);
    return { value };
  } catch (error) {
    if (error instanceof Problem) throw error;
    return undefined;
  }
}

function diagnose(text: string, name: string, cause: unknown): Problem {
  const start = text.trimStart();
  const unreadable = (message: string, remedy: string, detail?: string) =>
    new Problem('response-unreadable', message, { remedy, detail, cause });
  if (start === '')
    return unreadable(`${name} returned an empty response.`, 'An admin can check the URL of the data source.');
  if (isWebPage(start)) return webPageInstead(name, 'json', text);
  const callback = jsonpCallback(text);
  if (callback !== undefined) {
    const message = `${name} returned JSONP: JSON inside a call of ${shorten(callback, 40)}().`;
    const remedy = 'An admin can remove the parameter that asks for a callback, or choose plain JSON.';
    return unreadable(message, remedy, start.slice(0, 300));
  }
  if (isCutOff(text, cause)) {
    const length = text.length.toLocaleString('en');
    const message = `${name} returned JSON that ends abruptly after ${length} characters.`;
    return unreadable(message, 'Try again. If this keeps happening, ask the API’s owner.', start.slice(-300));
  }
  const message = `${name} returned something that is not JSON.`;
  return unreadable(message, 'An admin can check its URL.', start.slice(0, 300));
}

/** The error is told at the end of the text, where more was expected. */
function isCutOff(text: string, cause: unknown): boolean {
  const message = cause instanceof Error ? cause.message : '';
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? -1);
  const isAtEnd = /unexpected end|unterminated/i.test(message) || position >= text.trimEnd().length;
  return /^\s*[[{"]/.test(text) && isAtEnd;
}

/**
 * Whether a number in the value may stand for another one that the text held. Only objects and arrays count as levels;
 * texts, which most values are, are passed over.
 */
function hasDoubtful(value: unknown, levels: number, name: string): boolean {
  if (typeof value === 'number') return isDoubtful(value);
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) throw tooDeep(name);
  let found = false;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item !== 'string') found = hasDoubtful(item, levels - 1, name) || found;
  } else {
    for (const key in value) {
      const member: unknown = (value as Record<string, unknown>)[key];
      if (typeof member === 'number') found ||= isDoubtful(member);
      else if (typeof member === 'object') found = hasDoubtful(member, levels - 1, name) || found;
    }
  }
  return found;
}

function tooDeep(name: string): Problem {
  const message = `${name} returned JSON nested more than ${responseDepth} levels deep, which the app does not read.`;
  return new Problem('response-unreadable', message);
}
