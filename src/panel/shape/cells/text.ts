import { plainText } from '../../../plain-text';
import type { ColumnFormat } from '../../../shared/frame';
import { shorten } from '../../../shared/shorten';
import { maxTextLength } from '../../../shared/limits';
import type { ReadCell } from './unreadable';

/** Reads the value as text, without the tags of HTML where `format.stripTags` says so. */
export function textReader({ stripTags }: ColumnFormat): ReadCell {
  if (!stripTags) return readText;
  return (value) => (typeof value === 'string' ? shorten(plainText(value), maxTextLength) : readText(value));
}

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
