import { Problem } from '../../problem';
import { shorten } from '../../visuals/shorten';
import { maxDepth, maxTextLength } from '../bounds';

/** The value as text: numbers and booleans as JSON writes them, a list of plain values joined, anything deeper as JSON. */
export function readText(value: unknown): string | null {
  if (typeof value === 'string') return shorten(value, maxTextLength);
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? shorten(nestedText(value), maxTextLength) : String(value);
}

function nestedText(value: object): string {
  if (Array.isArray(value) && value.every(isPlain)) return value.filter((item) => item !== null).join(', ');
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new Problem('response-unreadable', `The response is nested deeper than ${maxDepth} levels.`, { cause });
  }
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
