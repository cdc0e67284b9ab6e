import { compareValues, finite, toNumber, type Value } from '../value';
import { type ExpressionFunction, operandAt } from './function';

/** `NUMBER(value)`: of a text that holds one with a decimal point. */
export const numberFunction: ExpressionFunction = ofNumber((value) => value);

export const absFunction: ExpressionFunction = ofNumber(Math.abs);

/** `ROUND(value, digits)`: halves away from zero; negative digits round to tens, hundreds and so on. */
export const roundFunction: ExpressionFunction = {
  least: 1,
  most: 2,
  compile(operands) {
    const [value, digits] = [operandAt(operands, 0), operandAt(operands, 1)];
    return (scope, row) => {
      const number = toNumber(value(scope, row));
      return number === null ? null : round(number, toNumber(digits(scope, row)) ?? 0);
    };
  },
};

/** `MIN(a, b, …)` of numbers, dates or texts; empty values do not count. */
export const minFunction: ExpressionFunction = extreme((order) => order < 0);
export const maxFunction: ExpressionFunction = extreme((order) => order > 0);

function ofNumber(calculate: (value: number) => number): ExpressionFunction {
  return {
    least: 1,
    most: 1,
    compile(operands) {
      const operand = operandAt(operands, 0);
      return (scope, row) => {
        const number = toNumber(operand(scope, row));
        return number === null ? null : calculate(number);
      };
    },
  };
}

/** By way of the decimal text, since 1.005 * 100 is less than 100.5. */
function round(value: number, digits: number): Value {
  const places = Math.max(-15, Math.min(15, Math.trunc(digits)));
  const rounded = shift(Math.round(shift(Math.abs(value), places)), -places);
  return finite(value < 0 ? -rounded : rounded);
}

function shift(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function extreme(isBetter: (order: number) => boolean): ExpressionFunction {
  return {
    least: 1,
    most: Infinity,
    compile: (operands) => (scope, row) => {
      let best: Value = null;
      for (const operand of operands) {
        const value = operand(scope, row);
        if (value === null) continue;
        const order = best === null ? undefined : compareValues(value, best);
        if (best !== null && order === undefined) return null;
        if (order === undefined || isBetter(order)) best = value;
      }
      return best;
    },
  };
}
