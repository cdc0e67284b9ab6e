import type { PanelVariable, VariableValues, VariableView } from '../../shared/contract';
import type { ValuesByName } from '../../placeholders/values';
import { bindText, referencesIn } from '../../placeholders/text-template';
import { type FieldError, Problem } from '../../shared/problem';
import { isReserved } from './context-paths';
import { refersToUntold } from './untold';
import { valueRefusal } from './variable-value';

/** The variables of a panel with the values that its rows are made with. */
export interface ResolvedVariables {
  /** By key, every variable of the panel. */
  values: ValuesByName;
  views: VariableView[];
  /** Keys of required variables without a value. */
  missing: string[];
  /** Keys of those that are empty because Confluence does not tell what their default is made of. */
  untold: string[];
}

/**
 * The given value of each variable, else its default with Confluence's values in it; a default that does not suit its
 * variable is none. Given values of other names are left alone, as macros may have been saved with them.
 * @throws Problem `invalid-input` for a value that its variable cannot have, and for one that Confluence alone gives
 */
export function resolveVariables(
  variables: readonly PanelVariable[],
  given: VariableValues,
  context: ValuesByName,
): ResolvedVariables {
  refuse([...contextErrors(given), ...variables.flatMap((variable) => givenErrors(variable, given))]);
  const values = new Map(
    variables.map((variable) => [variable.key, givenValue(variable, given) ?? defaultOf(variable, context)]),
  );
  const valueOf = (key: string) => values.get(key) ?? '';
  return {
    values,
    views: variables.map((variable) => viewOf(variable, valueOf(variable.key))),
    missing: variables.filter(({ key, required }) => required && valueOf(key) === '').map(({ key }) => key),
    untold: variables
      .filter((variable) => valueOf(variable.key) === '' && isDefaultOfContext(variable, given))
      .map(({ key }) => key),
  };
}

/** The value that was given for a variable, which may be empty; `undefined` where none was. */
export function givenValue({ key }: Pick<PanelVariable, 'key'>, given: VariableValues): string | undefined {
  return Object.hasOwn(given, key) ? given[key] : undefined;
}

function isDefaultOfContext(variable: PanelVariable, given: VariableValues): boolean {
  return givenValue(variable, given) === undefined && referencesIn(variable.defaultValue).length > 0;
}

function defaultOf(variable: PanelVariable, context: ValuesByName): string {
  if (refersToUntold(variable.defaultValue, context)) return '';
  const value = bindText(variable.defaultValue, context);
  return valueRefusal(variable, value) === undefined ? value : '';
}

function viewOf(variable: PanelVariable, value: string): VariableView {
  const { key, label, type, required } = variable;
  const fixed = variable.type === 'list' && variable.entries.from === 'fixed' ? variable.entries : undefined;
  return { key, label, type, required, value, entries: fixed?.entries };
}

function givenErrors(variable: PanelVariable, given: VariableValues): FieldError[] {
  const why = valueRefusal(variable, givenValue(variable, given) ?? '');
  const name = variable.label.trim() === '' ? variable.key : variable.label;
  return why === undefined ? [] : [{ path: `values.${variable.key}`, message: `The value of ${name} ${why}.` }];
}

/** Who the reader is, and where, is never taken from a call. */
function contextErrors(given: VariableValues): FieldError[] {
  return Object.keys(given)
    .filter((key) => isReserved(key.replace(/^\$\./, '')))
    .map((key) => ({
      path: `values.${key}`,
      message: `The value of ${key} comes from Confluence and cannot be set.`,
    }));
}

function refuse(fields: FieldError[]): void {
  const [first] = fields;
  if (first) throw new Problem('invalid-input', first.message, { fields });
}
