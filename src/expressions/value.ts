import type { CellValue } from '../shared/frame';
import { timeOf } from './time';

/** What an expression works with: what cells hold. `null` is empty, and what cannot be worked out. */
export type Value = CellValue;

const plainNumber = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** The number, also of a text that holds one with a decimal point; `null` for everything else. */
export function toNumber(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !plainNumber.test(value.trim())) return null;
  return finite(Number(value));
}

/** `null` for what is no number any more, such as a division by zero. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The text of any value; empty for `null`. */
export function textOf(value: Value): string {
  return value === null ? '' : String(value);
}

/** True for `true`, its texts `true`, `yes` and `1` and all numbers but 0; false for everything else. */
export function isTrue(value: Value): boolean {
  if (typeof value === 'string') return /^(?:true|yes|1)$/i.test(value.trim());
  return Boolean(value);
}

/**
 * Negative, zero or positive as in `Array.sort`; `undefined` for values that have no order between them, as a text and a
 * number. Dates go by time, a day and a time by their days; texts without regard to case.
 */
export function compareValues(left: Value, right: Value): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (left === null || right === null) return left === right ? 0 : undefined;
  if (typeof left === 'boolean' || typeof right === 'boolean') return Number(isTrue(left)) - Number(isTrue(right));
  const [a, b] = [toNumber(left), toNumber(right)];
  return a === null || b === null ? undefined : a - b;
}

const dayLength = 10;

function compareTexts(left: string, right: string): number {
  const [a, b] = [timeOf(left), timeOf(right)];
  if (a === undefined || b === undefined) return order(left.toLowerCase(), right.toLowerCase());
  const isByDay = left.length === dayLength || right.length === dayLength;
  return isByDay ? Math.floor(a / dayMs) - Math.floor(b / dayMs) : a - b;
}

export const dayMs = 24 * 60 * 60 * 1000;

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
