import { compilePattern } from '../../selectors/pattern';
import type { PanelVariable, ValuePattern } from '../../shared/contract';
import { variableValueLength } from '../../shared/limits';

/** A number as values are written: with a decimal point, and nothing for a machine to guess at. */
const number = /^-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?$/;

/**
 * Why the variable cannot have this value, as the rest of a sentence, or `undefined` if it can. The empty value is one for
 * every type: it means that nothing is given.
 */
export function valueRefusal(variable: PanelVariable, value: string): string | undefined {
  if (value === '') return undefined;
  if (value.length > variableValueLength) return `has more than ${variableValueLength.toLocaleString('en')} characters`;
  if (/\p{Surrogate}|[^\P{Cc}\n\r\t]/u.test(value)) return 'contains a character that is not allowed in text';
  if (variable.type === 'number' && !number.test(value)) return 'must be a number, such as 12.5';
  if (variable.type === 'boolean' && value !== 'true' && value !== 'false') return 'must be true or false';
  if (variable.type === 'text' && variable.pattern) return patternRefusal(variable.pattern, value);
  return isOffered(variable, value) ? undefined : 'must be one of the entries of its list';
}

const patternRefusal = ({ expression, words }: ValuePattern, value: string) =>
  compilePattern(expression, true).test(value) ? undefined : `must be ${words.trim()}`;

/** Of fixed entries alone: what comes from another panel's rows is looked up there. */
function isOffered(variable: PanelVariable, value: string): boolean {
  if (variable.type !== 'list' || variable.entries.from !== 'fixed') return true;
  return variable.entries.entries.some((entry) => entry.value === value);
}
