import { membersOf } from '../../shared/row-shapes/members';
import { nameSelector } from '../propose/name-selector';

const errorName = /^(?:error|errors|err|fault|exception|error_?message|error_?description|error_?details?)$/i;

/**
 * A sentence for a response that succeeded and yet speaks of an error, with the selector to watch; `undefined` where none
 * does. A member that is null, false, 0 or empty says that there was no error.
 */
export function errorHint(document: unknown, errorSelector: string): string | undefined {
  if (errorSelector.trim() !== '' || typeof document !== 'object' || document === null || Array.isArray(document))
    return undefined;
  const { names, values } = membersOf(document);
  const name = names.find((each, at) => errorName.test(each) && isFilled(values[at]));
  if (name === undefined) return undefined;
  const selector = `$${nameSelector(name)}`;
  return `This looks like an error: watch ${selector}. With it as the error selector, such a response counts as failed.`;
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return typeof value === 'string' ? value.trim() !== '' : value === true;
}
