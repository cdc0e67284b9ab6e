import type { Column } from '../shared/frame';
import { expressionProblem } from './expression-problem';
import { functions } from './functions/function-registry';
import { arithmetic, comparison, conjunction, disjunction, joining, negation, negative } from './operators';
import { type Node, type Operator, parseExpression } from './parse';
import { type Evaluate, scopeOf } from './scope';
import type { Value } from './value';
import { countPhrase } from '../shared/phrase';

/** What an expression may refer to. */
export interface Surroundings {
  columns: readonly Pick<Column, 'key' | 'label'>[];
  /** The text that a template such as `{$.key}` stands for; it becomes a value and is never read as an expression. */
  bind: (template: string) => string;
}

/** An expression at work on the values of a frame. */
export interface Calculation {
  /** `null` where the value cannot be worked out. Never throws. */
  at(row: number): Value;
  /** Whether it wrote more texts than an expression may and now returns `null` to everything that needs one. */
  readonly isSpent: boolean;
}

/**
 * The calculation that an expression such as `[Price] * [Quantity]` describes, to be given the values by column in the
 * order of the columns.
 * @throws Problem `expression-invalid` with the place of the error in a plain sentence; what `bind` throws
 */
export function compileExpression(
  text: string,
  surroundings: Surroundings,
): (values: readonly (readonly Value[])[]) => Calculation {
  const evaluate = compileNode(parseExpression(text), { ...surroundings, text });
  return (values) => {
    const scope = scopeOf(values);
    return {
      at: (row) => evaluate(scope, row),
      get isSpent() {
        return scope.charactersLeft < 0;
      },
    };
  };
}

type Context = Surroundings & { text: string };

function compileNode(node: Node, context: Context): Evaluate {
  switch (node.kind) {
    case 'literal':
      return constant(node.value);
    case 'template':
      return constant(context.bind(node.text));
    case 'column':
      return column(node, context);
    case 'not':
      return negation(compileNode(node.operand, context));
    case 'minus':
      return negative(compileNode(node.operand, context));
    case 'binary':
      return binary[node.operator](compileNode(node.left, context), compileNode(node.right, context));
    case 'call':
      return call(node, context);
  }
}

function constant(value: Value): Evaluate {
  return () => value;
}

const binary: { readonly [Key in Operator]: (left: Evaluate, right: Evaluate) => Evaluate } = {
  '+': arithmetic((left, right) => left + right),
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => left / right),
  '%': arithmetic((left, right) => left % right),
  '&': joining,
  '=': comparison((order) => order === 0, false),
  '!=': comparison((order) => order !== 0, true),
  '<': comparison((order) => order < 0, false),
  '<=': comparison((order) => order <= 0, false),
  '>': comparison((order) => order > 0, false),
  '>=': comparison((order) => order >= 0, false),
  and: conjunction,
  or: disjunction,
};

/** By label as written, else whatever its case, else by key. */
function column({ at, label }: Extract<Node, { kind: 'column' }>, { columns, text }: Context): Evaluate {
  const wanted = label.trim().toLowerCase();
  const alike = columns.filter((each) => each.label.trim().toLowerCase() === wanted);
  const exact = alike.filter((each) => each.label === label);
  const found = exact.length > 0 ? exact : alike.length > 0 ? alike : columns.filter(({ key }) => key === label);
  const [only] = found;
  if (!only) throw expressionProblem(text, at, `there is no column "${label}" at this step`);
  if (found.length > 1) {
    const hint = `give one of them another label, or write its key, as in [${only.key}]`;
    throw expressionProblem(text, at, `${found.length} columns are called "${label}"; ${hint}`);
  }
  const index = columns.indexOf(only);
  return ({ values }, row) => values[index]?.[row] ?? null;
}

function call({ at, name, operands }: Extract<Node, { kind: 'call' }>, context: Context): Evaluate {
  const refuse = (what: string) => expressionProblem(context.text, at, what);
  const called = functions.get(name);
  if (!called) throw refuse(`there is no function ${name}; use one of ${[...functions.keys()].join(', ')}`);
  const { least, most, compile } = called;
  if (operands.length < least || operands.length > most) {
    throw refuse(takes(name, called, operands.length));
  }
  return compile(
    operands.map((operand) => compileNode(operand, context)),
    { literals: operands.map((operand) => (operand.kind === 'literal' ? operand.value : undefined)), refuse },
  );
}

/** How many values a function takes, in the words of a refusal. */
function takes(name: string, { least, most }: { least: number; most: number }, given: number): string {
  const values = { name, least: String(least), given: String(given) };
  if (least === most) return countPhrase(most, takesExactly, values);
  return most === Infinity ? countPhrase(least, takesAtLeast, values) : countPhrase(most, takesBetween, values);
}

const takesExactly = {
  one: '{name} takes {count} value, not {given}',
  other: '{name} takes {count} values, not {given}',
};
const takesAtLeast = {
  one: '{name} takes at least {count} value, not {given}',
  other: '{name} takes at least {count} values, not {given}',
};
const takesBetween = {
  one: '{name} takes {least} to {count} value, not {given}',
  other: '{name} takes {least} to {count} values, not {given}',
};
