import { refused } from './refusal';
import type { Condition, Conditions } from './request';

type Comparable = string | number | boolean;

const comparisons: Record<Condition['condition'], (value: unknown, values: Comparable[]) => boolean> = {
  EQUAL_TO: (value, [wanted]) => value === wanted,
  NOT_EQUAL_TO: (value, [wanted]) => value !== wanted,
  EXISTS: (value) => value !== undefined,
  NOT_EXISTS: (value) => value === undefined,
  BEGINS_WITH: (value, [start]) => typeof value === 'string' && value.startsWith(String(start)),
  CONTAINS: (value, [part]) => holds(value, part),
  NOT_CONTAINS: (value, [part]) => !holds(value, part),
  BETWEEN: (value, [low, high]) =>
    ordered(value, low, (order) => order >= 0) && ordered(value, high, (order) => order <= 0),
  GREATER_THAN: (value, [bound]) => ordered(value, bound, (order) => order > 0),
  GREATER_THAN_EQUAL_TO: (value, [bound]) => ordered(value, bound, (order) => order >= 0),
  LESS_THAN: (value, [bound]) => ordered(value, bound, (order) => order < 0),
  LESS_THAN_EQUAL_TO: (value, [bound]) => ordered(value, bound, (order) => order <= 0),
};

/** True if the value (undefined for an absent attribute) fulfils the condition. Different types never compare. */
export function fulfils(value: unknown, { condition, values }: Condition): boolean {
  if (condition === 'BETWEEN' && values.length !== 2) throw refused('INVALID_CONDITION', 'BETWEEN takes two values.');
  return comparisons[condition](value, values);
}

/** True if the record's attributes fulfil the conditions; an absent record has no attributes. */
export function fulfilsAll(record: Record<string, unknown>, conditions: Conditions): boolean {
  const meets = ({ property, ...condition }: Condition & { property: string }) => fulfils(record[property], condition);
  return 'and' in conditions ? conditions.and.every(meets) : conditions.or.some(meets);
}

/** The conditions as a list, whichever way they are joined. */
export function listed(conditions: Conditions): (Condition & { property: string })[] {
  return 'and' in conditions ? conditions.and : conditions.or;
}

/** Negative, zero or positive, as `Array.sort` wants it: numbers by size, the rest by code unit. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : Number(left > right);
}

function ordered(value: unknown, bound: Comparable | undefined, accepts: (order: number) => boolean): boolean {
  return typeof value === typeof bound && value !== undefined && accepts(compare(value, bound));
}

function holds(value: unknown, part: Comparable | undefined): boolean {
  if (Array.isArray(value)) return value.includes(part);
  return typeof value === 'string' && value.includes(String(part));
}
