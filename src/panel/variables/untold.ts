import { type Reference, valueOfReference } from '../../placeholders/reference';
import { referencesIn } from '../../placeholders/text-template';
import type { ValuesByName } from '../../placeholders/values';
import { isContextPath, momentPath } from './context-paths';

/** What is said to readers in place of rows that need such a value. */
export const untoldSentence =
  'Confluence does not tell the app what these rows are chosen by, such as a hidden email address, so there are none.';

/**
 * Whether nobody has said what the reference stands for: it has no value, and not because a reader left it empty. Among
 * values, a variable whose default rests on what Confluence does not tell is absent.
 */
export function isUntold(reference: Reference, values: ValuesByName): boolean {
  if (valueOfReference(reference, values) !== '') return false;
  return reference.some((path) => path !== momentPath && (isContextPath(path) || !values.has(path)));
}

/** Whether the text refers to something that nobody has said. */
export function refersToUntold(text: string, values: ValuesByName): boolean {
  return referencesIn(text).some((reference) => isUntold(reference, values));
}
