import { Section } from '../fields/Section';
import { TextInput } from '../fields/TextInput';
import { useSourceVariables } from './useSourceVariables';
import type { PanelFormState } from './usePanelForm';

/** What this panel gives the variables of its data source; nothing where it has none. */
export function VariablesSection({ state }: { state: PanelFormState }) {
  const { values, errors, change } = state;
  const variables = useSourceVariables(values.dataSourceId);
  if (variables.length === 0) return null;
  const give = (name: string, value: string): void =>
    change({ variableValues: { ...values.variableValues, [name]: value } }, `variableValues.${name}`, 'variableValues');
  return (
    <Section title="Variables" intro="What this panel asks the data source for. An empty field leaves the default.">
      {variables.map(({ name, defaultValue }) => (
        <TextInput
          key={name}
          label={name}
          optional
          value={values.variableValues[name] ?? ''}
          onChange={(value) => give(name, value)}
          placeholder={defaultValue}
          error={errors[`variableValues.${name}`]}
        />
      ))}
      {errors.variableValues ? <p className="field-error">{errors.variableValues}</p> : null}
    </Section>
  );
}
