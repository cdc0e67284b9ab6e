import type { VariableUse, VariableValues, VariableView } from '../../../src/shared/contract';
import type { LoadEntries } from './EntryPicker';
import { EmptyNote } from '../../visuals/EmptyNote';
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
  /** True where there are no rows for the lack of them. */
  isNeeded: boolean;
  loadEntries: LoadEntries;
  onValues: (values: VariableValues) => void;
}

/** Asks for what is missing, by its names. */
function InputNeeded({ variables, missing }: Pick<VariablesBarProps, 'variables' | 'missing'>) {
  const labels = variables.filter(({ key }) => missing.includes(key)).map(({ label }) => label);
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(labels);
  return (
    <div className="xd-card">
      <EmptyNote heading="No rows yet">Fill in {names || 'the fields above'} to see the rows.</EmptyNote>
    </div>
  );
}

/** The panel's variables above its rows, and in place of rows what is missing for them; a change makes the rows anew. */
export function VariablesBar(props: VariablesBarProps) {
  return (
    <>
      <Fields {...props} />
      {props.isNeeded && <InputNeeded {...props} />}
    </>
  );
}

function Fields({ variables, uses, values, missing, loadEntries, onValues }: VariablesBarProps) {
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
