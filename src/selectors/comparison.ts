/** The special result of a query or function that yields no value (RFC 9535 section 2.4.1). */
export const nothing = Symbol('nothing');

/** Told of every value that a comparison looks at; throws once that is too many. */
export interface Visits {
  visit(count: number): void;
}

export type Comparison = (left: unknown, right: unknown, visits: Visits) => boolean;

/** Characters that are compared in the time of one visit: for equality, and for their order. */
const [equalInVisit, orderedInVisit] = [64, 8];

/** The comparisons of RFC 9535 section 2.3.5.2.2 by operator. */
export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['==', isEqual],
  ['!=', (left, right, visits) => !isEqual(left, right, visits)],
  ['<', isLess],
  ['<=', (left, right, visits) => isLess(left, right, visits) || isEqual(left, right, visits)],
  ['>', (left, right, visits) => isLess(right, left, visits)],
  ['>=', (left, right, visits) => isLess(right, left, visits) || isEqual(left, right, visits)],
]);

function isEqual(left: unknown, right: unknown, visits: Visits): boolean {
  if (typeof left === 'string' && typeof right === 'string') return areTextsEqual(left, right, visits);
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && areArraysEqual(left, right, visits);
  return isContainer(left) && isContainer(right) && !Array.isArray(right) && areObjectsEqual(left, right, visits);
}

function areTextsEqual(left: string, right: string, visits: Visits): boolean {
  if (left.length !== right.length) return false;
  visits.visit(left.length / equalInVisit);
  return left === right;
}

function areArraysEqual(left: readonly unknown[], right: readonly unknown[], visits: Visits): boolean {
  if (left.length !== right.length) return false;
  return left.every((item, index) => {
    visits.visit(1);
    return isEqual(item, right[index], visits);
  });
}

function areObjectsEqual(left: Record<string, unknown>, right: Record<string, unknown>, visits: Visits): boolean {
  const names = Object.keys(left);
  const others = Object.keys(right);
  visits.visit(names.length + others.length);
  if (names.length !== others.length) return false;
  return names.every((name) => Object.hasOwn(right, name) && isEqual(left[name], right[name], visits));
}

function isLess(left: unknown, right: unknown, visits: Visits): boolean {
  if (typeof left === 'number') return typeof right === 'number' && left < right;
  return typeof left === 'string' && typeof right === 'string' && isTextLess(left, right, visits);
}

/** By Unicode scalar value, which differs from JavaScript's order only where surrogates meet U+E000 and above. */
function isTextLess(left: string, right: string, visits: Visits): boolean {
  const length = Math.min(left.length, right.length);
  visits.visit(length / orderedInVisit);
  for (let at = 0; at < length; at++) {
    const difference = scalarRank(left.charCodeAt(at)) - scalarRank(right.charCodeAt(at));
    if (difference !== 0) return difference < 0;
  }
  return left.length < right.length;
}

function scalarRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

export function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
