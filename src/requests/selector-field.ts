import { Problem, type FieldError } from '../shared/problem';
import { compileSelector } from '../selectors/selector';

/** What is wrong with a selector, as an error of its field; empty if it can be used. */
export function selectorErrors(path: string, selector: string): FieldError[] {
  if (selector.trim() === '') return [{ path, message: 'Enter a selector, such as $.name.' }];
  try {
    compileSelector(selector);
    return [];
  } catch (error) {
    if (error instanceof Problem) return [{ path, message: error.message }];
    throw error;
  }
}
