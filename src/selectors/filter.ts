import { jsonpath } from 'json-p3';
import { comparisons, nothing } from './comparison';
import { compileFunction } from './functions';
import { compileQuery } from './query';
import type { Condition, CompiledQuery, ValueOf } from './evaluation';

const { BooleanLiteral, NullLiteral, NumberLiteral, StringLiteral } = jsonpath.expressions;
const { InfixExpression, LogicalExpression, PrefixExpression } = jsonpath.expressions;
const { FilterQuery, FunctionExtension, RootQuery } = jsonpath.expressions;

type Expression = jsonpath.expressions.FilterExpression;

/** A filter's logical expression (RFC 9535 section 2.3.5) as a function of the child that it judges. */
export function compileFilter(expression: Expression): Condition {
  if (expression instanceof LogicalExpression) return compileFilter(expression.expression);
  if (expression instanceof PrefixExpression) return negation(compileFilter(expression.right));
  if (expression instanceof InfixExpression) return compileInfix(expression);
  if (expression instanceof FilterQuery) return existence(compileNodes(expression));
  if (expression instanceof FunctionExtension) return logicalFunction(expression);
  throw unknownExpression();
}

function negation(condition: Condition): Condition {
  return (current, evaluation) => !condition(current, evaluation);
}

function existence(nodes: CompiledQuery): Condition {
  return (current, evaluation) => nodes(current, evaluation).length > 0;
}

function logicalFunction(expression: jsonpath.expressions.FunctionExtension): Condition {
  const result = compileFunction(expression, compileValue, compileNodes);
  return (current, evaluation) => result(current, evaluation) === true;
}

function compileInfix({ left, operator, right }: jsonpath.expressions.InfixExpression): Condition {
  if (operator === '&&') return both(compileFilter(left), compileFilter(right));
  if (operator === '||') return either(compileFilter(left), compileFilter(right));
  const compare = comparisons.get(operator);
  if (!compare) throw unknownExpression();
  const [leftValue, rightValue] = [compileValue(left), compileValue(right)];
  return (current, evaluation) =>
    compare(leftValue(current, evaluation), rightValue(current, evaluation), evaluation.budget);
}

function both(left: Condition, right: Condition): Condition {
  return (current, evaluation) => left(current, evaluation) && right(current, evaluation);
}

function either(left: Condition, right: Condition): Condition {
  return (current, evaluation) => left(current, evaluation) || right(current, evaluation);
}

function compileValue(expression: Expression): ValueOf {
  if (expression instanceof NullLiteral) return () => null;
  if (isLiteral(expression)) return constant(expression.value);
  if (expression instanceof FilterQuery) return onlyValue(compileNodes(expression));
  if (expression instanceof FunctionExtension) return compileFunction(expression, compileValue, compileNodes);
  throw unknownExpression();
}

function isLiteral(expression: Expression): expression is Expression & { value: string | number | boolean } {
  return (
    expression instanceof StringLiteral || expression instanceof NumberLiteral || expression instanceof BooleanLiteral
  );
}

function constant(value: unknown): ValueOf {
  return () => value;
}

function onlyValue(nodes: CompiledQuery): ValueOf {
  return (current, evaluation) => {
    const values = nodes(current, evaluation);
    return values.length === 1 ? values[0] : nothing;
  };
}

/** Every value a query in a filter selects: from the root for `$`, from the child for `@`. */
function compileNodes(expression: Expression): CompiledQuery {
  if (!(expression instanceof FilterQuery)) throw unknownExpression();
  const query = compileQuery(expression.path.segments);
  return expression instanceof RootQuery ? (_, evaluation) => query(evaluation.root, evaluation) : query;
}

function unknownExpression(): Error {
  return new Error('json-p3 yields an expression that RFC 9535 does not have');
}
