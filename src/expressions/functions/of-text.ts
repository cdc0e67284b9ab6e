import { cutText } from '../scope';
import { textOf } from '../value';
import { type ExpressionFunction, operandAt } from './function';

/** A function of one value that returns its text as `change` makes it; `null` for `null`. */
export function ofText(change: (text: string) => string): ExpressionFunction {
  return {
    least: 1,
    most: 1,
    compile(operands) {
      const operand = operandAt(operands, 0);
      return (scope, row) => {
        const value = operand(scope, row);
        return value === null ? null : cutText(scope, change(textOf(value)));
      };
    },
  };
}
