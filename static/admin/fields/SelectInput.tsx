import Select from '@atlaskit/select';
import type { ReactNode } from 'react';
import { Field } from './Field';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

interface SelectInputProps<Value extends string> {
  label: string;
  value: Value | undefined;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
  placeholder?: string;
  className?: string;
}

/** A list to choose one from, searched by typing. */
export function SelectInput<Value extends string>(props: SelectInputProps<Value>) {
  const { value, choices, onChange, placeholder } = props;
  return (
    <Field {...props}>
      {({ id, labelId, describedBy, invalid }) => (
        <Select<Choice<Value>>
          inputId={id}
          labelId={labelId}
          descriptionId={describedBy}
          options={[...choices]}
          value={choices.find((choice) => choice.value === value) ?? null}
          onChange={(choice) => choice && onChange(choice.value)}
          placeholder={placeholder ?? 'Choose'}
          isInvalid={invalid}
          isSearchable={choices.length > 7}
        />
      )}
    </Field>
  );
}
