import type { VariableEntry } from './contract';
import { textSearch } from './fold';

/** A function that tells whether an entry of a list holds every word of the text, in its label or its value. */
export function entrySearch(text: string): (entry: VariableEntry) => boolean {
  const isIn = textSearch(text);
  return ({ label, value }) => isIn(`${label}\n${value}`);
}
