import type { ListEntries, PanelVariable, VariableValues } from '../../shared/contract';
import { givenValue } from './resolve-variables';

/** A value that a call gives for a list whose entries are the rows of another panel. */
export interface ChosenValue {
  key: string;
  /** Of the variable, for people. */
  label: string;
  list: Extract<ListEntries, { from: 'panel' }>;
  value: string;
}

/** The values of such lists; not what an admin has set as the default, which needs no proof. */
export function chosenValues(variables: readonly PanelVariable[], given: VariableValues): ChosenValue[] {
  return variables.flatMap((variable) => {
    const value = givenValue(variable, given) ?? '';
    if (variable.type !== 'list' || variable.entries.from !== 'panel' || value === '') return [];
    const { key, label, entries: list, defaultValue } = variable;
    return value === defaultValue ? [] : [{ key, label: label.trim() || key, list, value }];
  });
}
