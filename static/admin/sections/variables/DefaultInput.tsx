import type { PanelVariable } from '../../../../src/shared/contract';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';

interface DefaultInputProps {
  variable: PanelVariable;
  onChange: (defaultValue: string) => void;
  error: string | undefined;
}

const yesOrNo = [
  { value: '', label: 'None' },
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** The value a variable begins with, in a field that suits its type. */
export function DefaultInput({ variable, onChange, error }: DefaultInputProps) {
  const { type, defaultValue } = variable;
  if (type === 'boolean') {
    return <SelectInput label="Default" value={defaultValue} choices={yesOrNo} onChange={onChange} error={error} />;
  }
  return (
    <TextInput
      label="Default"
      optional
      value={defaultValue}
      onChange={onChange}
      error={error}
      help={type === 'text' ? 'You can use Confluence values, such as {$.user.displayName}.' : undefined}
    />
  );
}
