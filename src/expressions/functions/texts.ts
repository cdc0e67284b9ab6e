import { maxTextLength } from '../../shared/limits';
import { type Evaluate, type Scope, spend, cutText } from '../scope';
import { toNumber, textOf, type Value } from '../value';
import { type ExpressionFunction, operandAt } from './function';
import { ofText } from './of-text';

export const textFunction: ExpressionFunction = ofText((text) => text);
export const upperFunction: ExpressionFunction = ofText((text) => text.toUpperCase());
export const lowerFunction: ExpressionFunction = ofText((text) => text.toLowerCase());
export const trimFunction: ExpressionFunction = ofText((text) => text.trim());

/** `LEN(text)`: characters, an emoji of one code point counting as one. */
export const lenFunction: ExpressionFunction = {
  least: 1,
  most: 1,
  compile:
    ([operand = () => null]) =>
    (scope, row) => {
      const text = textOf(operand(scope, row));
      return spend(scope, text.length) ? Array.from(text).length : null;
    },
};

/** `LEFT(text, count)`: the first characters, one where no count is given. */
export const leftFunction: ExpressionFunction = part((text, count) =>
  Array.from(text.slice(0, 2 * count)).slice(0, count),
);
/** `RIGHT(text, count)`: the last characters, one where no count is given. */
export const rightFunction: ExpressionFunction = part((text, count) =>
  Array.from(text.slice(-2 * count)).slice(-count),
);

/** `CONTAINS(text, part)`: true or false, whatever the case. */
export const containsFunction: ExpressionFunction = {
  least: 2,
  most: 2,
  compile(operands) {
    const [whole, part] = [operandAt(operands, 0), operandAt(operands, 1)];
    return (scope, row) => {
      const text = textOf(whole(scope, row));
      if (!spend(scope, text.length)) return null;
      return text.toLowerCase().includes(textOf(part(scope, row)).toLowerCase());
    };
  },
};

/** `REPLACE(text, part, by)`: every occurrence of the part as it is written, no pattern. */
export const replaceFunction: ExpressionFunction = {
  least: 3,
  most: 3,
  compile(operands) {
    const [whole, part, by] = [operandAt(operands, 0), operandAt(operands, 1), operandAt(operands, 2)];
    return (scope, row) => replaced(scope, textOf(whole(scope, row)), textOf(part(scope, row)), textOf(by(scope, row)));
  },
};

/** `CONCAT(a, b, …)`: the texts as one. */
export const concatFunction: ExpressionFunction = {
  least: 1,
  most: Infinity,
  compile: (operands) => (scope, row) => cutText(scope, joined(operands, scope, row)),
};

/** `cut` gets a count of at least 1 and gives characters. */
function part(cut: (text: string, count: number) => string[]): ExpressionFunction {
  return {
    least: 1,
    most: 2,
    compile(operands) {
      const [whole, length] = [operandAt(operands, 0), operandAt(operands, 1)];
      return (scope, row) => {
        const text = textOf(whole(scope, row));
        const count = operands.length > 1 ? toNumber(length(scope, row)) : 1;
        if (count === null) return null;
        if (count >= text.length) return cutText(scope, text);
        return count < 1 ? '' : cutText(scope, cut(text, Math.trunc(count)).join(''));
      };
    },
  };
}

/** Ends where the text has become too long, so that no replacement can fill the memory. */
function replaced(scope: Scope, text: string, part: string, by: string): Value {
  if (part === '') return cutText(scope, text);
  let result = '';
  let from = 0;
  for (let at = text.indexOf(part); at >= 0 && result.length <= maxTextLength; at = text.indexOf(part, from)) {
    result += text.slice(from, at) + by;
    from = at + part.length;
  }
  return cutText(scope, result + text.slice(from));
}

function joined(operands: readonly Evaluate[], scope: Scope, row: number): string {
  let text = '';
  for (const operand of operands) {
    text += textOf(operand(scope, row));
    if (text.length > maxTextLength) break;
  }
  return text;
}
