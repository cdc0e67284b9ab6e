import type { VariableUse, VariableView } from '../../../src/shared/contract';

/** A variable in the bar above the rows: to be set by the reader, or only to be seen. */
export interface ShownVariable {
  variable: VariableView;
  isFixed: boolean;
}

/** The variables that the macro shows, in the panel's order. */
export function shownVariables(variables: VariableView[], uses: Record<string, VariableUse>): ShownVariable[] {
  return variables
    .filter(({ key }) => uses[key] !== 'hidden')
    .map((variable) => ({ variable, isFixed: uses[variable.key] === 'fixed' }));
}

/** What the bar calls an empty value. */
export const noChoice = 'All';

/** What a variable's value is called: the label of its entry, Yes or No, else the value itself; empty where it is. */
export function valueLabel({ type, value, entries }: VariableView): string {
  if (type === 'boolean') return value === 'true' ? 'Yes' : 'No';
  return entries?.find((entry) => entry.value === value)?.label ?? value;
}
