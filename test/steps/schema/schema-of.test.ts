import type { Same } from '../../../src/schema/schema-of';

type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number; color?: 'red' | 'blue' };

/** Each line compiles only if the comparison comes out as it says. */
const verdicts: [
  Same<Shape, Shape>,
  Same<{ a: 'x' } | { a: 'y' }, { a: 'x' | 'y' }>,
  Same<Extract<Shape, { kind: 'circle' }>, Shape>,
  Same<'text' | 'number', 'text' | 'number' | 'bytes'>,
  Same<{ a: string }, { a: string; b?: number }>,
  Same<{ a: { b: 'x' }[] }, { a: { b: 'x' | 'y' }[] }>,
  Same<{ a: string; b?: number }, { a: string }>,
] = [true, true, false, false, false, false, false];

test('the compiler tells a type that lacks a member from one that has them all', () => {
  expect(verdicts).toEqual([true, true, false, false, false, false, false]);
});
