import type { Preset } from '../../../../src/shared/contract';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';

interface PresetInputProps {
  input: Preset['inputs'][number];
  value: string;
  onChange: (value: string) => void;
}

/** What a preset asks for, such as the tenant or the region: typed, or chosen where the possible values are known. */
export function PresetInput({ input, value, onChange }: PresetInputProps) {
  const { label, placeholder, choices } = input;
  if (choices) {
    return <SelectInput label={label} value={value || undefined} choices={choices} onChange={onChange} />;
  }
  return <TextInput label={label} placeholder={placeholder} value={value} onChange={onChange} monospaced />;
}
