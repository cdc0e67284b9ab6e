import type { PanelVariable } from '../../../../src/shared/contract';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

/** The variables with the values that the preview is made with, as the reader will set them; nothing without variables. */
export function SampleValues({ state }: { state: PanelFormState }) {
  const { values, change } = state;
  const named = values.variables.filter(({ value }) => value.key.trim() !== '');
  if (named.length === 0) return null;
  return (
    <div className="sample-values" role="group" aria-label="Sample values">
      {named.map(({ itemId, value }) => (
        <SampleValue
          key={itemId}
          variable={value}
          sample={values.sampleValues[value.key] ?? ''}
          onChange={(sample) => change({ sampleValues: { ...values.sampleValues, [value.key]: sample } })}
        />
      ))}
    </div>
  );
}

interface SampleValueProps {
  variable: PanelVariable;
  sample: string;
  onChange: (sample: string) => void;
}

function SampleValue({ variable, sample, onChange }: SampleValueProps) {
  const label = `Sample of ${variable.label || variable.key}`;
  const choices = choicesOf(variable);
  if (choices) {
    return (
      <SelectInput
        label={label}
        value={sample === '' ? variable.defaultValue : sample}
        choices={choices}
        onChange={onChange}
        placeholder="None"
      />
    );
  }
  return (
    <TextInput
      label={label}
      type={variable.type === 'number' ? 'number' : 'text'}
      value={sample}
      onChange={onChange}
      placeholder={variable.defaultValue}
    />
  );
}

/** Undefined for what is typed. */
function choicesOf(variable: PanelVariable): { value: string; label: string }[] | undefined {
  if (variable.type === 'boolean') {
    return [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
  }
  if (variable.type !== 'list' || variable.entries.from !== 'fixed') return undefined;
  return variable.entries.entries.map(({ value, label }) => ({ value, label: label || value }));
}
