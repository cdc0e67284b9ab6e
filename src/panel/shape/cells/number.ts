import { unreadable } from './unreadable';

const plainNumber = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

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
