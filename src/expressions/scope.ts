import { maxTextLength } from '../shared/limits';
import { maxCharacters } from './expression-bounds';
import type { Value } from './value';

/** What an expression is evaluated with: values by column, and what it may still spend. */
export interface Scope {
  values: readonly (readonly Value[])[];
  charactersLeft: number;
}

/** The value of an expression, or of a part of it, in one row. Never throws. */
export type Evaluate = (scope: Scope, row: number) => Value;

export function scopeOf(values: Scope['values']): Scope {
  return { values, charactersLeft: maxCharacters };
}

/** Whether so many characters may still be read or written. */
export function spend(scope: Scope, characters: number): boolean {
  scope.charactersLeft -= characters;
  return scope.charactersLeft >= 0;
}

/** The text, cut where it is too long and never within a character; `null` once too much was written. */
export function cutText(scope: Scope, text: string): string | null {
  if (!spend(scope, text.length)) return null;
  if (text.length <= maxTextLength) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(maxTextLength - 1)) ? maxTextLength - 1 : maxTextLength;
  return text.slice(0, end);
}
