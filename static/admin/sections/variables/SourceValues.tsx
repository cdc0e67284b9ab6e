import { valuesOf } from '../../form-model/items';
import { TextInput } from '../../fields/TextInput';
import { useSourceVariables } from './useSourceVariables';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { VariableChips } from './VariableChips';

/** What this panel gives the placeholders of its data source; nothing where it has none. */
export function SourceValues({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const variables = useSourceVariables(values.dataSourceId);
  if (variables.length === 0) return null;
  const give = (name: string, value: string): void =>
    change({ variableValues: { ...values.variableValues, [name]: value } }, `variableValues.${name}`, 'variableValues');
  return (
    <div className="source-values" role="group" aria-label="Values for the data source">
      <h3>Values for the data source</h3>
      <p className="field-help">
        What its placeholders are replaced with in this panel. <code>{'{$.key}'}</code> passes on what the reader has
        set. An empty field uses the variable of that name, or the default if there is none.
      </p>
      {variables.map(({ name, defaultValue }) => (
        <div key={name} className="condition-value">
          <TextInput
            label={name}
            optional
            value={values.variableValues[name] ?? ''}
            onChange={(value) => give(name, value)}
            placeholder={defaultValue}
            error={errors[`variableValues.${name}`]}
          />
          <VariableChips
            into={name}
            variables={valuesOf(values.variables)}
            onChoose={(template) => give(name, template)}
          />
        </div>
      ))}
      {errors.variableValues ? <p className="field-error">{errors.variableValues}</p> : null}
    </div>
  );
}
