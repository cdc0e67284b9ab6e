import { plainText } from '../../plain-text';
import { cutText } from '../scope';
import { textOf } from '../value';
import { type ExpressionFunction, operandAt } from './function';

/** `STRIP_TAGS(text)`: the text of a piece of HTML, without its tags. */
export const stripTagsFunction: ExpressionFunction = {
  least: 1,
  most: 1,
  compile(operands) {
    const operand = operandAt(operands, 0);
    return (scope, row) => {
      const value = operand(scope, row);
      return value === null ? null : cutText(scope, plainText(textOf(value)));
    };
  },
};
