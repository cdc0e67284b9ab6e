import { type Evaluate, spend, cutText } from './scope';
import { compareValues, finite, isTrue, toNumber, textOf } from './value';

type Binary = (left: Evaluate, right: Evaluate) => Evaluate;

/** Empty where one side is no number, or the result none. */
export function arithmetic(calculate: (left: number, right: number) => number): Binary {
  return (left, right) => (scope, row) => {
    const a = toNumber(left(scope, row));
    const b = toNumber(right(scope, row));
    return a === null || b === null ? null : finite(calculate(a, b));
  };
}

/** `unordered` for values that have no order between them, and for an empty one beside another. */
export function comparison(test: (order: number) => boolean, unordered: boolean): Binary {
  return (left, right) => (scope, row) => {
    const [a, b] = [left(scope, row), right(scope, row)];
    if (typeof a === 'string' && typeof b === 'string' && !spend(scope, a.length + b.length)) return null;
    const order = compareValues(a, b);
    return order === undefined ? unordered : test(order);
  };
}

/** The two texts as one; an empty value adds nothing. */
export const joining: Binary = (left, right) => (scope, row) =>
  cutText(scope, textOf(left(scope, row)) + textOf(right(scope, row)));

export const conjunction: Binary = (left, right) => (scope, row) =>
  isTrue(left(scope, row)) && isTrue(right(scope, row));

export const disjunction: Binary = (left, right) => (scope, row) =>
  isTrue(left(scope, row)) || isTrue(right(scope, row));

export function negation(operand: Evaluate): Evaluate {
  return (scope, row) => !isTrue(operand(scope, row));
}

export function negative(operand: Evaluate): Evaluate {
  return (scope, row) => {
    const value = toNumber(operand(scope, row));
    return value === null ? null : -value;
  };
}
