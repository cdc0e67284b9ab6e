import { jsonpath } from 'json-p3';
import { isContainer, nothing } from './comparison';
import type { Evaluation, CompiledQuery, ValueOf } from './evaluation';
import { compilePattern, matchNothing, type Pattern } from './pattern';

type Expression = jsonpath.expressions.FilterExpression;
type Call = jsonpath.expressions.FunctionExtension;

const { StringLiteral } = jsonpath.expressions;

/** Characters of a text that are counted in the time of one visit. */
const countedInVisit = 8;

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
    if (Array.isArray(value)) return value.length;
    const length = typeof value === 'string' ? codePointCount(value) : memberCount(value);
    evaluation.budget.visit(typeof value === 'string' ? value.length / countedInVisit : (length ?? 0));
    return length ?? nothing;
  };
}

function memberCount(value: unknown): number | undefined {
  return isContainer(value) ? Object.keys(value).length : undefined;
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

type PatternOf = (current: unknown, evaluation: Evaluation) => Pattern;

function textTest(text: ValueOf, pattern: PatternOf): ValueOf {
  return (current, evaluation) => {
    const value = text(current, evaluation);
    if (typeof value !== 'string') return false;
    const { size, test } = pattern(current, evaluation);
    evaluation.budget.checkSearch(value.length, size);
    return evaluation.budget.timed(() => test(value));
  };
}

function patternOf(argument: Expression, valueOf: (argument: Expression) => ValueOf, whole: boolean): PatternOf {
  if (argument instanceof StringLiteral) {
    const pattern = compilePattern(argument.value, whole);
    return () => pattern;
  }
  return patternFromData(valueOf(argument), whole);
}

/** Keeps the last pattern: data that carries one carries it once for all rows, or once a row. */
function patternFromData(text: ValueOf, whole: boolean): PatternOf {
  let last: { text: string; pattern: Pattern } | undefined;
  return (current, evaluation) => {
    const value = text(current, evaluation);
    if (typeof value !== 'string') return matchNothing;
    if (last?.text !== value) {
      last = { text: value, pattern: evaluation.budget.timed(() => compilePattern(value, whole)) };
    }
    return last.pattern;
  };
}
