import { isTrue } from '../value';
import { type ExpressionFunction, operandAt } from './function';

/** `IF(condition, then, else)`; without `else` it is empty where the condition is not true. */
export const ifFunction: ExpressionFunction = {
  least: 2,
  most: 3,
  compile(operands) {
    const [condition, yes, no] = [operandAt(operands, 0), operandAt(operands, 1), operandAt(operands, 2)];
    return (scope, row) => (isTrue(condition(scope, row)) ? yes : no)(scope, row);
  },
};

/** `COALESCE(a, b, …)`: the first that is not empty. */
export const coalesceFunction: ExpressionFunction = {
  least: 1,
  most: Infinity,
  compile: (operands) => (scope, row) => {
    for (const operand of operands) {
      const value = operand(scope, row);
      if (value !== null && value !== '') return value;
    }
    return null;
  },
};
