import type { VariableUse, VariableValues, VariableView } from '../../../src/shared/contract';
import type { LoadEntries } from './EntryPicker';
import { valueLabel } from '../../visuals/chips/value-label';
import { noChoice, shownVariables } from './shown-variables';
import { VariableField } from './VariableField';

export interface VariablesBarProps {
  variables: VariableView[];
  uses: Record<string, VariableUse>;
  /** What readers have set themselves. */
  values: VariableValues;
  /** Keys of those without which there are no rows. */
  missing: string[];
  loadEntries: LoadEntries;
  onValues: (values: VariableValues) => void;
}

/** The panel's variables above its rows; a change makes the rows anew. */
export function VariablesBar({ variables, uses, values, missing, loadEntries, onValues }: VariablesBarProps) {
  const shown = shownVariables(variables, uses);
  if (shown.length === 0) return null;
  return (
    <form className="xd-variables" aria-label="Choices" onSubmit={(event) => event.preventDefault()}>
      {shown.map(({ variable, isFixed }) =>
        isFixed ? (
          <div key={variable.key} className="xd-variable">
            <span>{variable.label}</span>
            <span className="xd-fixed">{valueLabel(variable) || noChoice}</span>
          </div>
        ) : (
          <VariableField
            key={variable.key}
            variable={variable}
            value={values[variable.key] ?? variable.value}
            isMissing={missing.includes(variable.key)}
            loadEntries={loadEntries}
            onChange={(value) => onValues({ ...values, [variable.key]: value })}
          />
        ),
      )}
    </form>
  );
}
