import { maxExpressionLength, maxNesting } from './expression-bounds';
import { expressionProblem } from './expression-problem';
import { type Token, tokensOf } from './tokens';
import type { Value } from './value';

export type Operator = '*' | '/' | '%' | '+' | '-' | '&' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** An expression as a tree; `at` is the place in the text that an error of the node points to. */
export type Node = { at: number } & (
  | { kind: 'literal'; value: Value }
  | { kind: 'template'; text: string }
  | { kind: 'column'; label: string }
  | { kind: 'not' | 'minus'; operand: Node }
  | { kind: 'binary'; operator: Operator; left: Node; right: Node }
  | { kind: 'call'; name: string; operands: Node[] }
);

/** What each operator is, and how strongly it holds together what stands beside it. */
const operators: ReadonlyMap<string, { operator: Operator; strength: number }> = new Map(
  (
    [
      ['or', 'or', 1],
      ['and', 'and', 2],
      ['=', '=', 4],
      ['==', '=', 4],
      ['!=', '!=', 4],
      ['<>', '!=', 4],
      ['<', '<', 4],
      ['<=', '<=', 4],
      ['>', '>', 4],
      ['>=', '>=', 4],
      ['&', '&', 5],
      ['+', '+', 6],
      ['-', '-', 6],
      ['*', '*', 7],
      ['/', '/', 7],
      ['%', '%', 7],
    ] as const
  ).map(([spelling, operator, strength]) => [spelling, { operator, strength }]),
);
const strengthOfNot = 3;
const strengthOfComparison = 4;
const strengthOfSign = 8;

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * The tree of an expression, by operator precedence (Pratt 1973).
 * @throws Problem `expression-invalid`
 */
export function parseExpression(text: string): Node {
  if (text.length > maxExpressionLength) {
    throw expressionProblem(text, maxExpressionLength, `it can have at most ${maxExpressionLength} characters`);
  }
  return new Parser(text).whole();
}

class Parser {
  private readonly tokens: Token[];
  private place = 0;
  private nesting = 0;

  constructor(private readonly text: string) {
    this.tokens = tokensOf(text);
  }

  whole(): Node {
    const node = this.expression(0);
    const next = this.peek();
    if (next.kind === 'end') return node;
    throw this.error(next, next.text === ')' ? 'this ")" has no opening "("' : 'an operator such as + or & is missing');
  }

  /** What follows, as far as operators hold it together more strongly than `strength`. */
  private expression(strength: number): Node {
    this.enter();
    let left = this.operand();
    for (let next = this.operatorAhead(); next && next.strength > strength; next = this.operatorAhead()) {
      const { at } = this.take();
      const right = this.expression(next.strength);
      left = { kind: 'binary', at, operator: next.operator, left, right };
      if (next.strength === strengthOfComparison) this.refuseSecondComparison();
    }
    this.nesting--;
    return left;
  }

  private enter(): void {
    if (++this.nesting > maxNesting) throw this.error(this.peek(), `it is nested more than ${maxNesting} levels deep`);
  }

  private refuseSecondComparison(): void {
    if (this.operatorAhead()?.strength !== strengthOfComparison) return;
    throw this.error(this.peek(), 'compare two values at a time and join the comparisons with "and"');
  }

  private operatorAhead() {
    const { kind, text } = this.peek();
    return kind === 'symbol' || kind === 'word' ? operators.get(text.toLowerCase()) : undefined;
  }

  private operand(): Node {
    const token = this.take();
    const { at, text } = token;
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', at, value: this.finite(token) };
      case 'text':
        return text.includes('{$') ? { kind: 'template', at, text } : { kind: 'literal', at, value: text };
      case 'template':
        return { kind: 'template', at, text };
      case 'column':
        return { kind: 'column', at, label: text };
      case 'word':
        return this.word(token);
      case 'symbol':
        return this.symbol(token);
      case 'end':
        throw this.error(token, 'a value is missing');
    }
  }

  private finite(token: Token): number {
    const value = Number(token.text);
    if (Number.isFinite(value)) return value;
    throw this.error(token, 'the number is too large');
  }

  private word(token: Token): Node {
    const { at, text } = token;
    const name = text.toLowerCase();
    const value = words.get(name);
    if (value !== undefined) return { kind: 'literal', at, value };
    if (name === 'not') return { kind: 'not', at, operand: this.expression(strengthOfNot) };
    if (this.peek().text === '(' && this.peek().kind === 'symbol') return this.call(token);
    throw this.error(token, `a column is written in brackets, as in [${text}], and a text in quotes, as in '${text}'`);
  }

  private symbol(token: Token): Node {
    if (token.text === '-') return { kind: 'minus', at: token.at, operand: this.expression(strengthOfSign) };
    if (token.text !== '(') throw this.error(token, `a value is missing before "${token.text}"`);
    const inner = this.expression(0);
    this.close(token);
    return inner;
  }

  private call({ at, text }: Token): Node {
    const opening = this.take();
    const operands = this.isAhead(')') ? [] : this.operands();
    this.close(opening);
    return { kind: 'call', at, name: text.toUpperCase(), operands };
  }

  private operands(): Node[] {
    const operands = [this.expression(0)];
    while (this.isAhead(',')) {
      this.take();
      operands.push(this.expression(0));
    }
    return operands;
  }

  private close(opening: Token): void {
    if (this.isAhead(')')) this.take();
    else if (this.peek().kind === 'end') throw this.error(opening, 'the closing ")" of this "(" is missing');
    else throw this.error(this.peek(), 'an operator, a comma or ")" is missing');
  }

  private isAhead(symbol: string): boolean {
    const { kind, text } = this.peek();
    return kind === 'symbol' && text === symbol;
  }

  private peek(): Token {
    return this.tokens[Math.min(this.place, this.tokens.length - 1)]!;
  }

  private take(): Token {
    const token = this.peek();
    this.place++;
    return token;
  }

  private error({ at }: Token, what: string) {
    return expressionProblem(this.text, at, what);
  }
}
