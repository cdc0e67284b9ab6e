import type { ColumnFormat } from '../../../shared/frame';
import { readWrittenWith } from './written-number';
import { type ReadCell, unreadable } from './unreadable';

const plainNumber = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Reads a number; a text with `format.decimalSign` as people write it, "1.234,50" with a comma, else as programs do. */
export function numberReader({ decimalSign }: ColumnFormat): ReadCell {
  if (decimalSign === undefined) return readNumber;
  return (value) =>
    typeof value === 'string' && value !== '' ? (readWrittenWith(decimalSign, value) ?? unreadable) : readNumber(value);
}

/**
 * A finite number, also from a text that holds one as JSON or a program writes it. Thousands separators and decimal
 * commas are not guessed at: "1,234" is a different number in Boston and in Berlin.
 */
export function readNumber(value: unknown): number | null | typeof unreadable {
  if (typeof value === 'number') return Number.isFinite(value) ? value : unreadable;
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string' || !plainNumber.test(value.trim())) return unreadable;
  const number = Number(value);
  return Number.isFinite(number) ? number : unreadable;
}
