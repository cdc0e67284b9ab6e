import { decodeHTML } from 'entities/decode';
import { cutText } from '../scope';
import { textOf } from '../value';
import { type ExpressionFunction, operandAt } from './function';

/** `DECODE_HTML(text)`: named and numeric character references as the characters they stand for. */
export const decodeHtmlFunction: ExpressionFunction = {
  least: 1,
  most: 1,
  compile(operands) {
    const operand = operandAt(operands, 0);
    return (scope, row) => {
      const value = operand(scope, row);
      if (value === null) return null;
      const text = textOf(value);
      return cutText(scope, text.includes('&') ? decodeHTML(text) : text);
    };
  },
};
