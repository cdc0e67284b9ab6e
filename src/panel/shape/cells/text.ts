import { shorten } from '../../../shared/shorten';
import { maxTextLength } from '../../../shared/limits';

/** The value as text: numbers and booleans as JSON writes them, a list of plain values joined, anything deeper as JSON. */
export function readText(value: unknown): string | null {
  if (typeof value === 'string') return shorten(value, maxTextLength);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? shorten(nestedText(value), maxTextLength) : null;
}

function nestedText(value: object): string {
  const isPlainList = Array.isArray(value) && value.every(isPlain);
  return isPlainList ? value.filter((item) => item !== null).join(', ') : JSON.stringify(value);
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
