import type { Problem } from '../../shared/problem';
import type { Evaluate } from '../scope';
import type { Value } from '../value';

/** What is known of a call before any row is. */
export interface CallSite {
  /** The values written out as operands; `undefined` where one depends on the row. */
  literals: readonly (Value | undefined)[];
  refuse(what: string): Problem;
}

/** A function of the expression language; its operands may be evaluated or not, once or never. */
export interface ExpressionFunction {
  least: number;
  most: number;
  /** @throws Problem `expression-invalid` */
  compile(operands: readonly Evaluate[], site: CallSite): Evaluate;
}

const empty: Evaluate = () => null;

/** The operand at a place; empty where the call has none. */
export function operandAt(operands: readonly Evaluate[], place: number): Evaluate {
  return operands[place] ?? empty;
}
