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
