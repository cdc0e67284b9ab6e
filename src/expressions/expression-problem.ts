import { Problem } from '../shared/problem';

/** The problem `expression-invalid` that says at which character of the text (counted from 1) what is wrong. */
export function expressionProblem(text: string, at: number, what: string): Problem {
  const place = at < text.length ? `at character ${at + 1}${context(text, at)}` : 'at its end';
  return new Problem('expression-invalid', `The expression has an error ${place}: ${what}.`);
}

function context(text: string, at: number): string {
  return at === 0 ? '' : ` (after ${text.slice(Math.max(0, at - 12), at).trim()})`;
}
