import { expressionProblem } from './expression-problem';

export type TokenKind = 'number' | 'text' | 'template' | 'column' | 'word' | 'symbol' | 'end';

/** A piece of an expression. `text` is what it says, without quotes and brackets; `at` is where it begins. */
export interface Token {
  kind: TokenKind;
  text: string;
  at: number;
}

const blank = /\s*/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y;
const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const symbol = /==|!=|<>|<=|>=|[-+*/%&=<>(),]/y;

/** What encloses a token: its end stands for itself when doubled. */
const enclosed: ReadonlyMap<string, { kind: TokenKind; end: string; missing: string }> = new Map([
  ["'", { kind: 'text', end: "'", missing: "the closing ' is missing" }],
  ['"', { kind: 'text', end: '"', missing: 'the closing " is missing' }],
  ['[', { kind: 'column', end: ']', missing: 'the closing "]" of the column is missing' }],
]);

/** What people of other languages write, and what it is called here. */
const otherSpellings: readonly [string, string][] = [
  ['&&', 'write "and"'],
  ['||', 'write "or"'],
  ['!', 'write "not"'],
  ['{', 'a variable is written {$.key}'],
  [']', 'a "]" in the label of a column is written "]]"'],
];

/**
 * The tokens of an expression, the last of kind `end`.
 * @throws Problem `expression-invalid`
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const { token, end } = tokenAt(text, at);
    tokens.push(token);
    at = skipSpace(text, end);
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function skipSpace(text: string, at: number): number {
  return at + (matchAt(blank, text, at)?.length ?? 0);
}

function tokenAt(text: string, at: number): { token: Token; end: number } {
  const opening = text.charAt(at);
  if (enclosed.has(opening)) return enclosedToken(text, at, opening);
  if (text.startsWith('{$', at)) return templateToken(text, at);
  const other = otherSpellings.find(([spelling]) => text.startsWith(spelling, at) && !text.startsWith('!=', at));
  if (other) throw expressionProblem(text, at, `"${other[0]}" is not allowed here; ${other[1]}`);
  return (
    plainToken('number', number, text, at) ??
    plainToken('word', word, text, at) ??
    plainToken('symbol', symbol, text, at) ??
    unknownCharacter(text, at)
  );
}

function plainToken(kind: TokenKind, pattern: RegExp, text: string, at: number) {
  const found = matchAt(pattern, text, at);
  return found ? { token: { kind, text: found, at }, end: at + found.length } : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function enclosedToken(text: string, at: number, opening: string): { token: Token; end: number } {
  const { kind, end, missing } = enclosed.get(opening)!;
  let said = '';
  let from = at + 1;
  for (;;) {
    const closing = text.indexOf(end, from);
    if (closing < 0) throw expressionProblem(text, at, missing);
    said += text.slice(from, closing);
    if (text.charAt(closing + 1) !== end) return { token: { kind, text: said, at }, end: closing + 1 };
    said += end;
    from = closing + 2;
  }
}

function templateToken(text: string, at: number): { token: Token; end: number } {
  const closing = text.indexOf('}', at);
  if (closing < 0) throw expressionProblem(text, at, 'the closing "}" of the variable is missing');
  return { token: { kind: 'template', text: text.slice(at, closing + 1), at }, end: closing + 1 };
}

function unknownCharacter(text: string, at: number): never {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  throw expressionProblem(text, at, `"${character}" is not allowed here`);
}
