import type { Preset, PresetInput } from '../../../../src/shared/contract';
import type { PresetInputs } from '../../form-model/data-source/fill-preset';
import { SelectInput } from '../../fields/SelectInput';
import { TextAreaInput } from '../../fields/TextAreaInput';
import { TextInput } from '../../fields/TextInput';

interface ProviderInputsProps {
  preset: Preset;
  inputs: PresetInputs;
  errors: Record<string, string | undefined>;
  onChange: (name: string, value: string) => void;
}

/** What the provider needs to know beside the credentials: typed, or chosen where the possible values are known. */
export function ProviderInputs({ preset, inputs, errors, onChange }: ProviderInputsProps) {
  return preset.inputs.map((input) => (
    <ProviderInput
      key={input.name}
      input={input}
      value={inputs[input.name] ?? input.initial ?? ''}
      error={errors[input.name]}
      onChange={(value) => onChange(input.name, value)}
    />
  ));
}

interface ProviderInputProps {
  input: PresetInput;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function ProviderInput({ input, ...field }: ProviderInputProps) {
  const { label, placeholder, help, choices, isLong } = input;
  if (choices) {
    return <SelectInput label={label} help={help} choices={choices} {...field} value={field.value || undefined} />;
  }
  if (isLong) return <TextAreaInput label={label} help={help} placeholder={placeholder} monospaced {...field} />;
  return <TextInput label={label} help={help} placeholder={placeholder} monospaced {...field} />;
}
