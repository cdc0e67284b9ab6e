import { jsonpath } from 'json-p3';
import { isContainer, nothing } from './comparison';
import type { Evaluation, CompiledQuery, ValueOf } from './evaluation';
import { matchNothing, type PatternTest, patternTest } from './pattern';

type Expression = jsonpath.expressions.FilterExpression;
type Call = jsonpath.expressions.FunctionExtension;

const { StringLiteral } = jsonpath.expressions;

/** Compiling a pattern that comes from data costs about as much as looking at this many values. */
const patternCost = 2000;

/**
 * A function call of RFC 9535 section 2.4 as a function of the current value. Names, numbers and types of arguments were
 * checked by the parser. The compilers of arguments are handed in because filters and functions contain each other.
 */
export function compileFunction(
  call: Call,
  valueOf: (argument: Expression) => ValueOf,
  nodesOf: (argument: Expression) => CompiledQuery,
): ValueOf {
  const [first, second] = call.args;
  if (first && call.name === 'length') return lengthOf(valueOf(first));
  if (first && call.name === 'count') return countOf(nodesOf(first));
  if (first && call.name === 'value') return valueOfOnly(nodesOf(first));
  if (first && second && (call.name === 'match' || call.name === 'search')) {
    return textTest(valueOf(first), patternOf(second, valueOf, call.name === 'match'));
  }
  throw new Error('json-p3 lets a function pass that RFC 9535 does not have');
}

function lengthOf(argument: ValueOf): ValueOf {
  return (current, evaluation) => {
    const value = argument(current, evaluation);
    if (typeof value === 'string') return codePointCount(value);
    if (Array.isArray(value)) return value.length;
    return isContainer(value) ? Object.keys(value).length : nothing;
  };
}

function codePointCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function countOf(nodes: CompiledQuery): ValueOf {
  return (current, evaluation) => nodes(current, evaluation).length;
}

function valueOfOnly(nodes: CompiledQuery): ValueOf {
  return (current, evaluation) => {
    const values = nodes(current, evaluation);
    return values.length === 1 ? values[0] : nothing;
  };
}

type PatternOf = (current: unknown, evaluation: Evaluation) => PatternTest;

function textTest(text: ValueOf, pattern: PatternOf): ValueOf {
  return (current, evaluation) => {
    const value = text(current, evaluation);
    if (typeof value !== 'string') return false;
    evaluation.budget.visit(value.length >> 5);
    return pattern(current, evaluation)(value);
  };
}

function patternOf(argument: Expression, valueOf: (argument: Expression) => ValueOf, whole: boolean): PatternOf {
  if (argument instanceof StringLiteral) {
    const test = patternTest(argument.value, whole);
    return () => test;
  }
  return patternFromData(valueOf(argument), whole);
}

/** Keeps the last pattern: data that carries one carries it once for all rows, or once a row. */
function patternFromData(pattern: ValueOf, whole: boolean): PatternOf {
  let last: { pattern: string; test: PatternTest } | undefined;
  return (current, evaluation) => {
    const value = pattern(current, evaluation);
    if (typeof value !== 'string') return matchNothing;
    if (last?.pattern !== value) {
      evaluation.budget.visit(patternCost);
      last = { pattern: value, test: patternTest(value, whole) };
    }
    return last.test;
  };
}
