/** The special result of a query or function that yields no value (RFC 9535 section 2.4.1). */
export const nothing = Symbol('nothing');

export type Comparison = (left: unknown, right: unknown) => boolean;

/** The comparisons of RFC 9535 section 2.3.5.2.2 by operator. */
export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['==', isEqual],
  ['!=', (left, right) => !isEqual(left, right)],
  ['<', isLess],
  ['<=', (left, right) => isLess(left, right) || isEqual(left, right)],
  ['>', (left, right) => isLess(right, left)],
  ['>=', (left, right) => isLess(right, left) || isEqual(left, right)],
]);

function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && areArraysEqual(left, right);
  return isContainer(left) && isContainer(right) && !Array.isArray(right) && areObjectsEqual(left, right);
}

function areArraysEqual(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => isEqual(item, right[index]));
}

function areObjectsEqual(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && isEqual(left[name], right[name]));
}

function isLess(left: unknown, right: unknown): boolean {
  if (typeof left === 'number') return typeof right === 'number' && left < right;
  return typeof left === 'string' && typeof right === 'string' && isTextLess(left, right);
}

/** By Unicode scalar value, which differs from JavaScript's order only where surrogates meet U+E000 and above. */
function isTextLess(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length);
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
