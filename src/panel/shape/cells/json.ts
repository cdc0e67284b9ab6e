import { shorten } from '../../../shared/shorten';
import { maxTextLength } from '../../../shared/limits';

/**
 * The value as JSON text without spaces, its end cut off where it is long; of a text that holds a list or an object,
 * that one.
 */
export function readJson(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return shorten(typeof value === 'string' ? jsonOfText(value) : JSON.stringify(value), maxTextLength);
}

function jsonOfText(text: string): string {
  if (!/^\s*[[{]/.test(text)) return JSON.stringify(text);
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return JSON.stringify(text);
  }
}
